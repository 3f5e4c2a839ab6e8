import{a as L}from"./chunk-PR6H5SWT.js";import{a as O}from"./chunk-B64O7GDT.js";import{a as v,b as T}from"./chunk-GALD56MU.js";import{a as A}from"./chunk-TZFG6464.js";import{b as D,n as x,p as N}from"./chunk-4ITPHF3Z.js";import{a as P}from"./chunk-KJGFOK3E.js";import{A as S,a as k,d as j,g,l as u,o as E,p as b,v as Q,y as q}from"./chunk-UZPVGEH3.js";import{a as e}from"./chunk-ZYMBPWGF.js";import{c as s,g as F,h as y,j as M}from"./chunk-XAUTWX4V.js";import{i as p,j as C}from"./chunk-E4WSAS5T.js";import{b as c,d as f,h as w,r as h,z as R}from"./chunk-ORRHCIBS.js";var _=`query FitRejected($subject: ID!, $after: String) {
  alignments(
    first: 100
    after: $after
    where: {
      status: { eq: REJECTED }
      or: [
        { course: { some: { teachingStandard: { some: { id: { eq: $subject } } } } } }
        { planCourse: { some: { trainingPlan: { some: { id: { eq: $subject } } } } } }
      ]
    }
  ) {
    nodes { requirement { id } }
    pageInfo { hasNextPage endCursor }
  }
}
`;var V=`query RejectedAlignments($programme: ID!, $requirement: ID!) {
  node(id: $requirement) {
    __typename
    ... on SkillRequirement {
      alignments(
        first: 50
        where: {
          status: { eq: REJECTED }
          or: [
            { course: { some: { teachingStandard: { some: { id: { eq: $programme } } } } } }
            { planCourse: { some: { trainingPlan: { some: { id: { eq: $programme } } } } } }
          ]
        }
      ) {
        nodes {
          code kind role strength rationale rationaleLabel author reviewer decidedOn
          course { id displayName }
          planCourse { id displayName }
          changes(first: 1, where: { action: { eq: REJECT } }, orderBy: [{ by: AT, direction: DESC }]) { nodes { reason } }
        }
      }
    }
  }
}
`;var H=[];function ye(t,n){let r=t&&n?{programme:t,requirement:n}:null,{data:a,error:i,isLoading:l}=p(V,r);return l||i?{data:null,error:i,isLoading:l}:{data:r&&a?.node?.__typename==="SkillRequirement"?a.node.alignments.nodes:H,error:i,isLoading:l}}var z={next:({alignments:{pageInfo:t}})=>t.hasNextPage?t.endCursor??null:null,joined:(t,{alignments:n})=>({alignments:{...n,nodes:[...t.alignments.nodes,...n.nodes]}})};function je(t){let{data:n}=C(_,{subject:t},z);return w(()=>{let r=new Map;for(let{requirement:a}of n?.alignments.nodes??[])a&&r.set(a.id,(r.get(a.id)??0)+1);return r},[n])}var U=({course:t,planCourse:n})=>t??n??null,W=({decidedOn:t,reviewer:n,changes:r})=>s("rejectedOn",{day:F(t),who:n?y(n):s("unknown"),why:r.nodes[0]?.reason??s("unknown")}),be=({item:{rejected:t,state:n}})=>t>0&&n!=="COVERED"?e("span",{class:"waits refused",children:s("rejectedCount",{n:t})}):null,Se=({rejected:t,isOpen:n=!1})=>t.length===0?null:e("details",{class:"rejected",open:n,children:[e("summary",{children:s("rejectedBefore",{n:t.length})}),e("ul",{class:"plain-list",children:t.map(r=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(u,{children:U(r)?.displayName??s("reviewNoCourse")})})," ",r.role&&e("span",{class:"tag",children:s(r.role)}),e("span",{class:"tag",children:s(r.kind)}),e("span",{class:"tag",children:s("strength",{s:r.strength})})]}),e("p",{children:e(E,{children:W(r)})}),r.rationale&&e("p",{class:"fine",children:[s("reviewReason"),s("colon"),e(u,{children:O(r.rationale,r.rationaleLabel)}),r.author&&` \xB7 ${s("proposedBy",{who:y(r.author)})}`]})]},r.code))})]});var $=`query FitMajors($text: String!) {
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
`;var Z=(t,n)=>(n.row?.unknown===n.row?.requirements?0:1)-(t.row?.unknown===t.row?.requirements?0:1),I=({side:{major:t,standard:n,row:r},target:a,to:i})=>e("li",{class:"row",children:[e("a",{href:i(n.id,a),children:e(u,{children:t.name})}),e("span",{class:"fine",children:[t.majorKey&&e(b,{children:t.majorKey})," ",s(t.educationLevel)]}),r&&e(x,{counts:D(r),size:"s",about:t.name})]}),ee=({plans:t,target:n,to:r})=>t.length===0?null:e(c,{children:[e("h3",{children:s("fitPlans")}),e("ul",{class:"picks in-columns",children:t.map(a=>e("li",{children:[e("a",{href:r(a.id,n),children:e(u,{children:a.displayName})})," ",e("span",{class:"fine",children:e(u,{children:[a.collegeName," ",a.grade]})})]},a.id))})]});function te({certificate:t,rows:n,target:r,to:a}){let i=v(t).flatMap(d=>d.teachingStandards.map(m=>({major:d,standard:m,row:n.find(o=>o.major===d.id)}))),l=T(t);return i.length+l.length===0?e(j,{title:s("suitingNone"),children:s("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks in-columns",children:i.sort(Z).map(d=>e(I,{side:d,target:r,to:a},d.standard.id))}),e(ee,{plans:l,target:r,to:a}),e(N,{})]})}function re({text:t,target:n,to:r}){let a=p($,{text:t});return e(g,{answer:a,rows:1,children:({search:i})=>{let l=i.map(o=>o.node).filter(o=>o.__typename==="Major"),d=l.flatMap(o=>o.teachingStandards.map(K=>({major:o,standard:K,row:void 0}))),m=l.filter(o=>o.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:d.length>0?s("otherMajorFound",{n:d.length}):s("otherMajorNone",{text:t})}),d.length>0&&e("ul",{class:"picks",children:d.map(o=>e(I,{side:o,target:n,to:r},o.standard.id))}),m.length>0&&e("p",{class:"fine",children:[M(s("otherMajorWithout")),m.map(o=>e(c,{children:[e("a",{href:q(o),children:[e(u,{children:o.name})," ",o.majorKey&&e(b,{children:o.majorKey})]})," "]},o.id))]})]})}})}var ne=100;function ae({target:t,to:n=S}){let[r,a]=f(""),[i,l]=f("");return e("form",{onSubmit:m=>{m.preventDefault(),l(r.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select",children:[e("span",{children:s("otherMajor")}),e("input",{type:"search",maxLength:ne,value:r,onInput:m=>a(m.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!r.trim(),children:s("otherMajorFind")})]}),i&&e(re,{text:i,target:t,to:n},i)]})}function se({name:t,id:n,to:r=S}){let a=p(A,{certificate:t}),i=p(L,{certificate:t});return e(g,{answer:a,children:({certificate:l})=>e(g,{answer:i,children:({coverageCube:d})=>e(te,{certificate:l,rows:d?.rows??[],target:n,to:r})})})}function ie(t){return Q(t.flatMap(r=>r.certificate??[]),r=>r.id).map(r=>({...r,requirements:P(t.filter(({certificate:a})=>a?.id===r.id))?.requirementCount??0}))}function _e(){k(s("fit"));let t=p(J,{});return e(c,{children:[e("h1",{children:s("fitStart")}),e("p",{class:"lead",children:s("fitStartLead")}),e(g,{answer:t,children:({skillStandards:n})=>{let r=ie(n.nodes),a=r.find(i=>i.id===h("target"))??r[0];return a?e("div",{class:"fit-start",children:[e("section",{class:"card edge-x",children:[e("h2",{children:s("fitStandards")}),e("ul",{class:"picks",children:r.map(i=>e("li",{children:e("button",{type:"button","aria-pressed":i===a,onClick:()=>R({target:i.id}),children:[e(u,{children:i.name})," ",e("span",{class:"fine",children:s("requirementsCount",{n:i.requirements})})]})},i.id))})]}),e("section",{class:"card edge-one",children:[e("h2",{children:s("fitSubjects")}),e(ae,{target:a.id}),e(se,{name:a.name,id:a.id})]})]}):e(j,{title:s("noFullStandard"),children:s("noOutlineHelp")})}})]})}export{ye as a,je as b,U as c,W as d,be as e,Se as f,ae as g,se as h,_e as i};
