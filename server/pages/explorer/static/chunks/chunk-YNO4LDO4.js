import{b as N}from"./chunk-2KMUXQ5Q.js";import{a as c,e as f,f as p,i as R}from"./chunk-WZHDEG5J.js";import{d as b,e as A,p as m}from"./chunk-22CZTWQI.js";var E=`query ImportJob($id: ID!) {
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
`;var h=500,y=201,U=new Set(["QUEUED","READING"]),O=new Set(["NO_ANSWER","GRAPH_BUSY","GRAPH_UNAVAILABLE","SERVER_BUSY"]),P=e=>U.has(e.state);function J({status:e,responseText:t}){try{let[r]=JSON.parse(t).errors;if(r)return new c(r.extensions.code,r.message)}catch{}return new c("NO_ANSWER",N("notSent",{status:e}))}function _(e,t,r,n){return new Promise((u,i)=>{let o=new XMLHttpRequest,a=()=>i(J(o));o.upload.onprogress=({loaded:d,total:s})=>r(s>0?d/s:0),o.onload=()=>{o.status!==y?a():u(JSON.parse(o.responseText).upload)},o.onerror=a,o.onabort=()=>i(new DOMException("","AbortError")),n.addEventListener("abort",()=>o.abort()),o.open("PUT",e),o.setRequestHeader("accept-language",m.peek()==="en"?"en":"zh-CN"),o.send(t)})}async function k({file:e,kind:t,token:r,signal:n,onShare:u}){let i={token:r,signal:n},{requestUpload:o}=await p(D,{input:{fileName:e.name,sizeBytes:e.size}},i),a=await _(o?.uploadUrl??"",e,u,n),{readDocument:d}=await p(l,{input:{upload:a,kind:t}},i);return{job:d?.job?.id??"",upload:a}}async function C(e,t,r){let{readDocument:n}=await p(l,{input:{upload:e,kind:"TRAINING_PLAN",columns:t}},{token:r});return n?.job?.id??""}var q={SKILL_STANDARD:"TEACHING_STANDARD",TEACHING_STANDARD:"SKILL_STANDARD"},$=({kind:e,error:t})=>t?.code==="DOCUMENT_PURPOSE"?q[e]:void 0;async function Q(e,t,r){let{readDocument:n}=await p(l,{input:{upload:e,kind:t}},{token:r});return n?.job?.id??""}function z(e,t,r){let[n,u]=b({job:null,error:null});return A(()=>{let i=new AbortController,o,a=()=>{o=setTimeout(()=>void d(),h)},d=async()=>{try{let{importJob:s}=await f(E,{id:e},{token:t,signal:i.signal});u({job:s??null,error:s?null:new c("NOT_FOUND",e)}),s&&P(s)&&a()}catch(s){if(i.signal.aborted)return;let g=R(s);u(({job:S})=>({job:S,error:g})),O.has(g.code)&&a()}};return d(),()=>{clearTimeout(o),i.abort()}},[e,t,r,m.value]),n}export{P as a,k as b,C as c,$ as d,Q as e,z as f};
