import{e as l,h as D}from"./chunk-FMJLQEPX.js";import{i as y,j as p}from"./chunk-7KXABUCD.js";var R=`mutation CloseReview($input: CloseReviewInput!) {
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
`;var L=8e3,I=16,m=p(null),O=p(null),a=p(new Map),B=p(0),k=new Map,le=({reviewItems:e},t)=>(e?.nodes??[]).map(n=>({...n,subject:t})),S=({alignment:e,requirement:t,subject:n})=>e?.id??["search",t?.id,n].filter(Boolean).join(":"),G=()=>[...crypto.getRandomValues(new Uint8Array(I))].map(e=>e.toString(I).padStart(2,"0")).join("");function u(e){a.value=new Map(a.peek()).set(S(e.item),e)}function ue(e,t){y(()=>{m.value=e,O.value=t})}function U(){y(()=>{m.value=null,O.value=null})}function me(e,t){C(e.map(n=>({...t,item:n})))}function ce(e,t){C(e.map(([n,o])=>({...t,verdict:"PROPOSE",reason:null,item:n,proposals:o})))}function C(e){let t=G();for(let n of e)u({...n,key:t,status:"held",problem:null,made:[],by:m.peek()});k.set(t,setTimeout(()=>void W(t),L))}var A=e=>[...a.peek().values()].filter(t=>t.key===e),V=({status:e,made:t})=>(e==="done"||e==="kept")&&t.length>0;function de(e,t){let n=[...a.peek().values()].filter(r=>r.subject===t&&r.by===m.peek()&&(r.status==="held"||V(r))).at(-1),o=n&&A(n.key)[0];return!n||!o?null:(n.status==="held"?(clearTimeout(k.get(n.key)),$(n.key)):_(n.key,e),{item:S(o.item),wasSent:n.status!=="held"})}async function _(e,t){let n=A(e),[{verdict:o}]=n;for(let i of n)u({...i,status:"taking",problem:null});let r={alignments:n.flatMap(i=>i.made),decision:o==="PROPOSE"?"WITHDRAW":"REOPEN",reason:t,idempotencyKey:`${e}-back`};try{await l(v,{input:r},{token:m.peek()??""}),$(e),B.value+=1}catch(i){for(let s of n)u({...s,status:"kept",problem:T(i)})}}function T(e){let t=D(e);return t.code==="UNAUTHENTICATED"&&U(),t}async function J(e,t){let n=e.flatMap(({item:r,proposals:i=[]})=>i.map(({course:s,...c})=>({...c,subject:s,target:r.requirement?.id}))),{proposeAlignments:o}=await l(P,{input:{alignments:n,idempotencyKey:e[0]?.key}},t);return(o?.alignments??[]).map(({id:r,version:i,requirement:s})=>({alignment:r,version:i,of:s?.id??""}))}var M=e=>e.map(({id:t,version:n})=>({alignment:t,version:n,of:t}));async function Y(e,t,n){let[{item:o,verdict:r,reason:i,ground:s,subject:c,correction:K,key:f}]=e,d={token:t,keepalive:n};if(r==="CLOSE")return await l(R,{input:{subject:c,requirement:o.requirement?.id,conclusion:i,ground:s,idempotencyKey:f}},d),[];if(r==="PROPOSE")return J(e,d);let g=e.map(E=>({alignment:E.item.alignment?.id,version:E.item.alignment?.version}));if(r==="WITHDRAW")return await l(x,{input:{...g[0],reason:i,idempotencyKey:f}},d),[];let w={decision:r,reason:i,idempotencyKey:f};if(g.length>1)return M((await l(v,{input:{alignments:g,...w}},d)).decideAlignments?.alignments??[]);let{decideAlignment:b}=await l(h,{input:{...g[0],...w,...K}},d);return M(b?.alignment?[b.alignment]:[])}async function W(e,t=!1){let n=A(e).filter(o=>o.status==="held"||o.status==="failed");if(n.length!==0){clearTimeout(k.get(e));for(let o of n)u({...o,status:"sent",problem:null});try{let o=await Y(n,m.peek()??"",t),r=i=>o.filter(s=>s.of===(i.alignment?.id??i.requirement?.id)).map(({alignment:s,version:c})=>({alignment:s,version:c}));for(let i of n)u({...i,status:"done",problem:null,made:r(i.item)})}catch(o){let r=T(o);for(let i of n)u({...i,status:"failed",problem:r})}}}function $(e){a.value=new Map([...a.peek()].filter(([,t])=>t.key!==e))}function pe(){a.value=new Map([...a.peek()].filter(([,{status:e}])=>e!=="done"&&e!=="kept"))}function ge(){let e=new Set([...a.peek().values()].filter(t=>t.status==="held").map(t=>t.key));for(let t of e)W(t,!0)}export{m as a,O as b,a as c,B as d,le as e,S as f,G as g,ue as h,U as i,me as j,ce as k,de as l,W as m,$ as n,pe as o,ge as p};
