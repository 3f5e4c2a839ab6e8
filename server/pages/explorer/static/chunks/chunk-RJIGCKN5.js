import{a as E}from"./chunk-PR6H5SWT.js";import{a as q}from"./chunk-HL57GA55.js";import{a as L,b as D}from"./chunk-QUUD7AHO.js";import{a as N}from"./chunk-TZFG6464.js";import{b as C,l as F,n as Q}from"./chunk-I3PEHRCW.js";import{a as M,d as S,f as g,j as u,l as b,u as k,w as j}from"./chunk-DMDAAJDB.js";import{a as e}from"./chunk-RV7RLUNF.js";import{f as p}from"./chunk-FMJLQEPX.js";import{A as n,E as R,F as y,b as c,d as f,p as w,w as h}from"./chunk-7KXABUCD.js";var x=`query RejectedAlignments($programme: ID!, $requirement: ID!) {
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
`;var P=[];function ne(r,a){let t=r&&a?{programme:r,requirement:a}:null,{data:i}=p(x,t);return t&&i?.node?.__typename==="SkillRequirement"?i.node.alignments.nodes:P}var V=({course:r,planCourse:a})=>r??a??null,$=({decidedOn:r,reviewer:a,changes:t})=>n("rejectedOn",{day:R(r),who:a?y(a):n("unknown"),why:t.nodes[0]?.reason??n("unknown")}),ae=({rejected:r,isOpen:a=!1})=>r.length===0?null:e("details",{class:"rejected",open:a,children:[e("summary",{children:n("rejectedBefore",{n:r.length})}),e("ul",{class:"plain-list",children:r.map(t=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(u,{children:V(t)?.displayName??n("reviewNoCourse")})})," ",t.role&&e("span",{class:"tag",children:n(t.role)}),e("span",{class:"tag",children:n(t.kind)}),e("span",{class:"tag",children:n("strength",{s:t.strength})})]}),e("p",{children:$(t)}),t.rationale&&e("p",{class:"fine",children:[n("reviewReason"),": ",e(u,{children:q(t.rationale,t.rationaleLabel)}),t.author&&` \xB7 ${n("proposedBy",{who:y(t.author)})}`]})]},t.code))})]});var v=`query FitMajors($text: String!) {
  search(text: $text, kinds: [MAJOR], first: 30) {
    node {
      __typename
      id
      ... on Major { edition majorKey: code name educationLevel teachingStandards { id year } }
    }
  }
}
`;var A=`query FitStandards {
  skillStandards(first: 50) { nodes { id requirementCount certificate { id name } } }
}
`;var B=(r,a)=>(a.row?.unknown===a.row?.requirements?0:1)-(r.row?.unknown===r.row?.requirements?0:1),O=({side:{major:r,standard:a,row:t},target:i,to:s})=>e("li",{class:"row",children:[e("a",{href:s(a.id,i),children:e(u,{children:r.name})}),e("span",{class:"fine",children:[r.majorKey&&e(b,{children:r.majorKey})," ",n(r.educationLevel)]}),t&&e(F,{counts:C(t),size:"s",about:r.name})]}),I=({plans:r,target:a,to:t})=>r.length===0?null:e(c,{children:[e("h3",{children:n("fitPlans")}),e("ul",{class:"picks",children:r.map(i=>e("li",{children:[e("a",{href:t(i.id,a),children:e(u,{children:i.displayName})})," ",e("span",{class:"fine",children:e(u,{children:[i.collegeName," ",i.grade]})})]},i.id))})]});function G({certificate:r,rows:a,target:t,to:i}){let s=L(r).flatMap(d=>d.teachingStandards.map(m=>({major:d,standard:m,row:a.find(o=>o.major===d.id)}))),l=D(r);return s.length+l.length===0?e(S,{title:n("suitingNone"),children:n("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks",children:s.sort(B).map(d=>e(O,{side:d,target:t,to:i},d.standard.id))}),e(I,{plans:l,target:t,to:i}),e(Q,{})]})}function H({text:r,target:a,to:t}){let i=p(v,{text:r});return e(g,{answer:i,rows:1,children:({search:s})=>{let l=s.map(o=>o.node).filter(o=>o.__typename==="Major"),d=l.flatMap(o=>o.teachingStandards.map(T=>({major:o,standard:T,row:void 0}))),m=l.filter(o=>o.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:d.length>0?n("otherMajorFound",{n:d.length}):n("otherMajorNone",{text:r})}),d.length>0&&e("ul",{class:"picks",children:d.map(o=>e(O,{side:o,target:a,to:t},o.standard.id))}),m.length>0&&e("p",{class:"fine",children:[n("otherMajorWithout")," ",m.map(o=>e(c,{children:[e("a",{href:k(o),children:[e(u,{children:o.name})," ",o.majorKey&&e(b,{children:o.majorKey})]})," "]},o.id))]})]})}})}var z=100;function U({target:r,to:a=j}){let[t,i]=f(""),[s,l]=f("");return e("form",{onSubmit:m=>{m.preventDefault(),l(t.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select",children:[e("span",{children:n("otherMajor")}),e("input",{type:"search",maxLength:z,value:t,onInput:m=>i(m.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!t.trim(),children:n("otherMajorFind")})]}),s&&e(H,{text:s,target:r,to:a},s)]})}function W({name:r,id:a,to:t=j}){let i=p(N,{certificate:r}),s=p(E,{certificate:r});return e(g,{answer:i,children:({certificate:l})=>e(g,{answer:s,children:({coverageCube:d})=>e(G,{certificate:l,rows:d?.rows??[],target:a,to:t})})})}function Me(){M(n("fit"));let r=p(A,{});return e(c,{children:[e("h1",{children:n("fitStart")}),e("p",{class:"lead",children:n("fitStartLead")}),e(g,{answer:r,children:({skillStandards:a})=>{let t=a.nodes.flatMap(s=>s.certificate?[{...s.certificate,requirements:s.requirementCount}]:[]),i=t.find(s=>s.id===w("target"))??t[0];return i?e("div",{class:"pair",children:[e("section",{class:"card edge-x",children:[e("h2",{children:n("fitStandards")}),e("ul",{class:"picks",children:t.map(s=>e("li",{children:e("button",{type:"button","aria-pressed":s===i,onClick:()=>h({target:s.id}),children:[e(u,{children:s.name})," ",e("span",{class:"fine",children:n("requirementsCount",{n:s.requirements})})]})},s.id))})]}),e("section",{class:"card edge-one",children:[e("h2",{children:n("fitSubjects")}),e(W,{name:i.name,id:i.id}),e(U,{target:i.id})]})]}):e(S,{title:n("noFullStandard"),children:n("noOutlineHelp")})}})]})}export{ne as a,V as b,$ as c,ae as d,U as e,W as f,Me as g};
