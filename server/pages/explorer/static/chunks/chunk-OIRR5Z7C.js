import{a as f}from"./chunk-6V2FUOSK.js";import{b as n}from"./chunk-2KMUXQ5Q.js";import{a as r}from"./chunk-B3O5YLS7.js";import{e as g,i as m,j as u}from"./chunk-H7YEE6Q3.js";import{b as p,t as l}from"./chunk-22CZTWQI.js";var V=`query ImportedNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    displayName
    distinctName
    ... on SkillStandard { standardVersion: version certificate { id name } }
    ... on TrainingPlan { collegeName majorName grade version status }
    ... on TeachingStandard { major { id edition majorKey: code name } }
  }
}
`;var b=e=>e.change!=="REMOVED"&&e.change!=="SEARCH_CLOSED",y=(e,s)=>e.find(t=>t.change===s)?.count??0;function C(e){let s=e.filter(b),t=s.reduce((a,d)=>a+d.count,0),[i,o]=[y(e,"REMOVED"),y(e,"SEARCH_CLOSED")];if(t+i+o===0)return n("carryNothingThere");let c=u(s.map(({change:a,count:d})=>`${f(a)} ${g(d)}`));return[t>0&&n("carrySuggests",{n:t,kinds:c}),i>0&&n("carryLost",{n:i}),o>0&&n("carryClosed",{n:o})].filter(Boolean).join(n("carryJoin"))}var O=({otherVersions:e})=>e.find(s=>s.isProposed&&s.carried.length>0)?.version??"",k=({job:e,chosen:s,onChoose:t})=>{if(e.otherVersions.length===0)return null;let i=(o,c,a)=>r("label",{class:s===o?"on":"",children:[r("input",{type:"radio",name:"carry",value:o,checked:s===o,onChange:()=>t(o)}),r("span",{children:[r("b",{children:c})," ",r("span",{children:a})]})]},o);return r("fieldset",{class:"question status",children:[r("legend",{children:n("carryLegend")}),r("p",{class:"fine",children:n("carryLead")}),e.otherVersions.map(o=>i(o.version,n(o.isProposed?"carryBefore":"carryVersion",{v:o.version}),C(o.carried))),i("",n("carryNone"),n("carryNoneHelp"))]})};function J({job:e,certificate:s}){let t=l(["certificates",s.name,"versions"]);return e.carriedFrom==null?e.otherVersions.length===0?null:r("p",{class:"row",children:[r("span",{children:n("carriedNothing")})," ",r("a",{class:"button",href:t,children:n("toVersions")})]}):r(p,{children:[r("p",{class:"lead",children:m(n("carriedFrom",{v:e.carriedFrom}),C(e.carried))}),r("p",{class:"row",children:r("a",{class:"button",href:t,children:n("toVersions")})})]})}export{V as a,O as b,k as c,J as d};
