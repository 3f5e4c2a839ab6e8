import{a as g}from"./chunk-H5BPMJNI.js";import{c as y}from"./chunk-UJQWM6MA.js";import{a as s,b as u,d as c,e as d,f as m,i as p,j as k}from"./chunk-4UVXH3TB.js";import{a as r}from"./chunk-US67HWM7.js";import{f}from"./chunk-FSJKYQXM.js";import{A as l,e as a,r as t,u as i}from"./chunk-YSXEI6ET.js";var S=`query ShortLink($slug: ID!) {
  node(slug: $slug) {
    __typename
    id
    displayName
    ... on Major { edition majorKey: code educationLevel }
    ... on Certificate { batch issuersAsReported organizations { name } levels { level } }
    ... on SkillRequirement { level requirementCode: code task { workArea { standardLevel { skillStandard { certificate { name } } } } } }
    ... on WorkTask { level taskCode: code workArea { standardLevel { skillStandard { certificate { name } } } } }
    ... on College { collegeCode: code }
    ... on Province { provinceCode: code }
    ... on TrainingPlan { grade }
    ... on Policy { reference issuedOn }
    ... on Source { sourceCode: code }
    ... on Release { name }
  }
}
`;function h(e){switch(e.__typename){case"Major":return e.majorKey??null;case"SkillRequirement":return e.requirementCode;case"WorkTask":return e.taskCode;case"College":return e.collegeCode??null;case"Province":return e.provinceCode;default:return null}}function v(e){return e.__typename==="Source"?t(["sources",e.sourceCode]):e.__typename==="Release"?t(["releases",e.name]):y({node:e,code:h(e)})?.href??null}function L({node:e}){let o=v(e);return s(e.displayName),a(()=>{o&&i(o,"replace")},[o]),o?r(u,{}):r("div",{class:"empty",children:[r("h1",{children:r(p,{children:e.displayName??e.id})}),r(c,{title:l("noPageOfItsOwn"),children:r(k,{children:e.id})})]})}function j({parts:[e=""]}){let o=f(S,{slug:e},g.value);return r(m,{isPage:!0,answer:o,children:({node:n})=>n?r(L,{node:n}):r(d,{})})}export{j as ShortLinkPage};
