import{a as C,b as D}from"./chunk-XLKW4HUU.js";import{a as d,b as U}from"./chunk-5Z7DUNII.js";import"./chunk-HDON2GCU.js";import"./chunk-CUCC74JT.js";import"./chunk-FRMJKK5V.js";import{b as g}from"./chunk-JICPA7CU.js";import{b as m,c as v}from"./chunk-YIM5KQLF.js";import"./chunk-KTT2CUQG.js";import{e as c,s as S}from"./chunk-JPVBINGJ.js";import{b,h as w}from"./chunk-EQ2KXV2Y.js";import{a as n}from"./chunk-ZYMBPWGF.js";import{i as h}from"./chunk-E4WSAS5T.js";import{g as L}from"./chunk-NJFYPPOQ.js";import{b as I,d as p,g as y,t as f}from"./chunk-ORRHCIBS.js";var k=`query LastImports($editor: String!) {
  changes(first: 20, where: { editor: { eq: $editor }, action: { eq: IMPORT }, trainingPlan: { none: {} } }, orderBy: [{ by: AT, direction: DESC }, { by: VERSION, direction: DESC }]) {
    nodes {
      id
      at
      after
      skillStandard { id version certificate { name } }
      teachingStandard { id year major { edition majorKey: code name } }
      source { id code title }
    }
    pageInfo { hasNextPage }
  }
}
`;function N(e){let{skillStandard:r,teachingStandard:o,source:a}=e,s={change:e.id,at:e.at,name:C(e.after),id:null,href:null};return r?{...s,id:r.id,href:r.certificate?f(["certificates",r.certificate.name],{version:r.version}):null}:o?{...s,id:o.id,href:o.major?S(o.major):null}:a?{...s,name:a.title,id:a.id,href:f(["sources",a.code])}:s}function P({each:e,isUndone:r,canUndo:o,onDone:a}){let s=y(null),[i,u]=p(!1),l=()=>{u(!0),a(),s.current?.focus()};return n("li",{ref:s,tabIndex:-1,children:[n("span",{class:"fine number",children:L(e.at)})," ",e.href&&!r?n("a",{href:e.href,children:n(c,{children:e.name})}):n(c,{children:e.name})," ",r&&n("span",{class:"tag",children:g("undone")}),o&&e.id!==null&&n(U,{standard:e.id,change:e.change,onDone:l}),n("span",{class:"fine",role:"status",children:i&&g("undoneLead",{name:e.name})})]})}function T({changes:e,isCut:r}){let o=D(),[a,s]=p([]);if(o===null)return n(b,{});let i=e.map(N),u=new Set([...o.map(({change:t})=>t),...a]),l=t=>t.id===null||u.has(t.change),R=i.filter(t=>!l(t)),Q=t=>R.find(j=>j.id===t.id)===t;return n(I,{children:[n("ul",{class:"plain-list",children:i.map(t=>n(P,{each:t,isUndone:l(t),canUndo:Q(t),onDone:()=>s([...a,t.change])},t.change))}),r&&n("p",{class:"fine",children:d("lastImportsCut",{n:i.length})})]})}function z(){let e=v.value?.name,r=h(k,m.value&&e?{editor:e}:null,m.value);return!m.value||!e?null:n("section",{class:"card","aria-labelledby":"last-imports-title",children:[n("h2",{id:"last-imports-title",children:d("lastImports")}),n("p",{class:"lead",children:d("lastImportsLead")}),n(w,{answer:r,rows:2,children:({changes:o})=>o.nodes.length===0?n("p",{class:"fine",children:d("lastImportsNone")}):n(T,{changes:o.nodes,isCut:o.pageInfo.hasNextPage})})]})}export{z as LastImports};
