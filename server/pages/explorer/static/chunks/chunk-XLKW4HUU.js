import{b as s}from"./chunk-YIM5KQLF.js";import{i as t}from"./chunk-E4WSAS5T.js";var i=`query UndoneImports {
  changes(first: 100, where: { action: { eq: UNDO_IMPORT } }, orderBy: [{ by: AT, direction: DESC }, { by: VERSION, direction: DESC }]) {
    nodes { before after }
  }
}
`;function u(n){let{name:e,code:o,version:r,id:a}=JSON.parse(n);return[e,o,r].filter(Boolean).join(" ")||(a??"")}function m({before:n,after:e}){let{undone:o,id:r}=JSON.parse(e);return{change:o,node:r,name:n?u(n):r}}function l(n=!0){let e=t(i,n?{}:null,s.value);return!n||e.error?[]:e.data?e.data.changes.nodes.map(m):null}export{u as a,l as b};
