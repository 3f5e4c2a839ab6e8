import{a as _}from"./chunk-2CFOSDRG.js";import{a as A}from"./chunk-PR6H5SWT.js";import{a as O,b as T}from"./chunk-O75QZCBS.js";import{a as v}from"./chunk-TZFG6464.js";import{b as q,n as x,p as P}from"./chunk-IGNRKFA2.js";import{a as L}from"./chunk-KJGFOK3E.js";import{A as N,C as b,a as M,e as j,h as g,m,q as Q,r as S,x as D}from"./chunk-XW7K6HML.js";import{a as e}from"./chunk-ZYMBPWGF.js";import{c as a,g as F,h as y,j as E}from"./chunk-AUMJPY7B.js";import{i as p,j as k}from"./chunk-E4WSAS5T.js";import{b as c,d as f,h as w,r as h,t as R,z as C}from"./chunk-ORRHCIBS.js";var V=`query FitRejected($programmes: [ID!]!, $after: String) {
  alignments(
    first: 100
    after: $after
    where: {
      status: { eq: REJECTED }
      or: [
        { course: { some: { teachingStandard: { some: { id: { in: $programmes } } } } } }
        { planCourse: { some: { trainingPlan: { some: { id: { in: $programmes } } } } } }
      ]
    }
  ) {
    nodes { requirement { id } course { id } planCourse { id } }
    pageInfo { hasNextPage endCursor }
  }
}
`;var $=`query RejectedAlignments($programmes: [ID!]!, $requirement: ID!) {
  node(id: $requirement) {
    __typename
    ... on SkillRequirement {
      alignments(
        first: 50
        where: {
          status: { eq: REJECTED }
          or: [
            { course: { some: { teachingStandard: { some: { id: { in: $programmes } } } } } }
            { planCourse: { some: { trainingPlan: { some: { id: { in: $programmes } } } } } }
          ]
        }
      ) {
        nodes {
          code kind role strength rationale rationaleEnglish: rationaleLabel(language: ENGLISH) rationaleLabel author reviewer decidedOn
          course { id displayName }
          planCourse { id displayName }
          changes(first: 1, where: { action: { eq: REJECT } }, orderBy: [{ by: AT, direction: DESC }]) { nodes { reason } }
        }
      }
    }
  }
}
`;var z=[];function je(t,n){let r=t.length>0&&n?{programmes:[...t],requirement:n}:null,{data:i,error:s,isLoading:l}=p($,r);return l||s?{data:null,error:s,isLoading:l}:{data:r&&i?.node?.__typename==="SkillRequirement"?i.node.alignments.nodes:z,error:s,isLoading:l}}var U={next:({alignments:{pageInfo:t}})=>t.hasNextPage?t.endCursor??null:null,joined:(t,{alignments:n})=>({alignments:{...n,nodes:[...t.alignments.nodes,...n.nodes]}})};function Se({holders:t,courses:n}){let r=t.length>0?{programmes:t.map(s=>s.id)}:null,{data:i}=k(V,r,U);return w(()=>{let s=new Set(n.map(d=>d.id)),l=new Map;for(let{requirement:d,course:u,planCourse:o}of i?.alignments.nodes??[])d&&s.has(u?.id??o?.id??"")&&l.set(d.id,(l.get(d.id)??0)+1);return l},[i,n])}var W=({course:t,planCourse:n})=>t??n??null,X=({decidedOn:t,reviewer:n,changes:r})=>a("rejectedOn",{day:F(t),who:n?y(n):a("unknown"),why:r.nodes[0]?.reason??a("unknown")}),be=({item:{rejected:t,state:n}})=>t>0&&n!=="COVERED"?e("span",{class:"waits refused",children:a("rejectedCount",{n:t})}):null,we=({rejected:t,isOpen:n=!1})=>t.length===0?null:e("details",{class:"rejected",open:n,children:[e("summary",{children:a("rejectedBefore",{n:t.length})}),e("ul",{class:"plain-list",children:t.map(r=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(m,{children:W(r)?.displayName??a("reviewNoCourse")})})," ",r.role&&e("span",{class:"tag",children:a(r.role)}),e("span",{class:"tag",children:a(r.kind)}),e("span",{class:"tag",children:a("strength",{s:r.strength})})]}),e("p",{children:e(Q,{children:X(r)})}),r.rationale&&e("p",{class:"fine",children:[a("reviewReason"),a("colon"),e(_,{of:r}),r.author&&` \xB7 ${a("proposedBy",{who:y(r.author)})}`]})]},r.code))})]});var I=`query FitMajors($text: String!) {
  search(text: $text, kinds: [MAJOR], first: 30) {
    node {
      __typename
      id
      ... on Major { edition majorKey: code name educationLevel teachingStandards { id year } }
    }
  }
}
`;var J=`query FitStandards {
  skillStandards(first: 50) { nodes { id version requirementCount certificate { id name } } }
}
`;var ee=(t,n)=>(n.row?.unknown===n.row?.requirements?0:1)-(t.row?.unknown===t.row?.requirements?0:1),K=({side:{major:t,standard:n,row:r},target:i,to:s})=>e("li",{class:"row",children:[e("a",{href:s(n.id,i),children:e(m,{children:t.name})}),e("span",{class:"fine",children:[t.majorKey&&e(S,{children:t.majorKey})," ",a(t.educationLevel)]}),r&&e(x,{counts:q(r),size:"s",about:t.name})]}),te=({plans:t,target:n,to:r})=>t.length===0?null:e(c,{children:[e("h3",{children:a("fitPlans")}),e("ul",{class:"picks in-columns",children:t.map(i=>e("li",{children:[e("a",{href:r(i.id,n),children:e(m,{children:i.displayName})})," ",e("span",{class:"fine",children:e(m,{children:[i.collegeName," ",i.grade]})})]},i.id))})]});function re({certificate:t,rows:n,target:r,to:i}){let s=O(t).flatMap(d=>d.teachingStandards.map(u=>({major:d,standard:u,row:n.find(o=>o.major===d.id)}))),l=T(t);return s.length+l.length===0?e(j,{title:a("suitingNone"),children:a("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks in-columns",children:s.sort(ee).map(d=>e(K,{side:d,target:r,to:i},d.standard.id))}),e(te,{plans:l,target:r,to:i}),e(P,{})]})}function ne({text:t,target:n,to:r}){let i=p(I,{text:t});return e(g,{answer:i,rows:1,children:({search:s})=>{let l=s.map(o=>o.node).filter(o=>o.__typename==="Major"),d=l.flatMap(o=>o.teachingStandards.map(B=>({major:o,standard:B,row:void 0}))),u=l.filter(o=>o.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:d.length>0?a("otherMajorFound",{n:d.length}):a("otherMajorNone",{text:t})}),d.length>0&&e("ul",{class:"picks",children:d.map(o=>e(K,{side:o,target:n,to:r},o.standard.id))}),u.length>0&&e("p",{class:"fine",children:[E(a("otherMajorWithout")),u.map(o=>e(c,{children:[e("a",{href:N(o),children:[e(m,{children:o.name})," ",o.majorKey&&e(S,{children:o.majorKey})]})," "]},o.id))]})]})}})}var ae=100;function ie({target:t,to:n=b}){let[r,i]=f(""),[s,l]=f("");return e("form",{onSubmit:u=>{u.preventDefault(),l(r.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select",children:[e("span",{children:a("otherMajor")}),e("input",{type:"search",maxLength:ae,value:r,onInput:u=>i(u.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!r.trim(),children:a("otherMajorFind")})]}),s&&e(ne,{text:s,target:t,to:n},s)]})}function se({name:t,id:n,to:r=b}){let i=p(v,{certificate:t}),s=p(A,{certificate:t});return e(g,{answer:i,children:({certificate:l})=>e(g,{answer:s,children:({coverageCube:d})=>e(re,{certificate:l,rows:d?.rows??[],target:n,to:r})})})}function oe(t){return D(t.flatMap(r=>r.certificate??[]),r=>r.id).map(r=>({...r,requirements:L(t.filter(({certificate:i})=>i?.id===r.id))?.requirementCount??0}))}function Ve(){M(a("fit"));let t=p(J,{});return e(c,{children:[e("h1",{children:a("fitStart")}),e("p",{class:"lead",children:a("fitStartLead")}),e(g,{answer:t,children:({skillStandards:n})=>{let r=oe(n.nodes),i=r.find(s=>s.id===h("target"))??r[0];return i?e("div",{class:"fit-start",children:[e("section",{class:"card edge-x",children:[e("h2",{children:a("fitStandards")}),e("ul",{class:"picks",children:r.map(s=>e("li",{children:e("button",{type:"button","aria-pressed":s===i,onClick:()=>C({target:s.id}),children:[e(m,{children:s.name})," ",e("span",{class:"fine",children:a("requirementsCount",{n:s.requirements})})]})},s.id))})]}),e("section",{class:"card edge-one",children:[e("h2",{children:a("fitSubjects")}),e(ie,{target:i.id}),e("p",{children:e("a",{href:R(["fit"],{target:i.id,pick:"search"}),children:a("fitPickSet")})}),e(se,{name:i.name,id:i.id})]})]}):e(j,{title:a("noFullStandard"),children:a("noOutlineHelp")})}})]})}export{je as a,Se as b,W as c,X as d,be as e,we as f,ie as g,se as h,Ve as i};
