import{a as s}from"./chunk-UBSBZQPU.js";import{a as x,b as g}from"./chunk-D3VKUPE6.js";import{b as B}from"./chunk-SD3KX5M4.js";import{b as A}from"./chunk-AWV5CJJY.js";import{b as f,l as W,m as k}from"./chunk-KXI22YK4.js";import{g as P,k as d,m as w}from"./chunk-VQ5DK3ZR.js";import{a as e}from"./chunk-B3O5YLS7.js";import{c as E,e as a,j as q}from"./chunk-H7YEE6Q3.js";import{f as I}from"./chunk-URRIFLJU.js";import{b as c,r as h,x as b}from"./chunk-22CZTWQI.js";var R=r=>r!=null,T=({requirement:r,ground:t,through:n})=>r?[{...r,ground:t,through:n}]:[];function V({outcomes:r,extended:t,electives:n}){let u=[...new Set([...t.map(i=>i.course),...r.map(i=>i.course)])].map(i=>{let m=t.find(p=>p.course===i),v=r.filter(p=>p.course===i);return{key:i,course:i,line:m?.line??v[0]?.line??null,hours:m?.hours??null,addedHours:m?.addedHours??0,semester:null,practiceHours:null,requirements:v.flatMap(T),similar:[]}}),l=n.map(i=>({key:`+${i.course}`,course:i.course,line:null,hours:null,addedHours:i.hours,semester:i.semester,practiceHours:i.practiceHours,requirements:i.requirements.filter(R),similar:i.similar.map(({course:m})=>m)}));return[...u,...l]}function F(r){let t=h("accepted");return r.map((n,o)=>t===null||t[o]!=="0")}function _(r){b({accepted:r.every(Boolean)?null:r.map(t=>t?"1":"0").join("")})}var z=r=>new Set(r.flatMap(t=>t.requirements.map(n=>n.id))).size,J=r=>r.reduce((t,n)=>t+n.addedHours,0);var N=6,C=({requirements:r})=>e("ul",{class:"edit-requirements",children:r.map(t=>e("li",{children:[e(w,{children:t.code})," ",e(d,{children:t.text})," ",e("span",{class:"fine",children:E(t.level)}),t.ground&&e("span",{class:"fine ground",children:s(`ground_${t.ground}`,{code:t.through?.code??""})})]},t.id))}),$=({requirements:r})=>r.length<=N?e(C,{requirements:r}):e("details",{class:"edit-more",children:[e("summary",{children:s("teaches",{n:a(r.length)})}),e(C,{requirements:r})]});function D({line:r,hours:t,addedHours:n,semester:o,practiceHours:u}){return r===null&&o!==null?s("newElective",{n:a(n),p:a(u??0),s:o}):n===0?s("teachesMore"):t===null?s("moreHours",{n:a(n)}):s("hoursFromTo",{a:a(t),b:a(t+n),n:a(n)})}var X=({edit:r})=>e(c,{children:[e("p",{class:"fine",children:D(r)}),r.line===null&&r.semester!==null&&e("p",{class:"fine ground",children:s("groundElective")}),r.similar.length>0&&e("p",{class:"fine similar",children:[s("similar")," ",e(d,{children:q(r.similar)})]}),e($,{requirements:r.requirements})]});var y=`query PlanWhatIf($plan: ID!, $edits: [TrainingPlanEditInput!]!, $target: ID) {
  trainingPlanWhatIf(plan: $plan, edits: $edits, target: $target, first: 100) {
    complianceBefore { ...verdicts }
    complianceAfter { ...verdicts }
    findings {
      rule { id item measure weeksLeast weeksMost }
      verdictBefore
      verdictAfter
      least
      most
      unit
      measuredLeastBefore
      measuredMostBefore
      measuredLeastAfter
      measuredMostAfter
    }
    coverageBefore { ...states }
    coverageAfter { ...states }
  }
}

fragment verdicts on ComplianceCounts { passed failed remarked unknown notApplicable }
fragment states on WhatIfCoverage { requirements covered partlyCovered unknown notCovered }
`;var M=[["FAIL","failed"],["REMARK","remarked"],["UNKNOWN","unknown"],["PASS","passed"]],S=({complianceBefore:r,complianceAfter:t})=>r&&t?e("ul",{class:"hour-rules",children:M.map(([n,o])=>e("li",{children:[e("span",{children:x(n)}),e("b",{class:"number",children:r[o]===t[o]?a(t[o]):`${a(r[o])} \u2192 ${a(t[o])}`})]},n))}):null,L=({findings:r})=>{let t=r.filter(n=>n.verdictBefore!==n.verdictAfter);return t.length===0?e("p",{class:"fine",children:s("noVerdictChanges")}):e("ul",{children:t.map(n=>e("li",{children:[e(d,{children:n.rule.item})," ",e("span",{class:"tag",children:[n.verdictBefore?g("",n.verdictBefore):"\u2014"," \u2192 ",n.verdictAfter?g("",n.verdictAfter):"\u2014"]})]},n.rule.id))})},O=({name:r,states:t})=>t?.requirements?e("li",{children:[e("span",{children:r}),e(W,{counts:f(t)}),e(k,{counts:f(t),about:r,size:"s"})]}):null;function de({plan:r,edits:t,target:n}){let o=t.length>0?{plan:r.id,edits:[...t],target:n}:null,u=I(y,o,A.value);return o?e(P,{answer:u,rows:3,children:({trainingPlanWhatIf:l})=>l&&e("div",{class:"what-if",role:"status",children:[e("h4",{children:s("verdictsThen")}),e(S,{...l}),e(L,{...l}),l.coverageBefore?.requirements&&e(c,{children:[e("h4",{children:s("coverageThen")}),e("ul",{class:"what-if-bars",children:[e(O,{name:s("before"),states:l.coverageBefore}),e(O,{name:s("after"),states:l.coverageAfter})]})]}),e("p",{class:"fine",children:e(B,{query:y,variables:o})})]})}):e("p",{class:"fine",children:s("noLineChanges")})}export{V as a,F as b,_ as c,z as d,J as e,C as f,X as g,y as h,de as i};
