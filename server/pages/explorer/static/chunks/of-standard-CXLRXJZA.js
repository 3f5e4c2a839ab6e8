import{b as o,g as s,h as c}from"./chunk-UTVWE2HZ.js";import{a as r}from"./chunk-ZYMBPWGF.js";import{i as l}from"./chunk-E4WSAS5T.js";import"./chunk-56VBIIS7.js";import{e as d,u as n,w as i}from"./chunk-ORRHCIBS.js";var f=`query FitStandard($id: ID!) {
  node(id: $id) {
    __typename
    ... on SkillStandard { id certificate { id } }
    ... on StandardLevel { level skillStandard { id certificate { id } } }
  }
}
`;function m(e){let[t,a]=e?.__typename==="StandardLevel"?[e.skillStandard,{level:e.level}]:e?.__typename==="SkillStandard"?[e,{}]:[null,{}];return t?.certificate?{target:t.certificate.id,standard:t.id,...a}:null}function u({node:e}){let t=m(e);return d(()=>{t&&i(n(t),"replace")},[e]),t?r(o,{}):r(s,{})}function w({id:e}){let t=l(f,{id:e});return r(c,{isPage:!0,answer:t,children:({node:a})=>r(u,{node:a})})}export{w as OfStandard};
