import{b as N}from"./chunk-JICPA7CU.js";import{a as c,g as f,h as p,k as R}from"./chunk-E4WSAS5T.js";import{d as b,e as A,o as m}from"./chunk-ORRHCIBS.js";var E=`query ImportJob($id: ID!) {
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
`;var l=`mutation ReadDocument($input: ReadDocumentInput!) {
  readDocument(input: $input) {
    job { id }
    userErrors { code english chinese }
  }
}
`;var D=`mutation RequestUpload($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    uploadUrl
    userErrors { code english chinese }
  }
}
`;var h=500,y=201,U=new Set(["QUEUED","READING"]),P=new Set(["NO_ANSWER","GRAPH_BUSY","GRAPH_UNAVAILABLE","SERVER_BUSY"]),J=e=>U.has(e.state);function O({status:e,responseText:o}){try{let[r]=JSON.parse(o).errors;if(r)return new c(r.extensions.code,r.message)}catch{}return new c("NO_ANSWER",N("notSent",{status:e}))}function _(e,o,r,n){return new Promise((u,i)=>{let t=new XMLHttpRequest,a=()=>i(O(t));t.upload.onprogress=({loaded:d,total:s})=>r(s>0?d/s:0),t.onload=()=>{t.status!==y?a():u(JSON.parse(t.responseText).upload)},t.onerror=a,t.onabort=()=>i(new DOMException("","AbortError")),n.addEventListener("abort",()=>t.abort()),t.open("PUT",e),t.setRequestHeader("accept-language",m.peek()==="en"?"en":"zh-CN"),t.send(o)})}async function k({file:e,kind:o,token:r,signal:n,onShare:u}){let i={token:r,signal:n},{requestUpload:t}=await p(D,{input:{fileName:e.name,sizeBytes:e.size}},i),a=await _(t?.uploadUrl??"",e,u,n),{readDocument:d}=await p(l,{input:{upload:a,kind:o}},i);return{job:d?.job?.id??"",upload:a}}async function C(e,o,r){let{readDocument:n}=await p(l,{input:{upload:e,kind:"TRAINING_PLAN",columns:o}},{token:r});return n?.job?.id??""}var x={SKILL_STANDARD:"TEACHING_STANDARD",TEACHING_STANDARD:"SKILL_STANDARD"},$=({kind:e,error:o})=>o?.code==="DOCUMENT_PURPOSE"?x[e]:void 0;async function Q(e,o,r){let{readDocument:n}=await p(l,{input:{upload:e,kind:o}},{token:r});return n?.job?.id??""}function V(e,o,r){let[n,u]=b({job:null,error:null});return A(()=>{let i=new AbortController,t,a=()=>{t=setTimeout(()=>void d(),h)},d=async()=>{try{let{importJob:s}=await f(E,{id:e},{token:o,signal:i.signal});u({job:s??null,error:s?null:new c("NOT_FOUND",e)}),s&&J(s)&&a()}catch(s){if(i.signal.aborted)return;let g=R(s);u(({job:S})=>({job:S,error:g})),P.has(g.code)&&a()}};return d(),()=>{clearTimeout(t),i.abort()}},[e,o,r,m.value]),n}var z=({otherVersions:e})=>e.find(o=>o.isProposed&&o.carried.length>0)?.version??"";export{J as a,k as b,C as c,$ as d,Q as e,V as f,z as g};
