import{a as N}from"./chunk-PR6H5SWT.js";import{a as L}from"./chunk-GEKYN6GA.js";import{a as A,b as O}from"./chunk-4ETLK2AL.js";import{a as P}from"./chunk-TZFG6464.js";import{b as Q,m as q,o as x}from"./chunk-KXI22YK4.js";import{a as D}from"./chunk-KJGFOK3E.js";import{a as M,d as j,g,k as u,m as b,s as k,v as E,x as S}from"./chunk-YJDUPHYV.js";import{a as e}from"./chunk-B3O5YLS7.js";import{c as s,g as F,h as y}from"./chunk-H7YEE6Q3.js";import{g as p,h as C}from"./chunk-WZHDEG5J.js";import{b as c,d as f,h as w,r as h,y as R}from"./chunk-22CZTWQI.js";var v=`query FitRejected($subject: ID!, $after: String) {
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
`;var T=`query RejectedAlignments($programme: ID!, $requirement: ID!) {
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
`;var B=[];function ge(t,n){let r=t&&n?{programme:t,requirement:n}:null,{data:a,error:i,isLoading:l}=p(T,r);return l||i?{data:null,error:i,isLoading:l}:{data:r&&a?.node?.__typename==="SkillRequirement"?a.node.alignments.nodes:B,error:i,isLoading:l}}var G={next:({alignments:{pageInfo:t}})=>t.hasNextPage?t.endCursor??null:null,joined:(t,{alignments:n})=>({alignments:{...n,nodes:[...t.alignments.nodes,...n.nodes]}})};function fe(t){let{data:n}=C(v,{subject:t},G);return w(()=>{let r=new Map;for(let{requirement:a}of n?.alignments.nodes??[])a&&r.set(a.id,(r.get(a.id)??0)+1);return r},[n])}var H=({course:t,planCourse:n})=>t??n??null,z=({decidedOn:t,reviewer:n,changes:r})=>s("rejectedOn",{day:F(t),who:n?y(n):s("unknown"),why:r.nodes[0]?.reason??s("unknown")}),ye=({item:{rejected:t,state:n}})=>t>0&&n!=="COVERED"?e("span",{class:"waits refused",children:s("rejectedCount",{n:t})}):null,je=({rejected:t,isOpen:n=!1})=>t.length===0?null:e("details",{class:"rejected",open:n,children:[e("summary",{children:s("rejectedBefore",{n:t.length})}),e("ul",{class:"plain-list",children:t.map(r=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(u,{children:H(r)?.displayName??s("reviewNoCourse")})})," ",r.role&&e("span",{class:"tag",children:s(r.role)}),e("span",{class:"tag",children:s(r.kind)}),e("span",{class:"tag",children:s("strength",{s:r.strength})})]}),e("p",{children:z(r)}),r.rationale&&e("p",{class:"fine",children:[s("reviewReason"),s("colon"),e(u,{children:L(r.rationale,r.rationaleLabel)}),r.author&&` \xB7 ${s("proposedBy",{who:y(r.author)})}`]})]},r.code))})]});var _=`query FitMajors($text: String!) {
  search(text: $text, kinds: [MAJOR], first: 30) {
    node {
      __typename
      id
      ... on Major { edition majorKey: code name educationLevel teachingStandards { id year } }
    }
  }
}
`;var V=`query FitStandards {
  skillStandards(first: 50) { nodes { id version requirementCount certificate { id name } } }
}
`;var X=(t,n)=>(n.row?.unknown===n.row?.requirements?0:1)-(t.row?.unknown===t.row?.requirements?0:1),$=({side:{major:t,standard:n,row:r},target:a,to:i})=>e("li",{class:"row",children:[e("a",{href:i(n.id,a),children:e(u,{children:t.name})}),e("span",{class:"fine",children:[t.majorKey&&e(b,{children:t.majorKey})," ",s(t.educationLevel)]}),r&&e(q,{counts:Q(r),size:"s",about:t.name})]}),Y=({plans:t,target:n,to:r})=>t.length===0?null:e(c,{children:[e("h3",{children:s("fitPlans")}),e("ul",{class:"picks",children:t.map(a=>e("li",{children:[e("a",{href:r(a.id,n),children:e(u,{children:a.displayName})})," ",e("span",{class:"fine",children:e(u,{children:[a.collegeName," ",a.grade]})})]},a.id))})]});function Z({certificate:t,rows:n,target:r,to:a}){let i=A(t).flatMap(d=>d.teachingStandards.map(m=>({major:d,standard:m,row:n.find(o=>o.major===d.id)}))),l=O(t);return i.length+l.length===0?e(j,{title:s("suitingNone"),children:s("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks",children:i.sort(X).map(d=>e($,{side:d,target:r,to:a},d.standard.id))}),e(Y,{plans:l,target:r,to:a}),e(x,{})]})}function ee({text:t,target:n,to:r}){let a=p(_,{text:t});return e(g,{answer:a,rows:1,children:({search:i})=>{let l=i.map(o=>o.node).filter(o=>o.__typename==="Major"),d=l.flatMap(o=>o.teachingStandards.map(J=>({major:o,standard:J,row:void 0}))),m=l.filter(o=>o.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:d.length>0?s("otherMajorFound",{n:d.length}):s("otherMajorNone",{text:t})}),d.length>0&&e("ul",{class:"picks",children:d.map(o=>e($,{side:o,target:n,to:r},o.standard.id))}),m.length>0&&e("p",{class:"fine",children:[s("otherMajorWithout")," ",m.map(o=>e(c,{children:[e("a",{href:E(o),children:[e(u,{children:o.name})," ",o.majorKey&&e(b,{children:o.majorKey})]})," "]},o.id))]})]})}})}var te=100;function re({target:t,to:n=S}){let[r,a]=f(""),[i,l]=f("");return e("form",{onSubmit:m=>{m.preventDefault(),l(r.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select",children:[e("span",{children:s("otherMajor")}),e("input",{type:"search",maxLength:te,value:r,onInput:m=>a(m.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!r.trim(),children:s("otherMajorFind")})]}),i&&e(ee,{text:i,target:t,to:n},i)]})}function ne({name:t,id:n,to:r=S}){let a=p(P,{certificate:t}),i=p(N,{certificate:t});return e(g,{answer:a,children:({certificate:l})=>e(g,{answer:i,children:({coverageCube:d})=>e(Z,{certificate:l,rows:d?.rows??[],target:n,to:r})})})}function ae(t){return k(t.flatMap(r=>r.certificate??[]),r=>r.id).map(r=>({...r,requirements:D(t.filter(({certificate:a})=>a?.id===r.id))?.requirementCount??0}))}function ve(){M(s("fit"));let t=p(V,{});return e(c,{children:[e("h1",{children:s("fitStart")}),e("p",{class:"lead",children:s("fitStartLead")}),e(g,{answer:t,children:({skillStandards:n})=>{let r=ae(n.nodes),a=r.find(i=>i.id===h("target"))??r[0];return a?e("div",{class:"pair",children:[e("section",{class:"card edge-x",children:[e("h2",{children:s("fitStandards")}),e("ul",{class:"picks",children:r.map(i=>e("li",{children:e("button",{type:"button","aria-pressed":i===a,onClick:()=>R({target:i.id}),children:[e(u,{children:i.name})," ",e("span",{class:"fine",children:s("requirementsCount",{n:i.requirements})})]})},i.id))})]}),e("section",{class:"card edge-one",children:[e("h2",{children:s("fitSubjects")}),e(re,{target:a.id}),e(ne,{name:a.name,id:a.id})]})]}):e(j,{title:s("noFullStandard"),children:s("noOutlineHelp")})}})]})}export{ge as a,fe as b,H as c,z as d,ye as e,je as f,re as g,ne as h,ve as i};
