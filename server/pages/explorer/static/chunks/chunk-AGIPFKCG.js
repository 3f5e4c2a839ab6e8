import{a as E}from"./chunk-ASLRP72A.js";import{a as c,d as f,e as p,h as R}from"./chunk-ASPFED3I.js";import{d as g,e as b,p as A}from"./chunk-22CZTWQI.js";var N=`query ImportJob($id: ID!) {
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
    otherVersions { standard version isProposed carried { change count } }
    carriedFrom
    carried { change count }
    questions { name subject text choices proposed }
    error { code message }
  }
}
`;var m=`mutation ReadDocument($input: ReadDocumentInput!) {
  readDocument(input: $input) {
    job { id }
    userErrors { code message }
  }
}
`;var D=`mutation RequestUpload($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    uploadUrl
    userErrors { code message }
  }
}
`;var y=500,U=201,O=new Set(["QUEUED","READING"]),P=new Set(["NO_ANSWER","GRAPH_BUSY","GRAPH_UNAVAILABLE","SERVER_BUSY"]),J=o=>O.has(o.state);function _({status:o,responseText:t}){try{let[r]=JSON.parse(t).errors;if(r)return new c(r.extensions.code,r.message)}catch{}return new c("NO_ANSWER",E("notSent",{status:o}))}function h(o,t,r,n){return new Promise((u,i)=>{let e=new XMLHttpRequest,a=()=>i(_(e));e.upload.onprogress=({loaded:d,total:s})=>r(s>0?d/s:0),e.onload=()=>{e.status!==U?a():u(JSON.parse(e.responseText).upload)},e.onerror=a,e.onabort=()=>i(new DOMException("","AbortError")),n.addEventListener("abort",()=>e.abort()),e.open("PUT",o),e.send(t)})}async function k({file:o,kind:t,token:r,signal:n,onShare:u}){let i={token:r,signal:n},{requestUpload:e}=await p(D,{input:{fileName:o.name,sizeBytes:o.size}},i),a=await h(e?.uploadUrl??"",o,u,n),{readDocument:d}=await p(m,{input:{upload:a,kind:t}},i);return{job:d?.job?.id??"",upload:a}}async function $(o,t,r){let{readDocument:n}=await p(m,{input:{upload:o,kind:"TRAINING_PLAN",columns:t}},{token:r});return n?.job?.id??""}var x={SKILL_STANDARD:"TEACHING_STANDARD",TEACHING_STANDARD:"SKILL_STANDARD"},C=({kind:o,error:t})=>t?.code==="DOCUMENT_PURPOSE"?x[o]:void 0;async function Q(o,t,r){let{readDocument:n}=await p(m,{input:{upload:o,kind:t}},{token:r});return n?.job?.id??""}function V(o,t,r){let[n,u]=g({job:null,error:null});return b(()=>{let i=new AbortController,e,a=()=>{e=setTimeout(()=>void d(),y)},d=async()=>{try{let{importJob:s}=await f(N,{id:o},{token:t,signal:i.signal});u({job:s??null,error:s?null:new c("NOT_FOUND",o)}),s&&J(s)&&a()}catch(s){if(i.signal.aborted)return;let l=R(s);u(({job:S})=>({job:S,error:l})),P.has(l.code)&&a()}};return d(),()=>{clearTimeout(e),i.abort()}},[o,t,r,A.value]),n}export{J as a,k as b,$ as c,C as d,Q as e,V as f};
