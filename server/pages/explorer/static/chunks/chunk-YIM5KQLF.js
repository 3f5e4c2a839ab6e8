import{a as D}from"./chunk-KTT2CUQG.js";import{h as l,k as R}from"./chunk-E4WSAS5T.js";import{j as y,k as p}from"./chunk-ORRHCIBS.js";var P=`mutation CloseReview($input: CloseReviewInput!) {
  closeReview(input: $input) {
    review { id reviewer closedOn }
    bookmark
    userErrors { code english chinese }
  }
}
`;var O=`mutation DecideAlignment($input: DecideAlignmentInput!) {
  decideAlignment(input: $input) {
    alignment { id version status reviewer decidedOn }
    bookmark
    userErrors { code english chinese }
  }
}
`;var v=`mutation DecideAlignments($input: DecideAlignmentsInput!) {
  decideAlignments(input: $input) {
    alignments { id version status reviewer decidedOn }
    bookmark
    userErrors { code english chinese }
  }
}
`;var x=`mutation ProposeAlignments($input: ProposeAlignmentsInput!) {
  proposeAlignments(input: $input) {
    alignments { id version status requirement { id } }
    bookmark
    userErrors { code english chinese }
  }
}
`;var C=`mutation WithdrawAlignment($input: WithdrawAlignmentInput!) {
  withdrawAlignment(input: $input) {
    alignment { id version status }
    bookmark
    userErrors { code english chinese }
  }
}
`;var ce={ACCEPT:"reviewAccept",REJECT:"reviewReject",CLOSE:"reviewClose",PROPOSE:"propose",WITHDRAW:"reviewWithdraw"},B=8e3,S=16,c=p(null),I=p(null),a=p(new Map),G=p(0),k=new Map,de=({reviewItems:e},n)=>(e?.nodes??[]).map(t=>({...t,subject:n})),w=({alignment:e,requirement:n,subject:t})=>e?.id??D(t??"",n?.id??""),me=({alignment:e})=>!!e?.earlierRequirement;function pe(e){let n=a.value.get(w(e));return e.work!=="PROPOSE"&&(!n||n.status==="failed")}var U=()=>[...crypto.getRandomValues(new Uint8Array(S))].map(e=>e.toString(S).padStart(2,"0")).join("");function u(e){a.value=new Map(a.peek()).set(w(e.item),e)}function ge(e,n){y(()=>{c.value=e,I.value=n})}function V(){y(()=>{c.value=null,I.value=null})}function fe(e,n){M(e.map(t=>({...n,item:t})))}function ye(e,n){M(e.map(([t,o])=>({...n,verdict:"PROPOSE",reason:null,item:t,proposals:o})))}function M(e){let n=U();for(let t of e)u({...t,key:n,status:"held",problem:null,made:[],by:c.peek()});k.set(n,setTimeout(()=>void K(n),B))}var A=e=>[...a.peek().values()].filter(n=>n.key===e),_=({status:e,made:n})=>(e==="done"||e==="kept")&&n.length>0;function ve(e,n){let t=[...a.peek().values()].filter(r=>r.subject===n&&r.by===c.peek()&&(r.status==="held"||_(r))).at(-1),o=t&&A(t.key)[0];return!t||!o?null:(t.status==="held"?(clearTimeout(k.get(t.key)),$(t.key)):J(t.key,e),{item:w(o.item),wasSent:t.status!=="held"})}async function J(e,n){let t=A(e),[{verdict:o}]=t;for(let i of t)u({...i,status:"taking",problem:null});let r={alignments:t.flatMap(i=>i.made),decision:o==="PROPOSE"?"WITHDRAW":"REOPEN",reason:n,idempotencyKey:`${e}-back`};try{await l(v,{input:r},{token:c.peek()??""}),$(e),G.value+=1}catch(i){for(let s of t)u({...s,status:"kept",problem:T(i)})}}function T(e){let n=R(e);return n.code==="UNAUTHENTICATED"&&V(),n}async function F(e,n){let t=e.flatMap(({item:r,proposals:i=[]})=>i.map(({course:s,...d})=>({...d,subject:s,target:r.requirement?.id}))),{proposeAlignments:o}=await l(x,{input:{alignments:t,idempotencyKey:e[0]?.key}},n);return(o?.alignments??[]).map(({id:r,version:i,requirement:s})=>({alignment:r,version:i,of:s?.id??""}))}var W=e=>e.map(({id:n,version:t})=>({alignment:n,version:t,of:n}));async function Y(e,n,t){let[{item:o,verdict:r,reason:i,ground:s,subject:d,correction:j,key:f}]=e,m={token:n,keepalive:t};if(r==="CLOSE")return await l(P,{input:{subject:d,requirement:o.requirement?.id,conclusion:i,ground:s,idempotencyKey:f}},m),[];if(r==="PROPOSE")return F(e,m);let g=e.map(h=>({alignment:h.item.alignment?.id,version:h.item.alignment?.version}));if(r==="WITHDRAW")return await l(C,{input:{...g[0],reason:i,idempotencyKey:f}},m),[];let E={decision:r,reason:i,idempotencyKey:f};if(g.length>1)return W((await l(v,{input:{alignments:g,...E}},m)).decideAlignments?.alignments??[]);let{decideAlignment:b}=await l(O,{input:{...g[0],...E,...j}},m);return W(b?.alignment?[b.alignment]:[])}async function K(e,n=!1){let t=A(e).filter(o=>o.status==="held"||o.status==="failed");if(t.length!==0){clearTimeout(k.get(e));for(let o of t)u({...o,status:"sent",problem:null});try{let o=await Y(t,c.peek()??"",n),r=i=>o.filter(s=>s.of===(i.alignment?.id??i.requirement?.id)).map(({alignment:s,version:d})=>({alignment:s,version:d}));for(let i of t)u({...i,status:"done",problem:null,made:r(i.item)})}catch(o){let r=T(o);for(let i of t)u({...i,status:"failed",problem:r})}}}function $(e){a.value=new Map([...a.peek()].filter(([,n])=>n.key!==e))}function ke(){a.value=new Map([...a.peek()].filter(([,{status:e}])=>e!=="done"&&e!=="kept"))}function we(){let e=new Set([...a.peek().values()].filter(n=>n.status==="held").map(n=>n.key));for(let n of e)K(n,!0)}export{ce as a,c as b,I as c,a as d,G as e,de as f,w as g,me as h,pe as i,U as j,ge as k,V as l,fe as m,ye as n,ve as o,K as p,$ as q,ke as r,we as s};
