import{a as L}from"./chunk-PR6H5SWT.js";import{a as D}from"./chunk-GEKYN6GA.js";import{a as v,b as x}from"./chunk-DWR7HVPW.js";import{a as N}from"./chunk-TZFG6464.js";import{b as F,m as Q,o as E}from"./chunk-LRJ3MVOE.js";import{a as q}from"./chunk-KJGFOK3E.js";import{a as k,d as S,f,j as u,l as b,r as M,u as C,w as j}from"./chunk-UO6MCNIG.js";import{a as e}from"./chunk-B3O5YLS7.js";import{c as n,g as R,h as y}from"./chunk-FPRQP5OV.js";import{f as p}from"./chunk-ASPFED3I.js";import{b as c,d as g,r as w,y as h}from"./chunk-22CZTWQI.js";var O=`query RejectedAlignments($programme: ID!, $requirement: ID!) {
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
`;var $=[];function se(r,a){let t=r&&a?{programme:r,requirement:a}:null,{data:i,isLoading:s}=p(O,t);return s?null:t&&i?.node?.__typename==="SkillRequirement"?i.node.alignments.nodes:$}var J=({course:r,planCourse:a})=>r??a??null,K=({decidedOn:r,reviewer:a,changes:t})=>n("rejectedOn",{day:R(r),who:a?y(a):n("unknown"),why:t.nodes[0]?.reason??n("unknown")}),oe=({rejected:r,isOpen:a=!1})=>r.length===0?null:e("details",{class:"rejected",open:a,children:[e("summary",{children:n("rejectedBefore",{n:r.length})}),e("ul",{class:"plain-list",children:r.map(t=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(u,{children:J(t)?.displayName??n("reviewNoCourse")})})," ",t.role&&e("span",{class:"tag",children:n(t.role)}),e("span",{class:"tag",children:n(t.kind)}),e("span",{class:"tag",children:n("strength",{s:t.strength})})]}),e("p",{children:K(t)}),t.rationale&&e("p",{class:"fine",children:[n("reviewReason"),": ",e(u,{children:D(t.rationale,t.rationaleLabel)}),t.author&&` \xB7 ${n("proposedBy",{who:y(t.author)})}`]})]},t.code))})]});var A=`query FitMajors($text: String!) {
  search(text: $text, kinds: [MAJOR], first: 30) {
    node {
      __typename
      id
      ... on Major { edition majorKey: code name educationLevel teachingStandards { id year } }
    }
  }
}
`;var T=`query FitStandards {
  skillStandards(first: 50) { nodes { id version requirementCount certificate { id name } } }
}
`;var G=(r,a)=>(a.row?.unknown===a.row?.requirements?0:1)-(r.row?.unknown===r.row?.requirements?0:1),_=({side:{major:r,standard:a,row:t},target:i,to:s})=>e("li",{class:"row",children:[e("a",{href:s(a.id,i),children:e(u,{children:r.name})}),e("span",{class:"fine",children:[r.majorKey&&e(b,{children:r.majorKey})," ",n(r.educationLevel)]}),t&&e(Q,{counts:F(t),size:"s",about:r.name})]}),H=({plans:r,target:a,to:t})=>r.length===0?null:e(c,{children:[e("h3",{children:n("fitPlans")}),e("ul",{class:"picks",children:r.map(i=>e("li",{children:[e("a",{href:t(i.id,a),children:e(u,{children:i.displayName})})," ",e("span",{class:"fine",children:e(u,{children:[i.collegeName," ",i.grade]})})]},i.id))})]});function z({certificate:r,rows:a,target:t,to:i}){let s=v(r).flatMap(d=>d.teachingStandards.map(m=>({major:d,standard:m,row:a.find(o=>o.major===d.id)}))),l=x(r);return s.length+l.length===0?e(S,{title:n("suitingNone"),children:n("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks",children:s.sort(G).map(d=>e(_,{side:d,target:t,to:i},d.standard.id))}),e(H,{plans:l,target:t,to:i}),e(E,{})]})}function U({text:r,target:a,to:t}){let i=p(A,{text:r});return e(f,{answer:i,rows:1,children:({search:s})=>{let l=s.map(o=>o.node).filter(o=>o.__typename==="Major"),d=l.flatMap(o=>o.teachingStandards.map(P=>({major:o,standard:P,row:void 0}))),m=l.filter(o=>o.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:d.length>0?n("otherMajorFound",{n:d.length}):n("otherMajorNone",{text:r})}),d.length>0&&e("ul",{class:"picks",children:d.map(o=>e(_,{side:o,target:a,to:t},o.standard.id))}),m.length>0&&e("p",{class:"fine",children:[n("otherMajorWithout")," ",m.map(o=>e(c,{children:[e("a",{href:C(o),children:[e(u,{children:o.name})," ",o.majorKey&&e(b,{children:o.majorKey})]})," "]},o.id))]})]})}})}var W=100;function X({target:r,to:a=j}){let[t,i]=g(""),[s,l]=g("");return e("form",{onSubmit:m=>{m.preventDefault(),l(t.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select",children:[e("span",{children:n("otherMajor")}),e("input",{type:"search",maxLength:W,value:t,onInput:m=>i(m.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!t.trim(),children:n("otherMajorFind")})]}),s&&e(U,{text:s,target:r,to:a},s)]})}function Y({name:r,id:a,to:t=j}){let i=p(N,{certificate:r}),s=p(L,{certificate:r});return e(f,{answer:i,children:({certificate:l})=>e(f,{answer:s,children:({coverageCube:d})=>e(z,{certificate:l,rows:d?.rows??[],target:a,to:t})})})}function Z(r){return M(r.flatMap(t=>t.certificate??[]),t=>t.id).map(t=>({...t,requirements:q(r.filter(({certificate:i})=>i?.id===t.id))?.requirementCount??0}))}function Qe(){k(n("fit"));let r=p(T,{});return e(c,{children:[e("h1",{children:n("fitStart")}),e("p",{class:"lead",children:n("fitStartLead")}),e(f,{answer:r,children:({skillStandards:a})=>{let t=Z(a.nodes),i=t.find(s=>s.id===w("target"))??t[0];return i?e("div",{class:"pair",children:[e("section",{class:"card edge-x",children:[e("h2",{children:n("fitStandards")}),e("ul",{class:"picks",children:t.map(s=>e("li",{children:e("button",{type:"button","aria-pressed":s===i,onClick:()=>h({target:s.id}),children:[e(u,{children:s.name})," ",e("span",{class:"fine",children:n("requirementsCount",{n:s.requirements})})]})},s.id))})]}),e("section",{class:"card edge-one",children:[e("h2",{children:n("fitSubjects")}),e(Y,{name:i.name,id:i.id}),e(X,{target:i.id})]})]}):e(S,{title:n("noFullStandard"),children:n("noOutlineHelp")})}})]})}export{se as a,J as b,K as c,oe as d,X as e,Y as f,Qe as g};
