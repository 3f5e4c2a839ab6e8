import{a as _}from"./chunk-27NHHX2L.js";import{b as V,c as $,f as I}from"./chunk-L2AQA2DE.js";import{a as x}from"./chunk-XMUF66HR.js";import{a as q}from"./chunk-KJGFOK3E.js";import{a as O,b as T}from"./chunk-WWH7BR2C.js";import{a as A}from"./chunk-TZFG6464.js";import{b as P,n as D,p as N}from"./chunk-K5K33SZI.js";import{e as m,i as v,j as h,p as Q,s as L,u as w}from"./chunk-JPVBINGJ.js";import{a as M,e as b,h as g}from"./chunk-EQ2KXV2Y.js";import{a as e}from"./chunk-ZYMBPWGF.js";import{i as p,j as F}from"./chunk-E4WSAS5T.js";import{c as s,g as k,h as S,j as E}from"./chunk-NJFYPPOQ.js";import{b as c,d as f,h as R,r as y,t as j,z as C}from"./chunk-ORRHCIBS.js";var J=`query FitRejected($programmes: [ID!]!, $after: String) {
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
`;var X=[];function he(t,a){let r=t.length>0&&a?{programmes:[...t],requirement:a}:null,{data:n,error:o,isLoading:u}=p(B,r);return u||o?{data:null,error:o,isLoading:u}:{data:r&&n?.node?.__typename==="SkillRequirement"?n.node.alignments.nodes:X,error:o,isLoading:u}}var Y={next:({alignments:{pageInfo:t}})=>t.hasNextPage?t.endCursor??null:null,joined:(t,{alignments:a})=>({alignments:{...a,nodes:[...t.alignments.nodes,...a.nodes]}})};function we({holders:t,courses:a}){let r=t.length>0?{programmes:t.map(o=>o.id)}:null,{data:n}=F(J,r,Y);return R(()=>{let o=new Set(a.map(l=>l.id)),u=new Map;for(let{requirement:l,course:i,planCourse:d}of n?.alignments.nodes??[])l&&o.has(i?.id??d?.id??"")&&u.set(l.id,(u.get(l.id)??0)+1);return u},[n,a])}var Z=({course:t,planCourse:a})=>t??a??null,ee=({decidedOn:t,reviewer:a,changes:r})=>s("rejectedOn",{day:k(t),who:a?S(a):s("unknown"),why:r.nodes[0]?.reason??s("unknown")}),Re=({item:{rejected:t,state:a}})=>t>0&&a!=="COVERED"?e("span",{class:"waits refused",children:s("rejectedCount",{n:t})}):null,Ce=({rejected:t,isOpen:a=!1})=>t.length===0?null:e("details",{class:"rejected",open:a,children:[e("summary",{children:s("rejectedBefore",{n:t.length})}),e("ul",{class:"plain-list",children:t.map(r=>e("li",{class:"proof proof-gap",children:[e("p",{children:[e("b",{children:e(m,{children:Z(r)?.displayName??s("reviewNoCourse")})})," ",r.role&&e("span",{class:"tag",children:s(r.role)}),e("span",{class:"tag",children:s(r.kind)}),e("span",{class:"tag",children:s("strength",{s:r.strength})})]}),e("p",{children:e(v,{children:ee(r)})}),r.rationale&&e("p",{class:"fine",children:[s("reviewReason"),s("colon"),e(_,{of:r}),r.author&&` \xB7 ${s("proposedBy",{who:S(r.author)})}`]})]},r.code))})]});var K=`query FitMajors($text: String!) {
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
`;var ne=(t,a)=>(a.row?.unknown===a.row?.requirements?0:1)-(t.row?.unknown===t.row?.requirements?0:1),H=({side:{major:t,standard:a,row:r},target:n,to:o})=>e("li",{class:"row",children:[e("a",{href:o(a.id,n),children:e(m,{children:t.name})}),e("span",{class:"fine",children:[t.majorKey&&e(h,{children:t.majorKey})," ",s(t.educationLevel)]}),r&&e(D,{counts:P(r),size:"s",about:t.name})]}),ae=({plans:t,target:a,to:r})=>t.length===0?null:e(c,{children:[e("h3",{children:s("fitPlans")}),e("ul",{class:"picks in-columns",children:t.map(n=>e("li",{children:[e("a",{href:r(n.id,a),children:e(m,{children:n.displayName})})," ",e("span",{class:"fine",children:e(m,{children:[n.collegeName," ",n.grade]})})]},n.id))})]});function se({certificate:t,rows:a,target:r,to:n}){let o=O(t).flatMap(l=>l.teachingStandards.map(i=>({major:l,standard:i,row:a.find(d=>d.major===l.id)}))),u=T(t);return o.length+u.length===0?e(b,{title:s("suitingNone"),children:s("suitingNoneHelp")}):e(c,{children:[e("ul",{class:"picks in-columns",children:o.sort(ne).map(l=>e(H,{side:l,target:r,to:n},l.standard.id))}),e(ae,{plans:u,target:r,to:n}),e(N,{})]})}function ie({text:t,target:a,to:r}){let n=p(K,{text:t});return e(g,{answer:n,rows:1,children:({search:o})=>{let u=o.map(d=>d.node).filter(d=>d.__typename==="Major"),l=u.flatMap(d=>d.teachingStandards.map(z=>({major:d,standard:z,row:void 0}))),i=u.filter(d=>d.teachingStandards.length===0);return e(c,{children:[e("p",{class:"fine",role:"status",children:l.length>0?s("otherMajorFound",{n:l.length}):s("otherMajorNone",{text:t})}),l.length>0&&e("ul",{class:"picks",children:l.map(d=>e(H,{side:d,target:a,to:r},d.standard.id))}),i.length>0&&e("p",{class:"fine",children:[E(s("otherMajorWithout")),i.map(d=>e(c,{children:[e("a",{href:L(d),children:[e(m,{children:d.name})," ",d.majorKey&&e(h,{children:d.majorKey})]})," "]},d.id))]})]})}})}var oe=100;function de({target:t,to:a=w}){let[r,n]=f(""),[o,u]=f("");return e("form",{onSubmit:i=>{i.preventDefault(),u(r.trim())},children:[e("p",{class:"row",children:[e("label",{class:"select wide",children:[e("span",{children:s("otherMajor")}),e("input",{type:"search",maxLength:oe,value:r,onInput:i=>n(i.currentTarget.value)})]}),e("button",{type:"submit",class:"button",disabled:!r.trim(),children:s("otherMajorFind")})]}),o&&e(ie,{text:o,target:t,to:a},o)]})}function le({name:t,id:a,to:r=w,level:n=null,hasBars:o=!0}){let u=p(A,{certificate:t}),l=p(x,{certificate:t,...n&&{level:[n]}});return e(g,{answer:u,children:({certificate:i})=>e(g,{answer:l,children:({coverageCube:d})=>e(se,{certificate:i,rows:o?d?.rows??[]:[],target:a,to:r})})})}function ue(t){return Q(t.flatMap(r=>r.certificate??[]),r=>r.id).map(r=>{let n=t.filter(({certificate:o})=>o?.id===r.id);return{...r,versions:n,requirements:q(n)?.requirementCount??0}})}function Be(){M(s("fit"));let t=p(G,{});return e(c,{children:[e("h1",{children:s("fitStart")}),e("p",{class:"lead",children:s("fitStartLead")}),e(g,{answer:t,children:({skillStandards:a})=>{let r=ue(a.nodes),n=r.find(i=>i.id===y("target"))??r[0];if(!n)return e(b,{title:s("noFullStandard"),children:s("noOutlineHelp")});let o=n.versions.find(i=>i.id===y("standard"))?.id??null,u=i=>({...$(i),standard:o}),l=(i,d)=>j(["fit"],{subject:i,...u(d)});return e("div",{class:"fit-start",children:[e("section",{class:"card edge-x",children:[e("h2",{children:s("fitStandards")}),e("ul",{class:"picks",children:r.map(i=>e("li",{children:e("button",{type:"button","aria-pressed":i===n,onClick:()=>C({target:i.id,level:null,standard:null}),children:[e(m,{children:i.name})," ",e("span",{class:"fine",children:s("requirementsCount",{n:i.requirements})})]})},i.id))}),e(I,{target:n.id,standards:n.versions})]}),e("section",{class:"card edge-one",children:[e("h2",{children:s("fitSubjects")}),e(de,{target:n.id,to:l}),e("p",{children:e("a",{href:j(["fit"],{...u(n.id),pick:"search"}),children:s("fitPickSet")})}),e(le,{name:n.name,id:n.id,to:l,level:V(n.versions),hasBars:o===null})]})]})}})]})}export{he as a,we as b,Z as c,ee as d,Re as e,Ce as f,de as g,le as h,Be as i};
