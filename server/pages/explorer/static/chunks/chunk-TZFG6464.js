var a=`query FitSubjects($certificate: String!) {
  certificate(name: $certificate) {
    majors(first: 100) {
      edges {
        relation
        node {
          id
          edition
          majorKey: code
          name
          educationLevel
          teachingStandards { id year }
          trainingPlans(first: 20, where: { courses: { some: {} } }) { nodes { id displayName collegeName grade version } }
        }
      }
    }
    trainingPlans(first: 50, where: { courses: { some: {} } }) { nodes { id displayName collegeName grade version } }
  }
}
`;export{a};
