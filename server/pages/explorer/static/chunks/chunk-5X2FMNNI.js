import{j as t}from"./chunk-E4WSAS5T.js";var a=`query FitCoverage($subject: ID!, $target: ID!, $after: String) {
  coverage(subject: $subject, target: $target, first: 500, after: $after) {
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
    pageInfo { hasNextPage endCursor }
  }
}
`;var o={next:({coverage:e})=>e?.pageInfo.hasNextPage?e.pageInfo.endCursor??null:null,joined:(e,{coverage:r})=>e.coverage&&r?{coverage:{...r,items:[...e.coverage.items,...r.items]}}:e},u=e=>t(a,e,o);export{a,u as b};
