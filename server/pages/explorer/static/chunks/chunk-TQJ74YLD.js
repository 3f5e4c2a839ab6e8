import{a as P}from"./chunk-PR6H5SWT.js";import{a as A}from"./chunk-JTK6BYAR.js";import{a as O,b as v}from"./chunk-3A4WABLJ.js";import{a as L}from"./chunk-TZFG6464.js";import{b as q,m as D,o as x}from"./chunk-ASBVJNJY.js";import{a as N}from"./chunk-KJGFOK3E.js";import{a as M,d as j,g as f,k as u,m as k,n as b,t as E,w as Q,y as S}from"./chunk-5ZBA6H5R.js";import{a as e}from"./chunk-LIWBV3CH.js";import{c as s,g as F,h as y}from"./chunk-KU5TGPBV.js";import{g as p,h as C}from"./chunk-QPIXK7PD.js";import{b as c,d as g,h as w,s as h,z as R}from"./chunk-EB7APLVE.js";var T=`query FitRejected($subject: ID!, $after: String) {
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
`;var _=`query RejectedAlignments($programme: ID!, $requirement: ID!) {
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
`;var G=[];function ge(t,n){let r=t&&n?{programme:t,requirement:n}:null,{data:a,error:i,isLoading:l}=p(_,r);return l||i?{data:null,error:i,isLoading:l}:{data:r&&a?.node?.__typename==="SkillRequirement"?a.node.alignments.nodes:G,error:i,isLoading:l}}var H={next:({alignments:{pageInfo:t}})=>t.hasNextPage?t.endCursor??null:null,joined:(t,{alignments:n})=>({alignments:{...n,nodes:[...t.alignments.nodes,...n.nodes]}})};function ye(t){let{data:n}=C(T,{subject:t},H);return w(()=>{let r=new Map;for(let{requirement:a}of n?.alignments.nodes??[])a&&r.set(a.id,(r.get(a.id)??0)+1);return r},[n])}var z=({course:t,planCourse:n})=>t??n??null,U=({decidedOn:t,reviewer:n,changes:r})=>s("rejectedOn",{day:F(t),who:n?y(n):s("unknown"),why:r.nodes[0]?.reason??s("unknown")}),je=({item:{rejected:t,state:n}})=>t>0&&n!=="COVERED"?e("span",{class:"waits refused",children:s("rejectedCount",{n:t})}):null,be=({rejected:t,isOpen:n=!1})=>t.length===0?null:e("details",{class:"rejected",open:n,children:[e("summary",{children:s("rejectedBefore",{n:t.length})}),e("ul",{class:"plain-list",children:t.map(r=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(u,{children:z(r)?.displayName??s("reviewNoCourse")})})," ",r.role&&e("span",{class:"tag",children:s(r.role)}),e("span",{class:"tag",children:s(r.kind)}),e("span",{class:"tag",children:s("strength",{s:r.strength})})]}),e("p",{children:e(k,{children:U(r)})}),r.rationale&&e("p",{class:"fine",children:[s("reviewReason"),s("colon"),e(u,{children:A(r.rationale,r.rationaleLabel)}),r.author&&` \xB7 ${s("proposedBy",{who:y(r.author)})}`]})]},r.code))})]});var V=`query FitMajors($text: String!) {
  search(text: $text, kinds: [MAJOR], first: 30) {
    node {
      __typename
      id
      ... on Major { edition majorKey: code name educationLevel teachingStandards { id year } }
    }
  }
}
`;var $=`query FitStandards {
  skillStandards(first: 50) { nodes { id version requirementCount certificate { id name } } }
}
`;var Y=(t,n)=>(n.row?.unknown===n.row?.requirements?0:1)-(t.row?.unknown===t.row?.requirements?0:1),J=({side:{major:t,standard:n,row:r},target:a,to:i})=>e("li",{class:"row",children:[e("a",{href:i(n.id,a),children:e(u,{children:t.name})}),e("span",{class:"fine",children:[t.majorKey&&e(b,{children:t.majorKey})," ",s(t.educationLevel)]}),r&&e(D,{counts:q(r),size:"s",about:t.name})]}),Z=({plans:t,target:n,to:r})=>t.length===0?null:e(c,{children:[e("h3",{children:s("fitPlans")}),e("ul",{class:"picks in-columns",children:t.map(a=>e("li",{children:[e("a",{href:r(a.id,n),children:e(u,{children:a.displayName})})," ",e("span",{class:"fine",children:e(u,{children:[a.collegeName," ",a.grade]})})]},a.id))})]});function ee({certificate:t,rows:n,target:r,to:a}){let i=O(t).flatMap(d=>d.teachingStandards.map(m=>({major:d,standard:m,row:n.find(o=>o.major===d.id)}))),l=v(t);return i.length+l.length===0?e(j,{title:s("suitingNone"),children:s("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks in-columns",children:i.sort(Y).map(d=>e(J,{side:d,target:r,to:a},d.standard.id))}),e(Z,{plans:l,target:r,to:a}),e(x,{})]})}function te({text:t,target:n,to:r}){let a=p(V,{text:t});return e(f,{answer:a,rows:1,children:({search:i})=>{let l=i.map(o=>o.node).filter(o=>o.__typename==="Major"),d=l.flatMap(o=>o.teachingStandards.map(I=>({major:o,standard:I,row:void 0}))),m=l.filter(o=>o.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:d.length>0?s("otherMajorFound",{n:d.length}):s("otherMajorNone",{text:t})}),d.length>0&&e("ul",{class:"picks",children:d.map(o=>e(J,{side:o,target:n,to:r},o.standard.id))}),m.length>0&&e("p",{class:"fine",children:[s("otherMajorWithout")," ",m.map(o=>e(c,{children:[e("a",{href:Q(o),children:[e(u,{children:o.name})," ",o.majorKey&&e(b,{children:o.majorKey})]})," "]},o.id))]})]})}})}var re=100;function ne({target:t,to:n=S}){let[r,a]=g(""),[i,l]=g("");return e("form",{onSubmit:m=>{m.preventDefault(),l(r.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select",children:[e("span",{children:s("otherMajor")}),e("input",{type:"search",maxLength:re,value:r,onInput:m=>a(m.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!r.trim(),children:s("otherMajorFind")})]}),i&&e(te,{text:i,target:t,to:n},i)]})}function ae({name:t,id:n,to:r=S}){let a=p(L,{certificate:t}),i=p(P,{certificate:t});return e(f,{answer:a,children:({certificate:l})=>e(f,{answer:i,children:({coverageCube:d})=>e(ee,{certificate:l,rows:d?.rows??[],target:n,to:r})})})}function se(t){return E(t.flatMap(r=>r.certificate??[]),r=>r.id).map(r=>({...r,requirements:N(t.filter(({certificate:a})=>a?.id===r.id))?.requirementCount??0}))}function Te(){M(s("fit"));let t=p($,{});return e(c,{children:[e("h1",{children:s("fitStart")}),e("p",{class:"lead",children:s("fitStartLead")}),e(f,{answer:t,children:({skillStandards:n})=>{let r=se(n.nodes),a=r.find(i=>i.id===h("target"))??r[0];return a?e("div",{class:"fit-start",children:[e("section",{class:"card edge-x",children:[e("h2",{children:s("fitStandards")}),e("ul",{class:"picks",children:r.map(i=>e("li",{children:e("button",{type:"button","aria-pressed":i===a,onClick:()=>R({target:i.id}),children:[e(u,{children:i.name})," ",e("span",{class:"fine",children:s("requirementsCount",{n:i.requirements})})]})},i.id))})]}),e("section",{class:"card edge-one",children:[e("h2",{children:s("fitSubjects")}),e(ne,{target:a.id}),e(ae,{name:a.name,id:a.id})]})]}):e(j,{title:s("noFullStandard"),children:s("noOutlineHelp")})}})]})}export{ge as a,ye as b,z as c,U as d,je as e,be as f,ne as g,ae as h,Te as i};
