import{a as U,b as C}from"./chunk-65NKOJC2.js";import{a as v}from"./chunk-4PRHXQ7O.js";import"./chunk-4OLPVWJI.js";import"./chunk-SXZT6WYT.js";import"./chunk-K2DPQL5Y.js";import{b as i}from"./chunk-2KMUXQ5Q.js";import{b as m,c as S}from"./chunk-GMTES7EI.js";import"./chunk-UJUFTCGX.js";import{b as L,g as b,k as c,v as w}from"./chunk-YJDUPHYV.js";import{a as n}from"./chunk-B3O5YLS7.js";import{g as h}from"./chunk-H7YEE6Q3.js";import{g as y}from"./chunk-WZHDEG5J.js";import{b as g,d as p,g as I,t as f}from"./chunk-22CZTWQI.js";var D=`query LastImports($editor: String!) {
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
`;function E(e){let{skillStandard:r,teachingStandard:o,source:a}=e,s={change:e.id,at:e.at,name:U(e.after),id:null,href:null};return r?{...s,id:r.id,href:r.certificate?f(["certificates",r.certificate.name],{version:r.version}):null}:o?{...s,id:o.id,href:o.major?w(o.major):null}:a?{...s,name:a.title,id:a.id,href:f(["sources",a.code])}:s}function N({each:e,isUndone:r,canUndo:o,onDone:a}){let s=I(null),[d,u]=p(!1),l=()=>{u(!0),a(),s.current?.focus()};return n("li",{ref:s,tabIndex:-1,children:[n("span",{class:"fine number",children:h(e.at)})," ",e.href&&!r?n("a",{href:e.href,children:n(c,{children:e.name})}):n(c,{children:e.name})," ",r&&n("span",{class:"tag",children:i("undone")}),o&&e.id!==null&&n(v,{standard:e.id,change:e.change,onDone:l}),n("span",{class:"fine",role:"status",children:d&&i("undoneLead",{name:e.name})})]})}function P({changes:e,isCut:r}){let o=C(),[a,s]=p([]);if(o===null)return n(L,{});let d=e.map(E),u=new Set([...o.map(({change:t})=>t),...a]),l=t=>t.id===null||u.has(t.change),k=d.filter(t=>!l(t)),R=t=>k.find(Q=>Q.id===t.id)===t;return n(g,{children:[n("ul",{class:"plain-list",children:d.map(t=>n(N,{each:t,isUndone:l(t),canUndo:R(t),onDone:()=>s([...a,t.change])},t.change))}),r&&n("p",{class:"fine",children:i("lastImportsCut",{n:d.length})})]})}function K(){let e=S.value?.name,r=y(D,m.value&&e?{editor:e}:null,m.value);return!m.value||!e?null:n("section",{class:"card","aria-labelledby":"last-imports-title",children:[n("h2",{id:"last-imports-title",children:i("lastImports")}),n("p",{class:"lead",children:i("lastImportsLead")}),n(b,{answer:r,rows:2,children:({changes:o})=>o.nodes.length===0?n("p",{class:"fine",children:i("lastImportsNone")}):n(P,{changes:o.nodes,isCut:o.pageInfo.hasNextPage})})]})}export{K as LastImports};
