import{e as a,h as D}from"./chunk-F4HKO47E.js";import{i as y,j as p}from"./chunk-4H2QPYLF.js";var h=`mutation CloseReview($input: CloseReviewInput!) {
  closeReview(input: $input) {
    review { id reviewer closedOn }
    bookmark
    userErrors { code message }
  }
}
`;var R=`mutation DecideAlignment($input: DecideAlignmentInput!) {
  decideAlignment(input: $input) {
    alignment { id version status reviewer decidedOn }
    bookmark
    userErrors { code message }
  }
}
`;var v=`mutation DecideAlignments($input: DecideAlignmentsInput!) {
  decideAlignments(input: $input) {
    alignments { id version status reviewer decidedOn }
    bookmark
    userErrors { code message }
  }
}
`;var P=`mutation ProposeAlignments($input: ProposeAlignmentsInput!) {
  proposeAlignments(input: $input) {
    alignments { id version status requirement { id } }
    bookmark
    userErrors { code message }
  }
}
`;var x=`mutation WithdrawAlignment($input: WithdrawAlignmentInput!) {
  withdrawAlignment(input: $input) {
    alignment { id version status }
    bookmark
    userErrors { code message }
  }
}
`;var L=8e3,S=16,m=p(null),I=p(null),l=p(new Map),G=p(0),k=new Map,M=e=>e.alignment?.id??`search:${e.requirement?.id??""}`,B=()=>[...crypto.getRandomValues(new Uint8Array(S))].map(e=>e.toString(S).padStart(2,"0")).join("");function u(e){l.value=new Map(l.peek()).set(M(e.item),e)}function le(e,n){y(()=>{m.value=e,I.value=n})}function U(){y(()=>{m.value=null,I.value=null})}function ue(e,n){O(e.map(t=>({...n,item:t})))}function me(e,n){O(e.map(([t,o])=>({...n,verdict:"PROPOSE",reason:null,item:t,proposals:o})))}function O(e){let n=B();for(let t of e)u({...t,key:n,status:"held",problem:null,made:[],by:m.peek()});k.set(n,setTimeout(()=>void W(n),L))}var A=e=>[...l.peek().values()].filter(n=>n.key===e),V=({status:e,made:n})=>(e==="done"||e==="kept")&&n.length>0;function ce(e){let n=[...l.peek().values()].filter(o=>o.by===m.peek()&&(o.status==="held"||V(o))).at(-1),t=n&&A(n.key)[0];return!n||!t?null:(n.status==="held"?(clearTimeout(k.get(n.key)),$(n.key)):_(n.key,e),{item:M(t.item),wasSent:n.status!=="held"})}async function _(e,n){let t=A(e),[{verdict:o}]=t;for(let i of t)u({...i,status:"taking",problem:null});let r={alignments:t.flatMap(i=>i.made),decision:o==="PROPOSE"?"WITHDRAW":"REOPEN",reason:n,idempotencyKey:`${e}-back`};try{await a(v,{input:r},{token:m.peek()??""}),$(e),G.value+=1}catch(i){for(let s of t)u({...s,status:"kept",problem:T(i)})}}function T(e){let n=D(e);return n.code==="UNAUTHENTICATED"&&U(),n}async function J(e,n){let t=e.flatMap(({item:r,proposals:i=[]})=>i.map(({course:s,...c})=>({...c,subject:s,target:r.requirement?.id}))),{proposeAlignments:o}=await a(P,{input:{alignments:t,idempotencyKey:e[0]?.key}},n);return(o?.alignments??[]).map(({id:r,version:i,requirement:s})=>({alignment:r,version:i,of:s?.id??""}))}var C=e=>e.map(({id:n,version:t})=>({alignment:n,version:t,of:n}));async function Y(e,n,t){let[{item:o,verdict:r,reason:i,ground:s,subject:c,correction:K,key:f}]=e,d={token:n,keepalive:t};if(r==="CLOSE")return await a(h,{input:{subject:c,requirement:o.requirement?.id,conclusion:i,ground:s,idempotencyKey:f}},d),[];if(r==="PROPOSE")return J(e,d);let g=e.map(b=>({alignment:b.item.alignment?.id,version:b.item.alignment?.version}));if(r==="WITHDRAW")return await a(x,{input:{...g[0],reason:i,idempotencyKey:f}},d),[];let w={decision:r,reason:i,idempotencyKey:f};if(g.length>1)return C((await a(v,{input:{alignments:g,...w}},d)).decideAlignments?.alignments??[]);let{decideAlignment:E}=await a(R,{input:{...g[0],...w,...K}},d);return C(E?.alignment?[E.alignment]:[])}async function W(e,n=!1){let t=A(e).filter(o=>o.status==="held"||o.status==="failed");if(t.length!==0){clearTimeout(k.get(e));for(let o of t)u({...o,status:"sent",problem:null});try{let o=await Y(t,m.peek()??"",n),r=i=>o.filter(s=>s.of===(i.alignment?.id??i.requirement?.id)).map(({alignment:s,version:c})=>({alignment:s,version:c}));for(let i of t)u({...i,status:"done",problem:null,made:r(i.item)})}catch(o){let r=T(o);for(let i of t)u({...i,status:"failed",problem:r})}}}function $(e){l.value=new Map([...l.peek()].filter(([,n])=>n.key!==e))}function de(){let e=new Set([...l.peek().values()].filter(n=>n.status==="held").map(n=>n.key));for(let n of e)W(n,!0)}export{m as a,I as b,l as c,G as d,M as e,B as f,le as g,U as h,ue as i,me as j,ce as k,W as l,$ as m,de as n};
