import{b as c,g as o,h as s}from"./chunk-EQ2KXV2Y.js";import{a as t}from"./chunk-ZYMBPWGF.js";import{i as d}from"./chunk-E4WSAS5T.js";import"./chunk-NJFYPPOQ.js";import{e as i,u as l,w as n}from"./chunk-ORRHCIBS.js";var f=`query FitStandard($id: ID!) {
  node(id: $id) {
    __typename
    ... on SkillStandard { id certificate { id } }
    ... on StandardLevel { level skillStandard { id certificate { id } } }
    ... on CertificateLevel { level certificate { id } }
    ... on WorkArea { level code ...ofArea }
    ... on WorkTask { level code workArea { ...ofArea } }
    ... on SkillRequirement { level code task { workArea { ...ofArea } } }
  }
}

fragment ofArea on WorkArea { standardLevel { replacedBy skillStandard { id certificate { id } } } }
`;var u=e=>e.__typename==="WorkArea"?e:e.__typename==="WorkTask"?e.workArea:e.task?.workArea;function p(e){let a=u(e)?.standardLevel;if(!a?.skillStandard?.certificate)return null;let r=`${e.level}:${e.code}`,k=e.__typename==="WorkArea"?{area:`area:${r}`}:{at:`${e.__typename==="WorkTask"?"task":"req"}:${r}`};return{target:a.skillStandard.certificate.id,standard:a.replacedBy?a.skillStandard.id:null,level:e.level,...k}}function y(e){if(e?.__typename==="WorkArea"||e?.__typename==="WorkTask"||e?.__typename==="SkillRequirement")return p(e);if(e?.__typename==="CertificateLevel")return e.certificate?{target:e.certificate.id,level:e.level}:null;let[a,r]=e?.__typename==="StandardLevel"?[e.skillStandard,{level:e.level}]:e?.__typename==="SkillStandard"?[e,{}]:[null,{}];return a?.certificate?{target:a.certificate.id,standard:a.id,...r}:null}function S({node:e}){let a=y(e);return i(()=>{a&&n(l(a),"replace")},[e]),a?t(c,{}):t(o,{})}function w({id:e}){let a=d(f,{id:e});return t(s,{isPage:!0,answer:a,children:({node:r})=>t(S,{node:r})})}export{w as OfStandard};
