import{a as M}from"./chunk-4KCG46QY.js";import{a as R}from"./chunk-XSABKXRR.js";import{a as l,b as d}from"./chunk-ZOBTOEIJ.js";import{a as E}from"./chunk-B64O7GDT.js";import{e as m,n as k}from"./chunk-JPVBINGJ.js";import{a as n}from"./chunk-ZYMBPWGF.js";import{e as c,k as S}from"./chunk-NJFYPPOQ.js";import{b as i,u as f}from"./chunk-ORRHCIBS.js";var j=`query PlanRules($plan: ID!, $ruleSets: [ID!], $asOf: Date) {
  trainingPlanCompliance(plan: $plan, ruleSets: $ruleSets, asOf: $asOf) {
    asOf
    isWhole
    passed
    failed
    remarked
    unknown
    notApplicable
    findings {
      verdict
      reason
      force
      clause
      least
      most
      unit
      measuredAs
      measuredLeast
      measuredMost
      partLeast
      partMost
      wholeLeast
      wholeMost
      rule { id code item appliesTo measure weeksLeast weeksMost document isBandOurs note noteLabel ruleSet { id name } sources { code title location url } }
      counted { id name hours durationWeeks }
      outside { id name }
      leftOut { id name }
      missingCourses
      undecided { kind groups missingIn { id name } }
    }
  }
}
`;var L="(heading ours) ",y=e=>e?.startsWith(L)?l("headingOurs",{text:e.slice(L.length)}):e??null;var v=new Set(["HOURS_SHARE","PRACTICE_SHARE","SHARE_BEFORE"]),U=100;function V(e,{rule:s}){let[t="0",r="1"]=e.split("/");return c(Number(t)/Number(r)*(v.has(s?.measure)?U:1))}var b=e=>({n:/^\D*1$/.test(e)?1:e});function P(e,s,t){let r=s?e.measuredAs:e.rule?.measure;return r==="HOURS_OR_WEEKS"?l("unit_HOURS",b(t)):r&&C(r)?d("unit_",r,b(t)):""}var C=e=>d("unit_",e)!==e,h=(e,s)=>s==="%"?`${e}%`:[e,s].filter(Boolean).join(" ");function O(e,s){return e===null||s===null?e===null?s&&l("atMostOf",{n:s}):l("atLeastOf",{n:e}):e===s?e:l("betweenOf",{a:e,b:s})}function I(e){let{least:s,most:t,rule:r}=e,o=w=>w==null?null:V(w,e),u=O(o(s),o(t)),a=O(r?.weeksLeast??null,r?.weeksMost??null),p=u&&h(u,P(e,!1,u));return p&&a?l("orWeeks",{a:p,b:h(a,l("unit_WEEKS",b(a)))}):p}function x(e){let{measuredLeast:s,measuredMost:t,unit:r}=e,o=p=>p==null?null:c(p/r),u=O(o(s),o(t));if(u===null)return null;let a=h(u,P(e,!0,u));return t==null?l("mostUnknown",{n:a}):a}var _=(e,s)=>e==null?M:s==null?l("atLeastOf",{n:c(e)}):e===s?c(e):l("betweenOf",{a:c(e),b:c(s)}),g=({title:e,lines:s})=>s.length===0?null:n("details",{class:"folded",children:[n("summary",{children:e}),n("ul",{class:"chips",children:s.map(t=>n("li",{children:n("span",{class:"chip",lang:"zh-CN",children:t.name})},t.id))})]}),H=new Set(["LEVEL","YEARS","HOURS_PER_WEEK"]),N=({plan:e})=>R(e)?n("a",{href:f({view:null,fill:"head",verdict:null}),children:l("fillIn")}):n("a",{href:f({view:"versions",verdict:null}),children:l("fillInDraft")}),W=({finding:e,plan:s})=>e.undecided.length===0?null:n("div",{class:"decided-by",children:[n("h4",{children:l("decidedBy")}),n("ul",{children:e.undecided.map(t=>n("li",{children:[d("by_",t.kind),t.groups.length>0&&n(i,{children:[" ",S(t.groups.map(r=>l("inGroups",{n:r})))]}),t.missingIn.length>0&&n(i,{children:[" ",n(m,{children:t.missingIn.map(r=>r.name).join("\u3001")})]}),H.has(t.kind)&&n(i,{children:[" ",n(N,{plan:s})]})]},t.kind))})]}),$=({finding:e})=>e.partLeast==null&&e.wholeLeast==null?null:n("p",{class:"fine number",children:l("shareOf",{a:_(e.partLeast,e.partMost),b:_(e.wholeLeast,e.wholeMost)})});function D({verdict:e,reason:s}){let t=d(`${e}_`,s);return t===s?d("reason_",s):t}var A=({verdict:e,force:s})=>e==="REMARK"&&s==="MUST",B=e=>e.replace(/\b[A-Z]{2}[A-Z_]+\b/g,s=>d("",s));function ne({finding:e,plan:s}){let{rule:t,force:r}=e,[o,u]=[I(e),x(e)],a=o!==null||u!==null;return n("li",{children:n("details",{class:"finding",children:[n("summary",{children:[n("span",{class:"finding-name",children:[n(m,{children:t?.item})," ",n("span",{class:"tag",children:r?d("",r):l("forceUnknown")})]}),a?n(i,{children:[n("span",{class:"number threshold",children:o??l("noThreshold")}),n("span",{class:"number measured",children:u??l("notMeasured")})]}):n("span",{class:"of-reason",children:D(e)})]}),n("div",{class:"finding-more",children:[(a||t?.isBandOurs||A(e))&&n("p",{class:"fine",children:[a&&D(e),A(e)&&n(i,{children:[a&&" \xB7 ",l("remarkOfMust")]}),t?.isBandOurs&&n(i,{children:[" \xB7 ",l("bandOurs")]})]}),e.missingCourses.length>0&&n("p",{children:[l("missingCourses")," ",n(m,{children:e.missingCourses.join("\u3001")})]}),n($,{finding:e}),n(W,{finding:e,plan:s}),n(g,{title:l("outside",{n:e.outside.length}),lines:e.outside}),n(g,{title:l("leftOut",{n:e.leftOut.length}),lines:e.leftOut}),n(g,{title:l("counted",{n:e.counted.length}),lines:e.counted}),n("p",{children:[n(m,{children:[t?.document,y(e.clause)].filter(Boolean).join(" ")}),!e.clause&&n(i,{children:[" ",n("span",{class:"fine",children:l("clauseUnseen")})]})," ",n("span",{class:"fine",children:n(m,{children:t?.ruleSet?.name})})]}),t?.note&&n("p",{class:"fine",children:n(m,{children:B(E(t.note,t.noteLabel))})}),t&&n(k,{sources:t.sources})]})]})})}export{j as a,y as b,I as c,x as d,ne as e};
