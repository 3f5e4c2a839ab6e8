import{b as r,d as x}from"./chunk-SVEYHB4O.js";import{G as I,I as p,K as A,d as y,i as b,y as m}from"./chunk-HXY5LHYT.js";var O=`mutation CloseReview($input: CloseReviewInput!) {
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
`;var D=`mutation DecideAlignments($input: DecideAlignmentsInput!) {
  decideAlignments(input: $input) {
    alignments { id version status reviewer decidedOn }
    bookmark
    userErrors { code message }
  }
}
`;var M=`mutation ProposeAlignment($input: ProposeAlignmentInput!) {
  proposeAlignment(input: $input) {
    alignment { id version status }
    bookmark
    userErrors { code message }
  }
}
`;var V=8e3,$=16,c=b(null),u=b(new Map),W=b(0),R=new Map,K=e=>e.alignment?.id??`search:${e.requirement?.id??""}`,_=()=>[...crypto.getRandomValues(new Uint8Array($))].map(e=>e.toString($).padStart(2,"0")).join("");function d(e){u.value=new Map(u.peek()).set(K(e.item),e)}function ue(e,n){let t=_();for(let i of e)d({...n,item:i,key:t,status:"held",problem:null,made:null});R.set(t,setTimeout(()=>void q(t),V))}var P=e=>[...u.peek().values()].filter(n=>n.key===e),J=({status:e,made:n})=>(e==="done"||e==="kept")&&n!==null;function ce(e){let n=[...u.peek().values()].filter(i=>i.status==="held"||J(i)).at(-1),t=n&&P(n.key)[0];return!n||!t?null:(n.status==="held"?(clearTimeout(R.get(n.key)),H(n.key)):Y(n.key,e),{item:K(t.item),wasSent:n.status!=="held"})}async function Y(e,n){let t=P(e),[{verdict:i}]=t;for(let o of t)d({...o,status:"taking",problem:null});let s={alignments:t.map(o=>o.made),decision:i==="PROPOSE"?"WITHDRAW":"REOPEN",reason:n,idempotencyKey:`${e}-back`};try{await p(D,{input:s},{token:c.peek()??""}),H(e),W.value+=1}catch(o){for(let a of t)d({...a,status:"kept",problem:N(o)})}}function N(e){let n=A(e);return n.code==="UNAUTHENTICATED"&&(c.value=null),n}async function z(e,n,t){let[{item:i,verdict:s,reason:o,ground:a,subject:l,correction:g,proposal:f,key:w}]=e,v={token:n,keepalive:t};if(s==="CLOSE")return await p(O,{input:{subject:l,requirement:i.requirement?.id,conclusion:o,ground:a,idempotencyKey:w}},v),[];if(s==="PROPOSE"&&f){let{course:k,...Q}=f,{proposeAlignment:T}=await p(M,{input:{...Q,subject:k,target:i.requirement?.id,rationale:o,idempotencyKey:w}},v);return T?.alignment?[T.alignment]:[]}let E=e.map(k=>({alignment:k.item.alignment?.id,version:k.item.alignment?.version})),h={decision:s,reason:o,idempotencyKey:w};if(E.length>1)return(await p(D,{input:{alignments:E,...h}},v)).decideAlignments?.alignments??[];let{decideAlignment:S}=await p(C,{input:{...E[0],...h,...g}},v);return S?.alignment?[S.alignment]:[]}async function q(e,n=!1){let t=P(e).filter(i=>i.status==="held"||i.status==="failed");if(t.length!==0){clearTimeout(R.get(e));for(let i of t)d({...i,status:"sent",problem:null});try{let i=await z(t,c.peek()??"",n),s=o=>{let a=i.find(l=>l.id===o.alignment?.id)??(o.alignment?void 0:i[0]);return a?{alignment:a.id,version:a.version}:null};for(let o of t)d({...o,status:"done",problem:null,made:s(o.item)})}catch(i){let s=N(i);for(let o of t)d({...o,status:"failed",problem:s})}}}function H(e){u.value=new Map([...u.peek()].filter(([,n])=>n.key!==e))}function me(){let e=new Set([...u.peek().values()].filter(n=>n.status==="held").map(n=>n.key));for(let n of e)q(n,!0)}var L=`query ReviewToken {
  releases(first: 1) { nodes { name } }
}
`;function Ae(){let[e,n]=y(""),[t,i]=y(null),[s,o]=y(!1);if(c.value)return r("p",{class:"row signed-in",children:[r("span",{children:m("signedIn")}),r("button",{type:"button",class:"button small",onClick:()=>{c.value=null},children:m("signOut")})]});let a=async l=>{l.preventDefault();let g=e.trim();if(g){o(!0);try{await I(L,g),c.value=g,n(""),i(null)}catch(f){i(A(f))}o(!1)}};return r("form",{class:"card sign-in",onSubmit:l=>void a(l),children:[r("label",{class:"select wide",children:[r("span",{children:m("token")}),r("input",{id:"token",type:"password",autocomplete:"off",spellcheck:!1,value:e,onInput:l=>n(l.currentTarget.value)})]}),r("button",{type:"submit",class:"button primary",disabled:s,children:m("signIn")}),r("p",{class:"fine",children:m("tokenHelp")}),t&&r(x,{error:t})]})}export{c as a,u as b,W as c,K as d,_ as e,ue as f,ce as g,q as h,H as i,me as j,Ae as k};
