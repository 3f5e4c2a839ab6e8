var a=`mutation EditTrainingPlan($input: EditTrainingPlanInput!) {
  editTrainingPlan(input: $input) { trainingPlan { id editVersion } bookmark userErrors { code message } }
}
`;export{a};
