import{a as E}from"./chunk-SRYPGRBQ.js";import{a as l,d as w,e as d,h as A}from"./chunk-FSJKYQXM.js";import{d as g,e as b,n as f}from"./chunk-YSXEI6ET.js";var R=`query ImportJob($id: ID!) {
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
`;var N=`mutation RequestUpload($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    uploadUrl
    userErrors { code message }
  }
}
`;var I=500,J=201,O=new Set(["QUEUED","READING"]),q=new Set(["NO_ANSWER","GRAPH_BUSY","GRAPH_UNAVAILABLE","SERVER_BUSY"]),P=e=>O.has(e.state);function h({status:e,responseText:n}){try{let[t]=JSON.parse(n).errors;if(t)return new l(t.extensions.code,t.message)}catch{}return new l("NO_ANSWER",E("notSent",{status:e}))}function x(e,n,t,s){return new Promise((a,i)=>{let o=new XMLHttpRequest,u=()=>i(h(o));o.upload.onprogress=({loaded:p,total:r})=>t(r>0?p/r:0),o.onload=()=>{o.status!==J?u():a(JSON.parse(o.responseText).upload)},o.onerror=u,o.onabort=()=>i(new DOMException("","AbortError")),s.addEventListener("abort",()=>o.abort()),o.open("PUT",e),o.send(n)})}async function k({file:e,kind:n,carryFrom:t,token:s,signal:a,onShare:i}){let o={token:s,signal:a},{requestUpload:u}=await d(N,{input:{fileName:e.name,sizeBytes:e.size}},o),p=await x(u?.uploadUrl??"",e,i,a),{readDocument:r}=await d(m,{input:{upload:p,kind:n,carryFrom:t}},o);return{job:r?.job?.id??"",upload:p}}async function Q(e,n,t){let{readDocument:s}=await d(m,{input:{upload:e,kind:"TRAINING_PLAN",columns:n}},{token:t});return s?.job?.id??""}function H(e,n,t){let[s,a]=g({job:null,error:null});return b(()=>{let i=new AbortController,o,u=()=>{o=setTimeout(()=>void p(),I)},p=async()=>{try{let{importJob:r}=await w(R,{id:e},{token:n,signal:i.signal});a({job:r??null,error:r?null:new l("NOT_FOUND",e)}),r&&P(r)&&u()}catch(r){if(i.signal.aborted)return;let c=A(r);a(({job:S})=>({job:S,error:c})),q.has(c.code)&&u()}};return p(),()=>{clearTimeout(o),i.abort()}},[e,n,t,f.value]),s}export{P as a,k as b,Q as c,H as d};
