import{a as A}from"./chunk-7YLKEQ4H.js";import{a as d,d as f,e as l,h as w}from"./chunk-6WQJDZAO.js";import{d as g,e as b}from"./chunk-VDTYU2D5.js";var E=`query ImportJob($id: ID!) {
  importJob(id: $id) {
    id
    kind
    fileName
    editor
    state
    progress { page pages }
    report
    reportSha256
    nodes
    writes { type count }
    questions { name subject text choices }
    error { code message }
  }
}
`;var m=`mutation ReadDocument($input: ReadDocumentInput!) {
  readDocument(input: $input) {
    job { id }
    userErrors { code message }
  }
}
`;var R=`mutation RequestUpload($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    uploadUrl
    userErrors { code message }
  }
}
`;var D=500,I=201,J=new Set(["QUEUED","READING"]),O=new Set(["NO_ANSWER","GRAPH_BUSY","GRAPH_UNAVAILABLE","SERVER_BUSY"]),q=e=>J.has(e.state);function P({status:e,responseText:n}){try{let[t]=JSON.parse(n).errors;if(t)return new d(t.extensions.code,t.message)}catch{}return new d("NO_ANSWER",A("notSent",{status:e}))}function h(e,n,t,i){return new Promise((a,s)=>{let o=new XMLHttpRequest,u=()=>s(P(o));o.upload.onprogress=({loaded:p,total:r})=>t(r>0?p/r:0),o.onload=()=>{o.status!==I?u():a(JSON.parse(o.responseText).upload)},o.onerror=u,o.onabort=()=>s(new DOMException("","AbortError")),i.addEventListener("abort",()=>o.abort()),o.open("PUT",e),o.send(n)})}async function B({file:e,kind:n,carryFrom:t,token:i,signal:a,onShare:s}){let o={token:i,signal:a},{requestUpload:u}=await l(R,{input:{fileName:e.name,sizeBytes:e.size}},o),p=await h(u?.uploadUrl??"",e,s,a),{readDocument:r}=await l(m,{input:{upload:p,kind:n,carryFrom:t}},o);return{job:r?.job?.id??"",upload:p}}async function $(e,n,t){let{readDocument:i}=await l(m,{input:{upload:e,kind:"TRAINING_PLAN",columns:n}},{token:t});return i?.job?.id??""}function k(e,n,t){let[i,a]=g({job:null,error:null});return b(()=>{let s=new AbortController,o,u=()=>{o=setTimeout(()=>void p(),D)},p=async()=>{try{let{importJob:r}=await f(E,{id:e},{token:n,signal:s.signal});a({job:r??null,error:r?null:new d("NOT_FOUND",e)}),r&&q(r)&&u()}catch(r){if(s.signal.aborted)return;let c=w(r);a(({job:N})=>({job:N,error:c})),O.has(c.code)&&u()}};return p(),()=>{clearTimeout(o),s.abort()}},[e,n,t]),i}export{q as a,B as b,$ as c,k as d};
