import{e as u,h}from"./chunk-FSJKYQXM.js";import{i as k,j as d}from"./chunk-YSXEI6ET.js";var x=`mutation CloseReview($input: CloseReviewInput!) {
  closeReview(input: $input) {
    review { id reviewer closedOn }
    bookmark
    userErrors { code message }
  }
}
`;var C=`mutation DecideAlignment($input: DecideAlignmentInput!) {
  decideAlignment(input: $input) {
    alignment { id version status reviewer decidedOn }
    bookmark
    userErrors { code message }
  }
}
`;var y=`mutation DecideAlignments($input: DecideAlignmentsInput!) {
  decideAlignments(input: $input) {
    alignments { id version status reviewer decidedOn }
    bookmark
    userErrors { code message }
  }
}
`;var P=`mutation ProposeAlignment($input: ProposeAlignmentInput!) {
  proposeAlignment(input: $input) {
    alignment { id version status }
    bookmark
    userErrors { code message }
  }
}
`;var I=`mutation WithdrawAlignment($input: WithdrawAlignmentInput!) {
  withdrawAlignment(input: $input) {
    alignment { id version status }
    bookmark
    userErrors { code message }
  }
}
`;var G=8e3,M=16,m=d(null),O=d(null),a=d(new Map),B=d(0),A=new Map,S=e=>e.alignment?.id??`search:${e.requirement?.id??""}`,U=()=>[...crypto.getRandomValues(new Uint8Array(M))].map(e=>e.toString(M).padStart(2,"0")).join("");function l(e){a.value=new Map(a.peek()).set(S(e.item),e)}function le(e,n){k(()=>{m.value=e,O.value=n})}function V(){k(()=>{m.value=null,O.value=null})}function me(e,n){let i=U();for(let t of e)l({...n,item:t,key:i,status:"held",problem:null,made:null,by:m.peek()});A.set(i,setTimeout(()=>void W(i),G))}var w=e=>[...a.peek().values()].filter(n=>n.key===e),_=({status:e,made:n})=>(e==="done"||e==="kept")&&n!==null;function ce(e){let n=[...a.peek().values()].filter(t=>t.by===m.peek()&&(t.status==="held"||_(t))).at(-1),i=n&&w(n.key)[0];return!n||!i?null:(n.status==="held"?(clearTimeout(A.get(n.key)),$(n.key)):J(n.key,e),{item:S(i.item),wasSent:n.status!=="held"})}async function J(e,n){let i=w(e),[{verdict:t}]=i;for(let o of i)l({...o,status:"taking",problem:null});let r={alignments:i.map(o=>o.made),decision:t==="PROPOSE"?"WITHDRAW":"REOPEN",reason:n,idempotencyKey:`${e}-back`};try{await u(y,{input:r},{token:m.peek()??""}),$(e),B.value+=1}catch(o){for(let s of i)l({...s,status:"kept",problem:T(o)})}}function T(e){let n=h(e);return n.code==="UNAUTHENTICATED"&&V(),n}async function Y(e,n,i){let[{item:t,verdict:r,reason:o,ground:s,subject:v,correction:K,proposal:E,key:p}]=e,c={token:n,keepalive:i};if(r==="CLOSE")return await u(x,{input:{subject:v,requirement:t.requirement?.id,conclusion:o,ground:s,idempotencyKey:p}},c),[];if(r==="PROPOSE"&&E){let{course:f,...N}=E,{proposeAlignment:R}=await u(P,{input:{...N,subject:f,target:t.requirement?.id,rationale:o,idempotencyKey:p}},c);return R?.alignment?[R.alignment]:[]}let g=e.map(f=>({alignment:f.item.alignment?.id,version:f.item.alignment?.version}));if(r==="WITHDRAW")return await u(I,{input:{...g[0],reason:o,idempotencyKey:p}},c),[];let b={decision:r,reason:o,idempotencyKey:p};if(g.length>1)return(await u(y,{input:{alignments:g,...b}},c)).decideAlignments?.alignments??[];let{decideAlignment:D}=await u(C,{input:{...g[0],...b,...K}},c);return D?.alignment?[D.alignment]:[]}async function W(e,n=!1){let i=w(e).filter(t=>t.status==="held"||t.status==="failed");if(i.length!==0){clearTimeout(A.get(e));for(let t of i)l({...t,status:"sent",problem:null});try{let t=await Y(i,m.peek()??"",n),r=o=>{let s=t.find(v=>v.id===o.alignment?.id)??(o.alignment?void 0:t[0]);return s?{alignment:s.id,version:s.version}:null};for(let o of i)l({...o,status:"done",problem:null,made:r(o.item)})}catch(t){let r=T(t);for(let o of i)l({...o,status:"failed",problem:r})}}}function $(e){a.value=new Map([...a.peek()].filter(([,n])=>n.key!==e))}function de(){let e=new Set([...a.peek().values()].filter(n=>n.status==="held").map(n=>n.key));for(let n of e)W(n,!0)}export{m as a,O as b,a as c,B as d,S as e,U as f,le as g,V as h,me as i,ce as j,W as k,$ as l,de as m};
