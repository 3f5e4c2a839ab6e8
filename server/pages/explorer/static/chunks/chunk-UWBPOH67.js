import{a as P}from"./chunk-2E6X7MET.js";import{e as l,h as R}from"./chunk-M42H6EXD.js";import{i as y,j as p}from"./chunk-C4JUOCCL.js";var h=`mutation CloseReview($input: CloseReviewInput!) {
  closeReview(input: $input) {
    review { id reviewer closedOn }
    bookmark
    userErrors { code message }
  }
}
`;var O=`mutation DecideAlignment($input: DecideAlignmentInput!) {
  decideAlignment(input: $input) {
    alignment { id version status reviewer decidedOn }
    bookmark
    userErrors { code message }
  }
}
`;var k=`mutation DecideAlignments($input: DecideAlignmentsInput!) {
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
`;var S=`mutation WithdrawAlignment($input: WithdrawAlignmentInput!) {
  withdrawAlignment(input: $input) {
    alignment { id version status }
    bookmark
    userErrors { code message }
  }
}
`;var G=8e3,I=16,m=p(null),W=p(null),a=p(new Map),B=p(0),v=new Map,me=({reviewItems:e},t)=>(e?.nodes??[]).map(n=>({...n,subject:t})),w=({alignment:e,requirement:t,subject:n})=>e?.id??P(n??"",t?.id??"");function ce(e){let t=a.value.get(w(e));return e.work!=="PROPOSE"&&(!t||t.status==="failed")}var U=()=>[...crypto.getRandomValues(new Uint8Array(I))].map(e=>e.toString(I).padStart(2,"0")).join("");function u(e){a.value=new Map(a.peek()).set(w(e.item),e)}function de(e,t){y(()=>{m.value=e,W.value=t})}function V(){y(()=>{m.value=null,W.value=null})}function pe(e,t){C(e.map(n=>({...t,item:n})))}function ge(e,t){C(e.map(([n,o])=>({...t,verdict:"PROPOSE",reason:null,item:n,proposals:o})))}function C(e){let t=U();for(let n of e)u({...n,key:t,status:"held",problem:null,made:[],by:m.peek()});v.set(t,setTimeout(()=>void K(t),G))}var A=e=>[...a.peek().values()].filter(t=>t.key===e),_=({status:e,made:t})=>(e==="done"||e==="kept")&&t.length>0;function fe(e,t){let n=[...a.peek().values()].filter(r=>r.subject===t&&r.by===m.peek()&&(r.status==="held"||_(r))).at(-1),o=n&&A(n.key)[0];return!n||!o?null:(n.status==="held"?(clearTimeout(v.get(n.key)),$(n.key)):J(n.key,e),{item:w(o.item),wasSent:n.status!=="held"})}async function J(e,t){let n=A(e),[{verdict:o}]=n;for(let i of n)u({...i,status:"taking",problem:null});let r={alignments:n.flatMap(i=>i.made),decision:o==="PROPOSE"?"WITHDRAW":"REOPEN",reason:t,idempotencyKey:`${e}-back`};try{await l(k,{input:r},{token:m.peek()??""}),$(e),B.value+=1}catch(i){for(let s of n)u({...s,status:"kept",problem:T(i)})}}function T(e){let t=R(e);return t.code==="UNAUTHENTICATED"&&V(),t}async function Y(e,t){let n=e.flatMap(({item:r,proposals:i=[]})=>i.map(({course:s,...c})=>({...c,subject:s,target:r.requirement?.id}))),{proposeAlignments:o}=await l(x,{input:{alignments:n,idempotencyKey:e[0]?.key}},t);return(o?.alignments??[]).map(({id:r,version:i,requirement:s})=>({alignment:r,version:i,of:s?.id??""}))}var M=e=>e.map(({id:t,version:n})=>({alignment:t,version:n,of:t}));async function z(e,t,n){let[{item:o,verdict:r,reason:i,ground:s,subject:c,correction:j,key:f}]=e,d={token:t,keepalive:n};if(r==="CLOSE")return await l(h,{input:{subject:c,requirement:o.requirement?.id,conclusion:i,ground:s,idempotencyKey:f}},d),[];if(r==="PROPOSE")return Y(e,d);let g=e.map(D=>({alignment:D.item.alignment?.id,version:D.item.alignment?.version}));if(r==="WITHDRAW")return await l(S,{input:{...g[0],reason:i,idempotencyKey:f}},d),[];let b={decision:r,reason:i,idempotencyKey:f};if(g.length>1)return M((await l(k,{input:{alignments:g,...b}},d)).decideAlignments?.alignments??[]);let{decideAlignment:E}=await l(O,{input:{...g[0],...b,...j}},d);return M(E?.alignment?[E.alignment]:[])}async function K(e,t=!1){let n=A(e).filter(o=>o.status==="held"||o.status==="failed");if(n.length!==0){clearTimeout(v.get(e));for(let o of n)u({...o,status:"sent",problem:null});try{let o=await z(n,m.peek()??"",t),r=i=>o.filter(s=>s.of===(i.alignment?.id??i.requirement?.id)).map(({alignment:s,version:c})=>({alignment:s,version:c}));for(let i of n)u({...i,status:"done",problem:null,made:r(i.item)})}catch(o){let r=T(o);for(let i of n)u({...i,status:"failed",problem:r})}}}function $(e){a.value=new Map([...a.peek()].filter(([,t])=>t.key!==e))}function ye(){a.value=new Map([...a.peek()].filter(([,{status:e}])=>e!=="done"&&e!=="kept"))}function ke(){let e=new Set([...a.peek().values()].filter(t=>t.status==="held").map(t=>t.key));for(let t of e)K(t,!0)}export{m as a,W as b,a as c,B as d,me as e,w as f,ce as g,U as h,de as i,V as j,pe as k,ge as l,fe as m,K as n,$ as o,ye as p,ke as q};
