import{d as y,j as w,k as g}from"./chunk-OJOTCRT5.js";import{b as i}from"./chunk-JICPA7CU.js";import{b as l}from"./chunk-YIM5KQLF.js";import{d as C}from"./chunk-HPELZMYI.js";import{a as s}from"./chunk-ZYMBPWGF.js";import{a as m,e as f,i as b}from"./chunk-E4WSAS5T.js";import{d,e as u}from"./chunk-ORRHCIBS.js";var p=`query ImportCorrected($id: ID!, $corrections: [ImportCorrection!]!, $withReport: Boolean!) {
  importJob(id: $id, corrections: $corrections) {
    id
    report @include(if: $withReport)
    nodes
    writes { type count }
    otherVersions { standard version isProposed carried { change count } }
    questions { name subject text choices proposed }
    error { code message }
  }
}
`;var h="IMPORT_CORRECTION";async function O(r){if(r.length===0)return null;let t={id:y(),corrections:[...r],withReport:!1},e=(await f(p,t,void 0,l.value).catch(()=>null))?.importJob?.error;return e?.code===h?new m(e.code,e.message):null}var I=({kind:r})=>r==="TRAINING_PLAN";function $(r,t,a){let e=r.state==="REPORTED",o=t.length>0&&(e||I(r)),E=o?{id:r.id,corrections:[...t],withReport:I(r)}:null,n=b(p,E,l.value),c=o&&!n.isLoading?n.data?.importJob:null;return u(()=>{e&&!n.isLoading&&a?.(c&&!c.error?c.questions.map(({name:R})=>R):null)},[c,e,n.isLoading]),{...r,...o?n.data?.importJob:null,isAsking:o&&n.isLoading,askError:o?n.error:null}}function q({isEmpty:r}){let[t,a]=d(),e=async o=>{o&&a(g(await o.text()))};return s("p",{class:"row",children:[!r&&s("button",{type:"button",class:"button small",onClick:()=>C("corrections.json",w()),children:i("saveCorrections")}),s("label",{class:"button small file-button",children:[s("input",{type:"file",class:"hidden-text",id:"corrections-file",accept:".json",onChange:o=>void e(o.currentTarget.files?.[0])}),i("takeCorrections")]}),s("span",{class:"fine",role:"status",children:t!==void 0&&(t===null?i("noCorrectionsFile"):i("takenCorrections",{n:t}))})]})}export{O as a,$ as b,q as c};
