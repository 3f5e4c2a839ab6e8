import{a as V}from"./chunk-DRYYDJTF.js";import{b as $,c as R,e as I}from"./chunk-Q2T5VZXH.js";import{a as A}from"./chunk-XMUF66HR.js";import{a as T,b as _}from"./chunk-EZRNYEUW.js";import{a as O}from"./chunk-TZFG6464.js";import{b as D,n as N,p as q}from"./chunk-XFOGXJDR.js";import{a as x}from"./chunk-KJGFOK3E.js";import{A as P,C as w,a as Q,e as b,h as g,m,q as v,r as h,x as L}from"./chunk-QUEX6VDZ.js";import{a as e}from"./chunk-ZYMBPWGF.js";import{c as s,g as E,h as S,j as M}from"./chunk-WPBCMP5M.js";import{i as p,j as k}from"./chunk-E4WSAS5T.js";import{b as c,d as f,h as C,r as y,t as j,z as F}from"./chunk-ORRHCIBS.js";var J=`query FitRejected($programmes: [ID!]!, $after: String) {
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
`;var B=`query RejectedAlignments($programmes: [ID!]!, $requirement: ID!) {
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
`;var Y=[];function we(t,n){let r=t.length>0&&n?{programmes:[...t],requirement:n}:null,{data:a,error:i,isLoading:l}=p(B,r);return l||i?{data:null,error:i,isLoading:l}:{data:r&&a?.node?.__typename==="SkillRequirement"?a.node.alignments.nodes:Y,error:i,isLoading:l}}var Z={next:({alignments:{pageInfo:t}})=>t.hasNextPage?t.endCursor??null:null,joined:(t,{alignments:n})=>({alignments:{...n,nodes:[...t.alignments.nodes,...n.nodes]}})};function Re({holders:t,courses:n}){let r=t.length>0?{programmes:t.map(i=>i.id)}:null,{data:a}=k(J,r,Z);return C(()=>{let i=new Set(n.map(d=>d.id)),l=new Map;for(let{requirement:d,course:u,planCourse:o}of a?.alignments.nodes??[])d&&i.has(u?.id??o?.id??"")&&l.set(d.id,(l.get(d.id)??0)+1);return l},[a,n])}var ee=({course:t,planCourse:n})=>t??n??null,te=({decidedOn:t,reviewer:n,changes:r})=>s("rejectedOn",{day:E(t),who:n?S(n):s("unknown"),why:r.nodes[0]?.reason??s("unknown")}),Ce=({item:{rejected:t,state:n}})=>t>0&&n!=="COVERED"?e("span",{class:"waits refused",children:s("rejectedCount",{n:t})}):null,Fe=({rejected:t,isOpen:n=!1})=>t.length===0?null:e("details",{class:"rejected",open:n,children:[e("summary",{children:s("rejectedBefore",{n:t.length})}),e("ul",{class:"plain-list",children:t.map(r=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(m,{children:ee(r)?.displayName??s("reviewNoCourse")})})," ",r.role&&e("span",{class:"tag",children:s(r.role)}),e("span",{class:"tag",children:s(r.kind)}),e("span",{class:"tag",children:s("strength",{s:r.strength})})]}),e("p",{children:e(v,{children:te(r)})}),r.rationale&&e("p",{class:"fine",children:[s("reviewReason"),s("colon"),e(V,{of:r}),r.author&&` \xB7 ${s("proposedBy",{who:S(r.author)})}`]})]},r.code))})]});var K=`query FitMajors($text: String!) {
  search(text: $text, kinds: [MAJOR], first: 30) {
    node {
      __typename
      id
      ... on Major { edition majorKey: code name educationLevel teachingStandards { id year } }
    }
  }
}
`;var G=`query FitStandards {
  skillStandards(first: 50) { nodes { id version requirementCount levels { level } certificate { id name } } }
}
`;var ae=(t,n)=>(n.row?.unknown===n.row?.requirements?0:1)-(t.row?.unknown===t.row?.requirements?0:1),z=({side:{major:t,standard:n,row:r},target:a,to:i})=>e("li",{class:"row",children:[e("a",{href:i(n.id,a),children:e(m,{children:t.name})}),e("span",{class:"fine",children:[t.majorKey&&e(h,{children:t.majorKey})," ",s(t.educationLevel)]}),r&&e(N,{counts:D(r),size:"s",about:t.name})]}),se=({plans:t,target:n,to:r})=>t.length===0?null:e(c,{children:[e("h3",{children:s("fitPlans")}),e("ul",{class:"picks in-columns",children:t.map(a=>e("li",{children:[e("a",{href:r(a.id,n),children:e(m,{children:a.displayName})})," ",e("span",{class:"fine",children:e(m,{children:[a.collegeName," ",a.grade]})})]},a.id))})]});function ie({certificate:t,rows:n,target:r,to:a}){let i=T(t).flatMap(d=>d.teachingStandards.map(u=>({major:d,standard:u,row:n.find(o=>o.major===d.id)}))),l=_(t);return i.length+l.length===0?e(b,{title:s("suitingNone"),children:s("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks in-columns",children:i.sort(ae).map(d=>e(z,{side:d,target:r,to:a},d.standard.id))}),e(se,{plans:l,target:r,to:a}),e(q,{})]})}function oe({text:t,target:n,to:r}){let a=p(K,{text:t});return e(g,{answer:a,rows:1,children:({search:i})=>{let l=i.map(o=>o.node).filter(o=>o.__typename==="Major"),d=l.flatMap(o=>o.teachingStandards.map(U=>({major:o,standard:U,row:void 0}))),u=l.filter(o=>o.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:d.length>0?s("otherMajorFound",{n:d.length}):s("otherMajorNone",{text:t})}),d.length>0&&e("ul",{class:"picks",children:d.map(o=>e(z,{side:o,target:n,to:r},o.standard.id))}),u.length>0&&e("p",{class:"fine",children:[M(s("otherMajorWithout")),u.map(o=>e(c,{children:[e("a",{href:P(o),children:[e(m,{children:o.name})," ",o.majorKey&&e(h,{children:o.majorKey})]})," "]},o.id))]})]})}})}var de=100;function le({target:t,to:n=w}){let[r,a]=f(""),[i,l]=f("");return e("form",{onSubmit:u=>{u.preventDefault(),l(r.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select wide",children:[e("span",{children:s("otherMajor")}),e("input",{type:"search",maxLength:de,value:r,onInput:u=>a(u.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!r.trim(),children:s("otherMajorFind")})]}),i&&e(oe,{text:i,target:t,to:n},i)]})}function ue({name:t,id:n,to:r=w,level:a=null,hasBars:i=!0}){let l=p(O,{certificate:t}),d=p(A,{certificate:t,...a&&{level:[a]}});return e(g,{answer:l,children:({certificate:u})=>e(g,{answer:d,children:({coverageCube:o})=>e(ie,{certificate:u,rows:i?o?.rows??[]:[],target:n,to:r})})})}function me(t){return L(t.flatMap(r=>r.certificate??[]),r=>r.id).map(r=>{let a=t.filter(({certificate:i})=>i?.id===r.id);return{...r,versions:a,requirements:x(a)?.requirementCount??0}})}var H=(t,n)=>j(["fit"],{subject:t,...R(n)});function Ke(){Q(s("fit"));let t=p(G,{});return e(c,{children:[e("h1",{children:s("fitStart")}),e("p",{class:"lead",children:s("fitStartLead")}),e(g,{answer:t,children:({skillStandards:n})=>{let r=me(n.nodes),a=r.find(i=>i.id===y("target"))??r[0];return a?e("div",{class:"fit-start",children:[e("section",{class:"card edge-x",children:[e("h2",{children:s("fitStandards")}),e("ul",{class:"picks",children:r.map(i=>e("li",{children:e("button",{type:"button","aria-pressed":i===a,onClick:()=>F({target:i.id,level:null,standard:null}),children:[e(m,{children:i.name})," ",e("span",{class:"fine",children:s("requirementsCount",{n:i.requirements})})]})},i.id))}),e(I,{standards:a.versions})]}),e("section",{class:"card edge-one",children:[e("h2",{children:s("fitSubjects")}),e(le,{target:a.id,to:H}),e("p",{children:e("a",{href:j(["fit"],{...R(a.id),pick:"search"}),children:s("fitPickSet")})}),e(ue,{name:a.name,id:a.id,to:H,level:$(a.versions),hasBars:y("standard")===null})]})]}):e(b,{title:s("noFullStandard"),children:s("noOutlineHelp")})}})]})}export{we as a,Re as b,ee as c,te as d,Ce as e,Fe as f,le as g,ue as h,Ke as i};
