import{b as C}from"./chunk-KITBNYZP.js";import"./chunk-RNXCYMV7.js";import{c as y}from"./chunk-4X7UYWXQ.js";import{a as u,b as d,d as m,f as g,g as f,l as p,p as k,y as v,z as S}from"./chunk-UZPVGEH3.js";import{a}from"./chunk-ZYMBPWGF.js";import{c}from"./chunk-XAUTWX4V.js";import{i as s}from"./chunk-E4WSAS5T.js";import{e as l,t as n,w as o}from"./chunk-ORRHCIBS.js";var h=`query ShortLink($slug: ID!) {
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
    ... on Alignment {
      course { teachingStandard { id } }
      planCourse { trainingPlan { id } }
      requirement { task { workArea { standardLevel { skillStandard { certificate { id } } } } } }
    }
    ... on ProgrammeGroup { college { collegeKey: code name } }
  }
}
`;function P(e){switch(e.__typename){case"Major":return e.majorKey??null;case"SkillRequirement":return e.requirementCode;case"WorkTask":return e.taskCode;case"College":return e.collegeCode??null;case"Province":return e.provinceCode;default:return null}}var i=(e,r={})=>e?n(["certificates",e.name],r):null;function w(e){let r=e.course?.teachingStandard?.id??e.planCourse?.trainingPlan?.id,t=e.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate?.id;return r&&t?n(["review"],{subject:r,target:t,at:e.id}):null}function N(e){switch(e.__typename){case"TeachingStandard":return e.major?v(e.major):null;case"SkillStandard":return i(e.certificate,{version:e.version});case"StandardLevel":return i(e.skillStandard?.certificate,{version:e.skillStandard?.version??"",level:e.level});case"CertificateLevel":return i(e.certificate,{level:e.level});case"PlanCourse":return e.trainingPlan?n(["plans",e.trainingPlan.id]):null;case"Alignment":return w(e);case"ProgrammeGroup":return e.college?S({name:e.college.name,code:e.college.collegeKey??null}):null;default:return null}}function _(e){return e.__typename==="Source"?n(["sources",e.sourceCode]):e.__typename==="Release"?n(["releases",e.name]):y({node:e,code:P(e)})?.href??N(e)}function O({node:e}){let r=_(e);return u(e.displayName),l(()=>{r&&o(r,"replace")},[r]),r?a(d,{}):a("div",{class:"empty",children:[a("h1",{children:a(p,{children:e.displayName??e.id})}),a(m,{title:c("noPageOfItsOwn"),children:a(k,{children:e.id})})]})}function W({parts:[e=""]}){let r=s(h,{slug:e},C.value);return a(f,{isPage:!0,answer:r,children:({node:t})=>t?a(O,{node:t}):a(g,{})})}export{W as ShortLinkPage};
