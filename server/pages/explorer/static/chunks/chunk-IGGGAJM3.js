import{a as R}from"./chunk-YS2IDTWK.js";import{a as k}from"./chunk-QVVN5T3Z.js";import{a as l,b as d}from"./chunk-35PSEEEF.js";import{a as E}from"./chunk-GEKYN6GA.js";import{k as m,q as w}from"./chunk-K2Y7B4IK.js";import{a as n}from"./chunk-B3O5YLS7.js";import{e as c,j as S}from"./chunk-KNISEPRA.js";import{b as i,u as f}from"./chunk-22CZTWQI.js";var F=`query PlanRules($plan: ID!, $ruleSets: [ID!], $asOf: Date) {
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
`;var L="(heading ours) ",_=e=>e?.startsWith(L)?l("headingOurs",{text:e.slice(L.length)}):e??null;var T=new Set(["HOURS_SHARE","PRACTICE_SHARE","SHARE_BEFORE"]),v=100;function U(e,{rule:t}){let[s="0",r="1"]=e.split("/");return c(Number(s)/Number(r)*(T.has(t?.measure)?v:1))}function M(e,t){let s=t?e.measuredAs:e.rule?.measure;return s==="HOURS_OR_WEEKS"?l("unit_HOURS"):s&&V(s)?d("unit_",s):""}var V=e=>d("unit_",e)!==e,b=(e,t)=>t==="%"?`${e}%`:[e,t].filter(Boolean).join(" ");function h(e,t){return e===null||t===null?e===null?t&&l("atMostOf",{n:t}):l("atLeastOf",{n:e}):e===t?e:l("betweenOf",{a:e,b:t})}function x(e){let{least:t,most:s,rule:r}=e,u=O=>O==null?null:U(O,e),o=h(u(t),u(s)),a=h(r?.weeksLeast??null,r?.weeksMost??null),p=o&&b(o,M(e,!1));return p&&a?l("orWeeks",{a:p,b:b(a,l("unit_WEEKS"))}):p}function H(e){let{measuredLeast:t,measuredMost:s,unit:r}=e,u=p=>p==null?null:c(p/r),o=h(u(t),u(s));if(o===null)return null;let a=b(o,M(e,!0));return s==null?l("mostUnknown",{n:a}):a}var y=(e,t)=>e==null?R:t==null?l("atLeastOf",{n:c(e)}):e===t?c(e):l("betweenOf",{a:c(e),b:c(t)}),g=({title:e,lines:t})=>t.length===0?null:n("details",{class:"folded",children:[n("summary",{children:e}),n("ul",{class:"chips",children:t.map(s=>n("li",{children:n("span",{class:"chip",lang:"zh-CN",children:s.name})},s.id))})]}),I=new Set(["LEVEL","YEARS","HOURS_PER_WEEK"]),W=({plan:e})=>k(e)?n("a",{href:f({view:null,fill:"head",verdict:null}),children:l("fillIn")}):n("a",{href:f({view:"versions",verdict:null}),children:l("fillInDraft")}),$=({finding:e,plan:t})=>e.undecided.length===0?null:n("div",{class:"decided-by",children:[n("h4",{children:l("decidedBy")}),n("ul",{children:e.undecided.map(s=>n("li",{children:[d("by_",s.kind),s.groups.length>0&&n(i,{children:[" ",S(s.groups.map(r=>l("inGroups",{n:r})))]}),s.missingIn.length>0&&n(i,{children:[" ",n(m,{children:s.missingIn.map(r=>r.name).join("\u3001")})]}),I.has(s.kind)&&n(i,{children:[" ",n(W,{plan:t})]})]},s.kind))})]}),B=({finding:e})=>e.partLeast==null&&e.wholeLeast==null?null:n("p",{class:"fine number",children:l("shareOf",{a:y(e.partLeast,e.partMost),b:y(e.wholeLeast,e.wholeMost)})});function A({verdict:e,reason:t}){let s=d(`${e}_`,t);return s===t?d("reason_",t):s}var D=({verdict:e,force:t})=>e==="REMARK"&&t==="MUST",N=e=>e.replace(/\b[A-Z]{2}[A-Z_]+\b/g,t=>d("",t));function ee({finding:e,plan:t}){let{rule:s,force:r}=e,[u,o]=[x(e),H(e)],a=u!==null||o!==null;return n("li",{children:n("details",{class:"finding",children:[n("summary",{children:[n("span",{class:"finding-name",children:[n(m,{children:s?.item})," ",n("span",{class:"tag",children:r?d("",r):l("forceUnknown")})]}),a?n(i,{children:[n("span",{class:"number threshold",children:u??l("noThreshold")}),n("span",{class:"number measured",children:o??l("notMeasured")})]}):n("span",{class:"of-reason",children:A(e)})]}),n("div",{class:"finding-more",children:[(a||s?.isBandOurs||D(e))&&n("p",{class:"fine",children:[a&&A(e),D(e)&&n(i,{children:[a&&" \xB7 ",l("remarkOfMust")]}),s?.isBandOurs&&n(i,{children:[" \xB7 ",l("bandOurs")]})]}),n(B,{finding:e}),n($,{finding:e,plan:t}),n(g,{title:l("outside",{n:e.outside.length}),lines:e.outside}),n(g,{title:l("leftOut",{n:e.leftOut.length}),lines:e.leftOut}),n(g,{title:l("counted",{n:e.counted.length}),lines:e.counted}),n("p",{children:[n(m,{children:[s?.document,_(e.clause)].filter(Boolean).join(" ")}),!e.clause&&n(i,{children:[" ",n("span",{class:"fine",children:l("clauseUnseen")})]})," ",n("span",{class:"fine",children:n(m,{children:s?.ruleSet?.name})})]}),s?.note&&n("p",{class:"fine",children:n(m,{children:N(E(s.note,s.noteLabel))})}),s&&n(w,{sources:s.sources})]})]})})}export{F as a,_ as b,x as c,H as d,ee as e};
