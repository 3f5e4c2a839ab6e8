import{a as C}from"./chunk-Q76SDFL4.js";import{c as y}from"./chunk-ORUX5DJO.js";import{a as u,b as m,d,e as f,f as g,j as p,l as v,u as k,v as S}from"./chunk-U7E6PIWP.js";import{a as r}from"./chunk-Z2XNV3XR.js";import{f as s}from"./chunk-S3RN3KSY.js";import{A as c,e as i,r as n,u as o}from"./chunk-FDDPDEUE.js";var h=`query ShortLink($slug: ID!) {
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
    ... on TeachingStandard { major { edition majorKey: code name } }
    ... on SkillStandard { version certificate { name } }
    ... on StandardLevel { level skillStandard { version certificate { name } } }
    ... on CertificateLevel { level certificate { name } }
    ... on PlanCourse { trainingPlan { id } }
    ... on ProgrammeGroup { college { collegeKey: code name } }
  }
}
`;function P(e){switch(e.__typename){case"Major":return e.majorKey??null;case"SkillRequirement":return e.requirementCode;case"WorkTask":return e.taskCode;case"College":return e.collegeCode??null;case"Province":return e.provinceCode;default:return null}}var t=(e,a={})=>e?n(["certificates",e.name],a):null;function w(e){switch(e.__typename){case"TeachingStandard":return e.major?k(e.major):null;case"SkillStandard":return t(e.certificate,{version:e.version});case"StandardLevel":return t(e.skillStandard?.certificate,{version:e.skillStandard?.version??"",level:e.level});case"CertificateLevel":return t(e.certificate,{level:e.level});case"PlanCourse":return e.trainingPlan?n(["plans",e.trainingPlan.id]):null;case"ProgrammeGroup":return e.college?S({name:e.college.name,code:e.college.collegeKey??null}):null;default:return null}}function N(e){return e.__typename==="Source"?n(["sources",e.sourceCode]):e.__typename==="Release"?n(["releases",e.name]):y({node:e,code:P(e)})?.href??w(e)}function _({node:e}){let a=N(e);return u(e.displayName),i(()=>{a&&o(a,"replace")},[a]),a?r(m,{}):r("div",{class:"empty",children:[r("h1",{children:r(p,{children:e.displayName??e.id})}),r(d,{title:c("noPageOfItsOwn"),children:r(v,{children:e.id})})]})}function I({parts:[e=""]}){let a=s(h,{slug:e},C.value);return r(g,{isPage:!0,answer:a,children:({node:l})=>l?r(_,{node:l}):r(f,{})})}export{I as ShortLinkPage};
