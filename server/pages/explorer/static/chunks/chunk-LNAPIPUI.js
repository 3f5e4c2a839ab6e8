import{a as E}from"./chunk-5WSJ4FZW.js";import{a as M}from"./chunk-QVVN5T3Z.js";import{a as l,b as d}from"./chunk-D3VKUPE6.js";import{a as k}from"./chunk-GEKYN6GA.js";import{k as p,q as S}from"./chunk-YJDUPHYV.js";import{a as n}from"./chunk-B3O5YLS7.js";import{e as c,j as w}from"./chunk-H7YEE6Q3.js";import{b as i,u as f}from"./chunk-22CZTWQI.js";var F=`query PlanRules($plan: ID!, $ruleSets: [ID!], $asOf: Date) {
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
      undecided { kind groups missingIn { id name } }
    }
  }
}
`;var R="(heading ours) ",L=e=>e?.startsWith(R)?l("headingOurs",{text:e.slice(R.length)}):e??null;var T=new Set(["HOURS_SHARE","PRACTICE_SHARE","SHARE_BEFORE"]),v=100;function x(e,{rule:t}){let[s="0",r="1"]=e.split("/");return c(Number(s)/Number(r)*(T.has(t?.measure)?v:1))}function D(e,t){let s=t?e.measuredAs:e.rule?.measure;return s==="HOURS_OR_WEEKS"?l("unit_HOURS"):s&&U(s)?d("unit_",s):""}var U=e=>d("unit_",e)!==e,b=(e,t)=>t==="%"?`${e}%`:[e,t].filter(Boolean).join(" ");function h(e,t){return e===null||t===null?e===null?t&&l("atMostOf",{n:t}):l("atLeastOf",{n:e}):e===t?e:l("betweenOf",{a:e,b:t})}function H(e){let{least:t,most:s,rule:r}=e,u=O=>O==null?null:x(O,e),o=h(u(t),u(s)),a=h(r?.weeksLeast??null,r?.weeksMost??null),m=o&&b(o,D(e,!1));return m&&a?l("orWeeks",{a:m,b:b(a,l("unit_WEEKS"))}):m}function I(e){let{measuredLeast:t,measuredMost:s,unit:r}=e,u=m=>m==null?null:c(m/r),o=h(u(t),u(s));if(o===null)return null;let a=b(o,D(e,!0));return s==null?l("mostUnknown",{n:a}):a}var _=(e,t)=>e==null?E:t==null?l("atLeastOf",{n:c(e)}):e===t?c(e):l("betweenOf",{a:c(e),b:c(t)}),g=({title:e,lines:t})=>t.length===0?null:n("details",{class:"folded",children:[n("summary",{children:e}),n("ul",{class:"chips",children:t.map(s=>n("li",{children:n("span",{class:"chip",lang:"zh-CN",children:s.name})},s.id))})]}),N=new Set(["LEVEL","YEARS","HOURS_PER_WEEK"]),V=({plan:e})=>M(e)?n("a",{href:f({view:null,fill:"head",verdict:null}),children:l("fillIn")}):n("a",{href:f({view:"versions",verdict:null}),children:l("fillInDraft")}),W=({finding:e,plan:t})=>e.undecided.length===0?null:n("div",{class:"decided-by",children:[n("h4",{children:l("decidedBy")}),n("ul",{children:e.undecided.map(s=>n("li",{children:[d("by_",s.kind),s.groups.length>0&&n(i,{children:[" ",w(s.groups.map(r=>l("inGroups",{n:r})))]}),s.missingIn.length>0&&n(i,{children:[" ",n(p,{children:s.missingIn.map(r=>r.name).join("\u3001")})]}),N.has(s.kind)&&n(i,{children:[" ",n(V,{plan:t})]})]},s.kind))})]}),$=({finding:e})=>e.partLeast==null&&e.wholeLeast==null?null:n("p",{class:"fine number",children:l("shareOf",{a:_(e.partLeast,e.partMost),b:_(e.wholeLeast,e.wholeMost)})});function y({verdict:e,reason:t}){let s=d(`${e}_`,t);return s===t?d("reason_",t):s}var A=({verdict:e,force:t})=>e==="REMARK"&&t==="MUST",B=e=>e.replace(/\b[A-Z]{2}[A-Z_]+\b/g,t=>d("",t));function ee({finding:e,plan:t}){let{rule:s,force:r}=e,[u,o]=[H(e),I(e)],a=u!==null||o!==null;return n("li",{children:n("details",{class:"finding",children:[n("summary",{children:[n("span",{class:"finding-name",children:[n(p,{children:s?.item})," ",n("span",{class:"tag",children:r?d("",r):l("forceUnknown")})]}),a?n(i,{children:[n("span",{class:"number threshold",children:u??l("noThreshold")}),n("span",{class:"number measured",children:o??l("notMeasured")})]}):n("span",{class:"of-reason",children:y(e)})]}),n("div",{class:"finding-more",children:[(a||s?.isBandOurs||A(e))&&n("p",{class:"fine",children:[a&&y(e),A(e)&&n(i,{children:[a&&" \xB7 ",l("remarkOfMust")]}),s?.isBandOurs&&n(i,{children:[" \xB7 ",l("bandOurs")]})]}),n($,{finding:e}),n(W,{finding:e,plan:t}),n(g,{title:l("outside",{n:e.outside.length}),lines:e.outside}),n(g,{title:l("leftOut",{n:e.leftOut.length}),lines:e.leftOut}),n(g,{title:l("counted",{n:e.counted.length}),lines:e.counted}),n("p",{children:[n(p,{children:[s?.document,L(e.clause)].filter(Boolean).join(" ")}),!e.clause&&n(i,{children:[" ",n("span",{class:"fine",children:l("clauseUnseen")})]})," ",n("span",{class:"fine",children:n(p,{children:s?.ruleSet?.name})})]}),s?.note&&n("p",{class:"fine",children:n(p,{children:B(k(s.note,s.noteLabel))})}),s&&n(S,{sources:s.sources})]})]})})}export{F as a,L as b,H as c,I as d,ee as e};
