import{a as i}from"./chunk-CARUNW5F.js";import{a as x,b as f}from"./chunk-ZOBTOEIJ.js";import{b as B}from"./chunk-YIM5KQLF.js";import{b as W}from"./chunk-HPELZMYI.js";import{b as c,m as A,n as P}from"./chunk-K5K33SZI.js";import{e as u,j as w}from"./chunk-JPVBINGJ.js";import{h as q}from"./chunk-EQ2KXV2Y.js";import{a as r}from"./chunk-ZYMBPWGF.js";import{i as b}from"./chunk-E4WSAS5T.js";import{c as I,e as a,j as E,k}from"./chunk-NJFYPPOQ.js";import{b as m,r as h,y as v}from"./chunk-ORRHCIBS.js";var T=6,C=({requirements:e})=>r("ul",{class:"edit-requirements",children:e.map(t=>r("li",{children:[r(w,{children:t.code})," ",r(u,{children:t.text})," ",r("span",{class:"fine",children:I(t.level)}),t.ground&&r("span",{class:"fine ground",children:i(`ground_${t.ground}`,{code:t.through?.code??""})})]},t.id))}),N=({requirements:e})=>e.length<=T?r(C,{requirements:e}):r("details",{class:"edit-more",children:[r("summary",{children:i("teaches",{n:a(e.length)})}),r(C,{requirements:e})]});function $({line:e,hours:t,addedHours:n,semester:o,practiceHours:d}){return e===null&&o!==null?i("newElective",{n:a(n),p:a(d??0),s:o}):n===0?i("teachesMore"):t===null?i("moreHours",{n:a(n)}):i("hoursFromTo",{a:a(t),b:a(t+n),n:a(n)})}var z=({edit:e})=>r(m,{children:[r("p",{class:"fine",children:$(e)}),e.line===null&&e.semester!==null&&r("p",{class:"fine ground",children:i("groundElective")}),e.similar.length>0&&r("p",{class:"fine similar",children:[E(i("similar")),r(u,{children:k(e.similar)})]}),r(N,{requirements:e.requirements})]});var D=e=>e!=null,H=({requirement:e,ground:t,through:n})=>e?[{...e,ground:t,through:n}]:[];function U({outcomes:e,extended:t,electives:n}){let d=[...new Set([...t.map(s=>s.course),...e.map(s=>s.course)])].map(s=>{let l=t.find(p=>p.course===s),y=e.filter(p=>p.course===s);return{key:s,course:s,line:l?.line??y[0]?.line??null,hours:l?.hours??null,addedHours:l?.addedHours??0,semester:null,practiceHours:null,requirements:y.flatMap(H),similar:[]}}),R=n.map(s=>({key:`+${s.course}`,course:s.course,line:null,hours:null,addedHours:s.hours,semester:s.semester,practiceHours:s.practiceHours,requirements:s.requirements.filter(D),similar:s.similar.map(({course:l})=>l)}));return[...d,...R]}function j(e){let t=h("accepted");return e.map((n,o)=>t===null||t[o]!=="0")}function X(e){v({accepted:e.every(Boolean)?null:e.map(t=>t?"1":"0").join("")})}var Y=e=>new Set(e.flatMap(t=>t.requirements.map(n=>n.id))).size,Z=e=>e.reduce((t,n)=>t+n.addedHours,0);var g=`query PlanWhatIf($plan: ID!, $edits: [TrainingPlanEditInput!]!, $target: ID) {
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
`;var Q=[["FAIL","failed"],["REMARK","remarked"],["UNKNOWN","unknown"],["PASS","passed"]],S=({complianceBefore:e,complianceAfter:t})=>e&&t?r("ul",{class:"hour-rules",children:Q.map(([n,o])=>r("li",{children:[r("span",{children:x(n)}),r("b",{class:"number",children:e[o]===t[o]?a(t[o]):`${a(e[o])} \u2192 ${a(t[o])}`})]},n))}):null,L=({findings:e})=>{let t=e.filter(n=>n.verdictBefore!==n.verdictAfter);return t.length===0?r("p",{class:"fine",children:i("noVerdictChanges")}):r("ul",{children:t.map(n=>r("li",{children:[r(u,{children:n.rule.item})," ",r("span",{class:"tag",children:[n.verdictBefore?f("",n.verdictBefore):"\u2014"," \u2192 ",n.verdictAfter?f("",n.verdictAfter):"\u2014"]})]},n.rule.id))})},O=({name:e,states:t})=>t?.requirements?r("li",{children:[r("span",{children:e}),r(A,{counts:c(t)}),r(P,{counts:c(t),about:e,size:"s"})]}):null;function pe(e,t,n){let o=t.length>0?{plan:e.id,edits:[...t],target:n}:null;return{variables:o,answer:b(g,o,B.value)}}function ce({asked:{variables:e,answer:t}}){return e?r(q,{answer:t,rows:3,children:({trainingPlanWhatIf:n})=>n&&r("div",{class:"what-if",role:"status",children:[r("h4",{children:i("verdictsThen")}),r(S,{...n}),r(L,{...n}),n.coverageBefore?.requirements&&r(m,{children:[r("h4",{children:i("coverageThen")}),r("ul",{class:"what-if-bars",children:[r(O,{name:i("before"),states:n.coverageBefore}),r(O,{name:i("after"),states:n.coverageAfter})]})]}),r("p",{class:"fine",children:r(W,{query:g,variables:e})})]})}):r("p",{class:"fine",children:i("noLineChanges")})}export{C as a,z as b,U as c,j as d,X as e,Y as f,Z as g,pe as h,ce as i};
