import{a as E}from"./chunk-DZPLMMJY.js";import{a as d,d as w,e as l,h as A}from"./chunk-F4HKO47E.js";import{d as g,e as b,n as f}from"./chunk-4H2QPYLF.js";var R=`query ImportJob($id: ID!) {
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
    earlierVersions { standard version isProposed carried { change count } }
    carriedFrom
    carried { change count }
    questions { name subject text choices proposed }
    error { code message }
  }
}
`;var c=`mutation ReadDocument($input: ReadDocumentInput!) {
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
`;var I=500,J=201,O=new Set(["QUEUED","READING"]),h=new Set(["NO_ANSWER","GRAPH_BUSY","GRAPH_UNAVAILABLE","SERVER_BUSY"]),P=e=>O.has(e.state);function q({status:e,responseText:t}){try{let[r]=JSON.parse(t).errors;if(r)return new d(r.extensions.code,r.message)}catch{}return new d("NO_ANSWER",E("notSent",{status:e}))}function v(e,t,r,s){return new Promise((u,n)=>{let o=new XMLHttpRequest,a=()=>n(q(o));o.upload.onprogress=({loaded:p,total:i})=>r(i>0?p/i:0),o.onload=()=>{o.status!==J?a():u(JSON.parse(o.responseText).upload)},o.onerror=a,o.onabort=()=>n(new DOMException("","AbortError")),s.addEventListener("abort",()=>o.abort()),o.open("PUT",e),o.send(t)})}async function k({file:e,kind:t,token:r,signal:s,onShare:u}){let n={token:r,signal:s},{requestUpload:o}=await l(N,{input:{fileName:e.name,sizeBytes:e.size}},n),a=await v(o?.uploadUrl??"",e,u,s),{readDocument:p}=await l(c,{input:{upload:a,kind:t}},n);return{job:p?.job?.id??"",upload:a}}async function Q(e,t,r){let{readDocument:s}=await l(c,{input:{upload:e,kind:"TRAINING_PLAN",columns:t}},{token:r});return s?.job?.id??""}function H(e,t,r){let[s,u]=g({job:null,error:null});return b(()=>{let n=new AbortController,o,a=()=>{o=setTimeout(()=>void p(),I)},p=async()=>{try{let{importJob:i}=await w(R,{id:e},{token:t,signal:n.signal});u({job:i??null,error:i?null:new d("NOT_FOUND",e)}),i&&P(i)&&a()}catch(i){if(n.signal.aborted)return;let m=A(i);u(({job:S})=>({job:S,error:m})),h.has(m.code)&&a()}};return p(),()=>{clearTimeout(o),n.abort()}},[e,t,r,f.value]),s}export{P as a,k as b,Q as c,H as d};
