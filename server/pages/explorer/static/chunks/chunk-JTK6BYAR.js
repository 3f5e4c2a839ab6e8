import{p as g}from"./chunk-EB7APLVE.js";var s=(n,r)=>(g.value==="en"?n:r)??"",t=(n,r)=>r?r==="%"?`${n}%`:`${n} ${r}`:n;export{s as a,t as b};
