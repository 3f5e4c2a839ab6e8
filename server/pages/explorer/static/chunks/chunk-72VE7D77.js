import{a as i}from"./chunk-HSYKXKZT.js";import{a as B,b as f}from"./chunk-TENNWBW2.js";import{b as P}from"./chunk-CZDO44SW.js";import{b as W}from"./chunk-KILXMZCS.js";import{b as c,l as w,m as A}from"./chunk-ASBVJNJY.js";import{g as k,k as u,n as q}from"./chunk-5ZBA6H5R.js";import{a as r}from"./chunk-LIWBV3CH.js";import{c as I,e as a,j as E}from"./chunk-KU5TGPBV.js";import{g as b}from"./chunk-QPIXK7PD.js";import{b as m,s as h,y as v}from"./chunk-EB7APLVE.js";var R=6,x=({requirements:e})=>r("ul",{class:"edit-requirements",children:e.map(t=>r("li",{children:[r(q,{children:t.code})," ",r(u,{children:t.text})," ",r("span",{class:"fine",children:I(t.level)}),t.ground&&r("span",{class:"fine ground",children:i(`ground_${t.ground}`,{code:t.through?.code??""})})]},t.id))}),T=({requirements:e})=>e.length<=R?r(x,{requirements:e}):r("details",{class:"edit-more",children:[r("summary",{children:i("teaches",{n:a(e.length)})}),r(x,{requirements:e})]});function N({line:e,hours:t,addedHours:n,semester:o,practiceHours:d}){return e===null&&o!==null?i("newElective",{n:a(n),p:a(d??0),s:o}):n===0?i("teachesMore"):t===null?i("moreHours",{n:a(n)}):i("hoursFromTo",{a:a(t),b:a(t+n),n:a(n)})}var _=({edit:e})=>r(m,{children:[r("p",{class:"fine",children:N(e)}),e.line===null&&e.semester!==null&&r("p",{class:"fine ground",children:i("groundElective")}),e.similar.length>0&&r("p",{class:"fine similar",children:[i("similar")," ",r(u,{children:E(e.similar)})]}),r(T,{requirements:e.requirements})]});var $=e=>e!=null,D=({requirement:e,ground:t,through:n})=>e?[{...e,ground:t,through:n}]:[];function G({outcomes:e,extended:t,electives:n}){let d=[...new Set([...t.map(s=>s.course),...e.map(s=>s.course)])].map(s=>{let l=t.find(p=>p.course===s),y=e.filter(p=>p.course===s);return{key:s,course:s,line:l?.line??y[0]?.line??null,hours:l?.hours??null,addedHours:l?.addedHours??0,semester:null,practiceHours:null,requirements:y.flatMap(D),similar:[]}}),O=n.map(s=>({key:`+${s.course}`,course:s.course,line:null,hours:null,addedHours:s.hours,semester:s.semester,practiceHours:s.practiceHours,requirements:s.requirements.filter($),similar:s.similar.map(({course:l})=>l)}));return[...d,...O]}function U(e){let t=h("accepted");return e.map((n,o)=>t===null||t[o]!=="0")}function j(e){v({accepted:e.every(Boolean)?null:e.map(t=>t?"1":"0").join("")})}var X=e=>new Set(e.flatMap(t=>t.requirements.map(n=>n.id))).size,Y=e=>e.reduce((t,n)=>t+n.addedHours,0);var g=`query PlanWhatIf($plan: ID!, $edits: [TrainingPlanEditInput!]!, $target: ID) {
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
`;var M=[["FAIL","failed"],["REMARK","remarked"],["UNKNOWN","unknown"],["PASS","passed"]],Q=({complianceBefore:e,complianceAfter:t})=>e&&t?r("ul",{class:"hour-rules",children:M.map(([n,o])=>r("li",{children:[r("span",{children:B(n)}),r("b",{class:"number",children:e[o]===t[o]?a(t[o]):`${a(e[o])} \u2192 ${a(t[o])}`})]},n))}):null,S=({findings:e})=>{let t=e.filter(n=>n.verdictBefore!==n.verdictAfter);return t.length===0?r("p",{class:"fine",children:i("noVerdictChanges")}):r("ul",{children:t.map(n=>r("li",{children:[r(u,{children:n.rule.item})," ",r("span",{class:"tag",children:[n.verdictBefore?f("",n.verdictBefore):"\u2014"," \u2192 ",n.verdictAfter?f("",n.verdictAfter):"\u2014"]})]},n.rule.id))})},C=({name:e,states:t})=>t?.requirements?r("li",{children:[r("span",{children:e}),r(w,{counts:c(t)}),r(A,{counts:c(t),about:e,size:"s"})]}):null;function de(e,t,n){let o=t.length>0?{plan:e.id,edits:[...t],target:n}:null;return{variables:o,answer:b(g,o,W.value)}}function pe({asked:{variables:e,answer:t}}){return e?r(k,{answer:t,rows:3,children:({trainingPlanWhatIf:n})=>n&&r("div",{class:"what-if",role:"status",children:[r("h4",{children:i("verdictsThen")}),r(Q,{...n}),r(S,{...n}),n.coverageBefore?.requirements&&r(m,{children:[r("h4",{children:i("coverageThen")}),r("ul",{class:"what-if-bars",children:[r(C,{name:i("before"),states:n.coverageBefore}),r(C,{name:i("after"),states:n.coverageAfter})]})]}),r("p",{class:"fine",children:r(P,{query:g,variables:e})})]})}):r("p",{class:"fine",children:i("noLineChanges")})}export{x as a,_ as b,G as c,U as d,j as e,X as f,Y as g,de as h,pe as i};
