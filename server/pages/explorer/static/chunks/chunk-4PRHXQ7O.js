import{a as c}from"./chunk-4OLPVWJI.js";import{a as N}from"./chunk-K2DPQL5Y.js";import{b as e}from"./chunk-2KMUXQ5Q.js";import{b as p,c as v,j as D}from"./chunk-GMTES7EI.js";import{d as l,g as b,k as m}from"./chunk-YJDUPHYV.js";import{a as n}from"./chunk-B3O5YLS7.js";import{f as I,g as h,i as w}from"./chunk-WZHDEG5J.js";import{b as i,d as u,g as y,t as U}from"./chunk-22CZTWQI.js";var k=`query ImportUndoing($standard: ID!) {
  importUndoing(standard: $standard) {
    change
    canUndo
    removed { type count }
    restored { type count }
    obstacles { text slug name isFinal }
    obstacleCount
  }
}
`;var E=`mutation UndoImport($input: UndoImportInput!) {
  undoImport(input: $input) {
    removed { type count }
    restored { type count }
    bookmark
    userErrors { code english chinese }
  }
}
`;var Q=({undoing:{obstacles:s,obstacleCount:t}})=>n(i,{children:[n("p",{class:"lead",children:e(s.some(o=>o.isFinal)?"undoFinal":"undoBlocked")}),n("ul",{class:"plain-list",children:s.map((o,r)=>n("li",{children:[o.name&&n(i,{children:[n("b",{children:o.slug?n("a",{href:U(["s",o.slug]),children:n(m,{children:o.name})}):n(m,{children:o.name})})," "]}),n("span",{class:"fine",children:o.text})]},r))}),s.length<t&&n("p",{class:"fine",children:e("undoMore",{n:t-s.length})})]});function T({standard:s,undoing:t,onDone:o}){let[r,a]=u(!1),[d,g]=u(null),O=y(D()),S=async()=>{a(!0),g(null);try{await I(E,{input:{standard:s,change:t.change,idempotencyKey:O.current}},{token:p.value??""}),o()}catch(R){g(w(R)),a(!1)}},f=v.value?.role==="DESIGNER";return n(i,{children:[n("p",{children:e("undoRemoves")}),n(c,{counts:t.removed}),t.restored.length>0&&n(i,{children:[n("p",{children:e("undoRestores")}),n(c,{counts:t.restored})]}),n("p",{class:"fine",children:e("undoStays")}),d&&n(N,{error:d}),n("p",{class:"row",children:[n("button",{type:"button",class:"button",disabled:f||r,onClick:()=>void S(),children:e(r?"undoing":"undoNow")}),f&&n("span",{class:"fine",children:e("undoReviewer")})]})]})}function $({standard:s,change:t,onDone:o}){let r=h(k,{standard:s},p.value);return r.error?.code==="NOTHING_TO_UNDO"?n(l,{title:e("undoNothing"),children:e("undoNothingHelp")}):t&&r.data?.importUndoing&&r.data.importUndoing.change!==t?n(l,{title:e("undoFollowed"),children:e("undoFollowedHelp")}):n(b,{answer:r,rows:2,children:({importUndoing:a})=>a&&(a.canUndo?n(T,{standard:s,undoing:a,onDone:o}):n(Q,{undoing:a}))})}function J({standard:s,change:t,onDone:o}){let[r,a]=u(!1);return p.value?n("details",{class:"folded undo-import",open:r,onToggle:d=>a(d.currentTarget.open),children:[n("summary",{children:e("undo")}),r&&n($,{standard:s,change:t,onDone:o})]}):null}export{J as a};
