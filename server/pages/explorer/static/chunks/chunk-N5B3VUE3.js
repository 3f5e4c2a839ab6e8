import{s as h,t as k}from"./chunk-SUZ4P5MZ.js";import{e as f}from"./chunk-E4WSAS5T.js";import{c as u,d as p,k as m}from"./chunk-56VBIIS7.js";import{t as s}from"./chunk-ORRHCIBS.js";var g=`query Search($text: String!, $kinds: [NodeKind!]!, $perKind: Int!) {
  searchCounts(text: $text, kinds: $kinds) { kind total }
  search(text: $text, kinds: $kinds, perKind: $perKind, first: 100) {
    kind
    matchedAs
    matchedText
    highlights { start end }
    code
    context
    node {
      __typename
      id
      displayName
      ... on Major { edition educationLevel }
      ... on Certificate { batch issuersAsReported organizations { name } levels { level } }
      ... on SkillRequirement { level task { workArea { standardLevel { skillStandard { certificate { name } } } } } }
      ... on WorkTask { level workArea { standardLevel { skillStandard { certificate { name } } } } }
      ... on TrainingPlan { grade }
      ... on Policy { reference issuedOn }
    }
  }
}
`;var y=["majors","certificates","courses","skills","places","documents"],S={majors:["MAJOR"],certificates:["CERTIFICATE"],courses:["COURSE"],skills:["SKILL_REQUIREMENT","WORK_TASK"],places:["COLLEGE","PROVINCE"],documents:["TRAINING_PLAN","POLICY"]},C=1e3,o=e=>e.filter(t=>!!t);function R(e,t){let i=(e.__typename==="WorkTask"?e.workArea:e.task?.workArea)?.standardLevel?.skillStandard?.certificate?.name;return i?{href:s(["certificates",i],{level:e.level,q:t}),facts:[]}:null}var b=({organizations:e,issuersAsReported:t,levels:r,batch:i})=>o([m(e.length>0?e.map(a=>a.name):t),r.map(({level:a})=>u(a)).join(" \xB7 "),i==null?null:u("batchOf",{n:i})]);function E({node:e,code:t}){let r=e.displayName??"";switch(e.__typename){case"Major":return{href:h({edition:e.edition,majorKey:t??null,name:r}),facts:o([p(e.educationLevel),/^\d/.test(e.edition)?e.edition:null]),isOld:e.edition!=="2021"};case"Certificate":return{href:s(["certificates",r]),facts:b(e)};case"Course":return{href:s(["courses",e.id]),facts:[]};case"SkillRequirement":case"WorkTask":return R(e,t??"");case"College":return{href:k({name:r,code:t??null}),facts:[]};case"Province":return{href:s(["provinces",t??r]),facts:[]};case"TrainingPlan":return{href:s(["plans",e.id]),facts:o([e.grade])};case"Policy":return{href:s(["policies",e.reference]),facts:o([e.issuedOn])};default:return null}}function P(e){let t=E(e),{node:r,code:i,context:a,matchedAs:c,matchedText:n,highlights:l}=e,d=r.displayName??r.id;if(!t)return[];let O=o([i===d?null:i,a.slice(e.kind==="SKILL_REQUIREMENT"?0:-2).join(" \u203A "),...t.facts]);return[{isOld:!1,...t,facts:O,id:r.id,name:d,matchedAs:c,matchedText:n,highlights:l}]}var T=(e,t)=>Number(e.isOld)-Number(t.isOld);function G(e,{search:t,searchCounts:r}){let i=S[e],a=t.filter(n=>i.includes(n.kind)).flatMap(P).sort(T),c=r.filter(n=>i.includes(n.kind)).reduce((n,l)=>n+l.total,0);return{hits:a,total:Math.max(c,a.length)}}async function I(e,t,r,i){let a={text:e,kinds:r.flatMap(n=>S[n]),perKind:t},c=await f(g,a,i);return Object.fromEntries(y.map(n=>[n,G(n,c)]))}var K=e=>y.flatMap(t=>e[t].hits);export{y as a,C as b,E as c,I as d,K as e};
