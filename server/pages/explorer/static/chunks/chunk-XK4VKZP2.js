var r=`query FitCoverage($subject: ID!, $target: ID!) {
  coverage(subject: $subject, target: $target, first: 500) {
    requirements
    covered
    partlyCovered
    notCovered
    unknown
    suggested
    lower
    upper
    items {
      state
      requirement { id code level text task { id } }
      proofs { course { id } alignment { strength } }
      suggestions { course { id } }
    }
  }
}
`;export{r as a};
