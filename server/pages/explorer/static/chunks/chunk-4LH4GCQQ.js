import{s as g,t as h}from"./chunk-JPVBINGJ.js";import{e as f}from"./chunk-E4WSAS5T.js";import{c as u,d as p,k as m}from"./chunk-NJFYPPOQ.js";import{t as s}from"./chunk-ORRHCIBS.js";var k=`query Search($text: String!, $kinds: [NodeKind!]!, $perKind: Int!) {
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
      ... on SkillRequirement { level task { workArea { ...foundAreaPlace } } }
      ... on WorkTask { level workArea { ...foundAreaPlace } }
      ... on WorkArea { level ...foundAreaPlace }
      ... on MajorClass { edition category { name } }
      ... on MajorCategory { edition }
      ... on TrainingPlan { grade }
      ... on Policy { reference issuedOn }
    }
  }
}

fragment foundAreaPlace on WorkArea { standardLevel { replacedBy skillStandard { version certificate { name } } } }
`;var A=["majors","certificates","courses","skills","classes","organizations","places","documents"],R={majors:["MAJOR"],certificates:["CERTIFICATE"],courses:["COURSE"],skills:["SKILL_REQUIREMENT","WORK_TASK","WORK_AREA"],classes:["MAJOR_CLASS","MAJOR_CATEGORY"],organizations:["ORGANIZATION"],places:["COLLEGE","PROVINCE"],documents:["TRAINING_PLAN","POLICY"]},L=1e3,c=e=>e.filter(t=>!!t);function y(e,t){let a=(e.__typename==="WorkArea"?e:e.__typename==="WorkTask"?e.workArea:e.task?.workArea)?.standardLevel;if(!a?.skillStandard?.certificate)return null;let n=a.replacedBy?a.skillStandard.version:null;return{href:s(["certificates",a.skillStandard.certificate.name],{level:e.level,version:n,q:t}),facts:[]}}var S="2021",O=(e,t)=>{let r=e!==S;return{href:s(["majors"],{edition:r?e:null,...t}),facts:r?[e]:[],isOld:r}},C=({organizations:e,issuersAsReported:t,levels:r,batch:a})=>c([m(e.length>0?e.map(n=>n.name):t),r.map(({level:n})=>u(n)).join(" \xB7 "),a==null?null:u("batchOf",{n:a})]);function _({node:e,code:t}){let r=e.displayName??"";switch(e.__typename){case"Major":return{href:g({edition:e.edition,majorKey:t??null,name:r}),facts:c([p(e.educationLevel),/^\d/.test(e.edition)?e.edition:null]),isOld:e.edition!==S};case"Certificate":return{href:s(["certificates",r]),facts:C(e)};case"Course":return{href:s(["courses",e.id]),facts:[]};case"SkillRequirement":case"WorkTask":return y(e,t??"");case"WorkArea":return y(e,r);case"MajorClass":return O(e.edition,{category:e.category?.name,class:r});case"MajorCategory":return O(e.edition,{category:r});case"Organization":return{href:s(["certificates"],{organization:r}),facts:[]};case"College":return{href:h({name:r,code:t??null}),facts:[]};case"Province":return{href:s(["provinces",t??r]),facts:[]};case"TrainingPlan":return{href:s(["plans",e.id]),facts:c([e.grade])};case"Policy":return{href:s(["policies",e.reference]),facts:c([e.issuedOn])};default:return null}}function E(e){let t=_(e),{node:r,code:a,context:n,matchedAs:o,matchedText:i,highlights:l}=e,d=r.displayName??r.id;if(!t)return[];let x=c([a===d?null:a,n.slice(e.kind==="SKILL_REQUIREMENT"?0:-2).join(" \u203A "),...t.facts]);return[{isOld:!1,...t,facts:x,id:r.id,name:d,matchedAs:o,matchedText:i,highlights:l}]}var N=(e,t)=>Number(e.isOld)-Number(t.isOld);function T(e,{search:t,searchCounts:r}){let a=R[e],n=t.filter(i=>a.includes(i.kind)).flatMap(E).sort(N),o=r.filter(i=>a.includes(i.kind)).reduce((i,l)=>i+l.total,0);return{hits:n,total:Math.max(o,n.length)}}async function j(e,t,r,a){let n={text:e,kinds:r.flatMap(i=>R[i]),perKind:t},o=await f(k,n,a);return Object.fromEntries(A.map(i=>[i,T(i,o)]))}var K=e=>A.flatMap(t=>e[t].hits);export{k as a,A as b,L as c,_ as d,j as e,K as f};
