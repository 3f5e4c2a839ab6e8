import{b as C}from"./chunk-4HNLPFI3.js";import{b as h}from"./chunk-YIM5KQLF.js";import"./chunk-KTT2CUQG.js";import{c as L}from"./chunk-N5B3VUE3.js";import{e as k,j as v,s as S,t as y}from"./chunk-SUZ4P5MZ.js";import{a as d,b as m,c as g,g as f,h as p}from"./chunk-UTVWE2HZ.js";import{a as r}from"./chunk-ZYMBPWGF.js";import{i as u}from"./chunk-E4WSAS5T.js";import{c as i}from"./chunk-56VBIIS7.js";import{e as s,t,w as c}from"./chunk-ORRHCIBS.js";var l=`query ShortLink($slug: ID!) {
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
`;function w(e){switch(e.__typename){case"Major":return e.majorKey??null;case"SkillRequirement":return e.requirementCode;case"WorkTask":return e.taskCode;case"College":return e.collegeCode??null;case"Province":return e.provinceCode;default:return null}}var o=(e,n={})=>e?t(["certificates",e.name],n):null;function N(e){let n=e.course?.teachingStandard?.id??e.planCourse?.trainingPlan?.id,a=e.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate?.id;return n&&a?t(["review"],{subject:n,target:a,at:e.id}):null}function _(e){switch(e.__typename){case"TeachingStandard":return e.major?S(e.major):null;case"SkillStandard":return o(e.certificate,{version:e.version});case"StandardLevel":return o(e.skillStandard?.certificate,{version:e.skillStandard?.version??"",level:e.level});case"CertificateLevel":return o(e.certificate,{level:e.level});case"PlanCourse":return e.trainingPlan?t(["plans",e.trainingPlan.id]):null;case"Alignment":return N(e);case"ProgrammeGroup":return e.college?y({name:e.college.name,code:e.college.collegeKey??null}):null;default:return null}}function O(e){return e.__typename==="Source"?t(["sources",e.sourceCode]):e.__typename==="Release"?t(["releases",e.name]):L({node:e,code:w(e)})?.href??_(e)}function j({node:e,slug:n}){let a=O(e);return d(e.displayName),s(()=>{a&&c(a,"replace")},[a]),a?r(m,{}):r("div",{class:"absent",children:[r("h1",{children:r(k,{children:e.displayName??e.id})}),r("p",{children:r("strong",{children:i("noPageOfItsOwn")})}),r("p",{children:[i("noPageOfItsOwnHelp")," ",r(v,{children:e.id})," ",r(C,{query:l,variables:{slug:n}})]}),r(g,{})]})}function H({parts:[e=""]}){let n=u(l,{slug:e},h.value);return r(p,{isPage:!0,answer:n,children:({node:a})=>a?r(j,{node:a,slug:e}):r(f,{})})}export{H as ShortLinkPage};
