var d=`query ImportedNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    displayName
    distinctName
    ... on SkillStandard { standardVersion: version certificate { id name } }
    ... on TrainingPlan { collegeName majorName grade version status }
    ... on TeachingStandard { major { id edition majorKey: code name } }
  }
}
`;export{d as a};
