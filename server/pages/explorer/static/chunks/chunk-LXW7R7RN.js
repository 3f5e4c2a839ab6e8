import{a as k}from"./chunk-G6AZ4YGO.js";import{a as l,b as o}from"./chunk-JJLB4TSF.js";import{a as w}from"./chunk-GEKYN6GA.js";import{j as m,p as S}from"./chunk-6N2MUETT.js";import{a as s}from"./chunk-B3O5YLS7.js";import{e as d,j as h}from"./chunk-3YSEVBKF.js";import{b as i}from"./chunk-22CZTWQI.js";var N=`query PlanRules($plan: ID!, $ruleSets: [ID!], $asOf: Date) {
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
`;var R="(heading ours) ",E=e=>e?.startsWith(R)?l("headingOurs",{text:e.slice(R.length)}):e??null;var T=new Set(["HOURS_SHARE","PRACTICE_SHARE","SHARE_BEFORE"]),D=100;function U(e,{rule:n}){let[t="0",u="1"]=e.split("/");return d(Number(t)/Number(u)*(T.has(n?.measure)?D:1))}function _(e,n){let t=n?e.measuredAs:e.rule?.measure;return t==="HOURS_OR_WEEKS"?l("unit_HOURS"):t&&V(t)?o("unit_",t):""}var V=e=>o("unit_",e)!==e,g=(e,n)=>n==="%"?`${e}%`:[e,n].filter(Boolean).join(" ");function b(e,n){return e===null||n===null?e===null?n&&l("atMostOf",{n}):l("atLeastOf",{n:e}):e===n?e:l("betweenOf",{a:e,b:n})}function x(e){let{least:n,most:t,rule:u}=e,a=O=>O==null?null:U(O,e),r=b(a(n),a(t)),p=b(u?.weeksLeast??null,u?.weeksMost??null),c=r&&g(r,_(e,!1));return c&&p?l("orWeeks",{a:c,b:g(p,l("unit_WEEKS"))}):c}function W(e){let{measuredLeast:n,measuredMost:t,unit:u}=e,a=c=>c==null?null:d(c/u),r=b(a(n),a(t));if(r===null)return null;let p=g(r,_(e,!0));return t==null?l("mostUnknown",{n:p}):p}var L=(e,n)=>e==null?k:n==null?l("atLeastOf",{n:d(e)}):e===n?d(e):l("betweenOf",{a:d(e),b:d(n)}),f=({title:e,lines:n})=>n.length===0?null:s("details",{class:"folded",children:[s("summary",{children:e}),s("ul",{class:"chips",children:n.map(t=>s("li",{children:s("span",{class:"chip",lang:"zh-CN",children:t.name})},t.id))})]}),$=({finding:e})=>e.undecided.length===0?null:s("div",{class:"deciding",children:[s("h4",{children:l("decidedBy")}),s("ul",{children:e.undecided.map(n=>s("li",{children:[o("by_",n.kind),n.groups.length>0&&s(i,{children:[" ",h(n.groups.map(t=>l("inGroups",{n:t})))]}),n.missingIn.length>0&&s(i,{children:[" ",s(m,{children:n.missingIn.map(t=>t.name).join("\u3001")})]})]},n.kind))})]}),B=({finding:e})=>e.partLeast==null&&e.wholeLeast==null?null:s("p",{class:"fine number",children:l("shareOf",{a:L(e.partLeast,e.partMost),b:L(e.wholeLeast,e.wholeMost)})});function y({verdict:e,reason:n}){let t=o(`${e}_`,n);return t===n?o("reason_",n):t}var M=({verdict:e,force:n})=>e==="REMARK"&&n==="MUST",H=e=>e.replace(/\b[A-Z]{2}[A-Z_]+\b/g,n=>o("",n));function q({finding:e}){let{rule:n,force:t}=e,[u,a]=[x(e),W(e)],r=u!==null||a!==null;return s("li",{children:s("details",{class:"finding",children:[s("summary",{children:[s("span",{class:"finding-name",children:[s(m,{children:n?.item})," ",s("span",{class:"tag",children:t?o("",t):l("forceUnknown")})]}),r?s(i,{children:[s("span",{class:"number threshold",children:u??l("noThreshold")}),s("span",{class:"number measured",children:a??l("notMeasured")})]}):s("span",{class:"of-reason",children:y(e)})]}),s("div",{class:"finding-more",children:[(r||n?.isBandOurs||M(e))&&s("p",{class:"fine",children:[r&&y(e),M(e)&&s(i,{children:[r&&" \xB7 ",l("remarkOfMust")]}),n?.isBandOurs&&s(i,{children:[" \xB7 ",l("bandOurs")]})]}),s(B,{finding:e}),s($,{finding:e}),s(f,{title:l("outside",{n:e.outside.length}),lines:e.outside}),s(f,{title:l("leftOut",{n:e.leftOut.length}),lines:e.leftOut}),s(f,{title:l("counted",{n:e.counted.length}),lines:e.counted}),s("p",{children:[s(m,{children:[n?.document,E(e.clause)].filter(Boolean).join(" ")}),!e.clause&&s(i,{children:[" ",s("span",{class:"fine",children:l("clauseUnseen")})]})," ",s("span",{class:"fine",children:s(m,{children:n?.ruleSet?.name})})]}),n?.note&&s("p",{class:"fine",children:s(m,{children:H(w(n.note,n.noteLabel))})}),n&&s(S,{sources:n.sources})]})]})})}export{N as a,E as b,x as c,W as d,q as e};
