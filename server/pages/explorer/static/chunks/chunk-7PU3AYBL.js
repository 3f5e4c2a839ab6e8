var e=`mutation ReviseTrainingPlan($input: CreateTrainingPlanRevisionInput!) {
  createTrainingPlanRevision(input: $input) {
    trainingPlan { id editVersion courses { id name } }
    bookmark
    userErrors { code english chinese }
  }
}
`;export{e as a};
