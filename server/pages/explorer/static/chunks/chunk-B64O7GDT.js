import{o as g}from"./chunk-ORRHCIBS.js";var s=(n,r)=>(g.value==="en"?n:r)??"",t=(n,r)=>r?r==="%"?`${n}%`:`${n} ${r}`:n;export{s as a,t as b};
