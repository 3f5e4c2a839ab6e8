import{j as t}from"./chunk-E4WSAS5T.js";var s=`query FitCoverage($subject: ID, $courses: [ID!], $target: ID!, $level: CertificateLevelCode, $after: String) {
  coverage(subject: $subject, courses: $courses, target: $target, level: $level, first: 500, after: $after) {
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
`;var o={next:({coverage:e})=>e?.pageInfo.hasNextPage?e.pageInfo.endCursor??null:null,joined:(e,{coverage:r})=>e.coverage&&r?{coverage:{...r,items:[...e.coverage.items,...r.items]}}:e},n=e=>t(s,e,o);export{s as a,n as b};
