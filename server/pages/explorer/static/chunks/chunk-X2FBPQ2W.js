import{a as P}from"./chunk-UJUFTCGX.js";import{e as l,h as D}from"./chunk-ASPFED3I.js";import{j as y,k as p}from"./chunk-22CZTWQI.js";var O=`mutation CloseReview($input: CloseReviewInput!) {
  closeReview(input: $input) {
    review { id reviewer closedOn }
    bookmark
    userErrors { code message }
  }
}
`;var h=`mutation DecideAlignment($input: DecideAlignmentInput!) {
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
`;var x=`mutation ProposeAlignments($input: ProposeAlignmentsInput!) {
  proposeAlignments(input: $input) {
    alignments { id version status requirement { id } }
    bookmark
    userErrors { code message }
  }
}
`;var C=`mutation WithdrawAlignment($input: WithdrawAlignmentInput!) {
  withdrawAlignment(input: $input) {
    alignment { id version status }
    bookmark
    userErrors { code message }
  }
}
`;var ce={ACCEPT:"reviewAccept",REJECT:"reviewReject",CLOSE:"reviewClose",PROPOSE:"propose",WITHDRAW:"reviewWithdraw"},G=8e3,S=16,c=p(null),I=p(null),a=p(new Map),B=p(0),k=new Map,me=({reviewItems:e},t)=>(e?.nodes??[]).map(n=>({...n,subject:t})),w=({alignment:e,requirement:t,subject:n})=>e?.id??P(n??"",t?.id??"");function de(e){let t=a.value.get(w(e));return e.work!=="PROPOSE"&&(!t||t.status==="failed")}var U=()=>[...crypto.getRandomValues(new Uint8Array(S))].map(e=>e.toString(S).padStart(2,"0")).join("");function u(e){a.value=new Map(a.peek()).set(w(e.item),e)}function pe(e,t){y(()=>{c.value=e,I.value=t})}function V(){y(()=>{c.value=null,I.value=null})}function ge(e,t){M(e.map(n=>({...t,item:n})))}function fe(e,t){M(e.map(([n,o])=>({...t,verdict:"PROPOSE",reason:null,item:n,proposals:o})))}function M(e){let t=U();for(let n of e)u({...n,key:t,status:"held",problem:null,made:[],by:c.peek()});k.set(t,setTimeout(()=>void K(t),G))}var A=e=>[...a.peek().values()].filter(t=>t.key===e),_=({status:e,made:t})=>(e==="done"||e==="kept")&&t.length>0;function ye(e,t){let n=[...a.peek().values()].filter(r=>r.subject===t&&r.by===c.peek()&&(r.status==="held"||_(r))).at(-1),o=n&&A(n.key)[0];return!n||!o?null:(n.status==="held"?(clearTimeout(k.get(n.key)),$(n.key)):J(n.key,e),{item:w(o.item),wasSent:n.status!=="held"})}async function J(e,t){let n=A(e),[{verdict:o}]=n;for(let i of n)u({...i,status:"taking",problem:null});let r={alignments:n.flatMap(i=>i.made),decision:o==="PROPOSE"?"WITHDRAW":"REOPEN",reason:t,idempotencyKey:`${e}-back`};try{await l(v,{input:r},{token:c.peek()??""}),$(e),B.value+=1}catch(i){for(let s of n)u({...s,status:"kept",problem:T(i)})}}function T(e){let t=D(e);return t.code==="UNAUTHENTICATED"&&V(),t}async function F(e,t){let n=e.flatMap(({item:r,proposals:i=[]})=>i.map(({course:s,...m})=>({...m,subject:s,target:r.requirement?.id}))),{proposeAlignments:o}=await l(x,{input:{alignments:n,idempotencyKey:e[0]?.key}},t);return(o?.alignments??[]).map(({id:r,version:i,requirement:s})=>({alignment:r,version:i,of:s?.id??""}))}var W=e=>e.map(({id:t,version:n})=>({alignment:t,version:n,of:t}));async function Y(e,t,n){let[{item:o,verdict:r,reason:i,ground:s,subject:m,correction:j,key:f}]=e,d={token:t,keepalive:n};if(r==="CLOSE")return await l(O,{input:{subject:m,requirement:o.requirement?.id,conclusion:i,ground:s,idempotencyKey:f}},d),[];if(r==="PROPOSE")return F(e,d);let g=e.map(R=>({alignment:R.item.alignment?.id,version:R.item.alignment?.version}));if(r==="WITHDRAW")return await l(C,{input:{...g[0],reason:i,idempotencyKey:f}},d),[];let E={decision:r,reason:i,idempotencyKey:f};if(g.length>1)return W((await l(v,{input:{alignments:g,...E}},d)).decideAlignments?.alignments??[]);let{decideAlignment:b}=await l(h,{input:{...g[0],...E,...j}},d);return W(b?.alignment?[b.alignment]:[])}async function K(e,t=!1){let n=A(e).filter(o=>o.status==="held"||o.status==="failed");if(n.length!==0){clearTimeout(k.get(e));for(let o of n)u({...o,status:"sent",problem:null});try{let o=await Y(n,c.peek()??"",t),r=i=>o.filter(s=>s.of===(i.alignment?.id??i.requirement?.id)).map(({alignment:s,version:m})=>({alignment:s,version:m}));for(let i of n)u({...i,status:"done",problem:null,made:r(i.item)})}catch(o){let r=T(o);for(let i of n)u({...i,status:"failed",problem:r})}}}function $(e){a.value=new Map([...a.peek()].filter(([,t])=>t.key!==e))}function ve(){a.value=new Map([...a.peek()].filter(([,{status:e}])=>e!=="done"&&e!=="kept"))}function ke(){let e=new Set([...a.peek().values()].filter(t=>t.status==="held").map(t=>t.key));for(let t of e)K(t,!0)}export{ce as a,c as b,I as c,a as d,B as e,me as f,w as g,de as h,U as i,pe as j,V as k,ge as l,fe as m,ye as n,K as o,$ as p,ve as q,ke as r};
