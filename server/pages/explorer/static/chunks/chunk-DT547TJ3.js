var t=`mutation EditTrainingPlan($input: EditTrainingPlanInput!) {
  editTrainingPlan(input: $input) { trainingPlan { id editVersion } bookmark userErrors { code english chinese } }
}
`;export{t as a};
