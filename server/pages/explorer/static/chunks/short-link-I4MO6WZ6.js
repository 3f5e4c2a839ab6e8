import{a as u}from"./chunk-CUCC74JT.js";import{b as _}from"./chunk-YIM5KQLF.js";import"./chunk-KTT2CUQG.js";import{b as h}from"./chunk-HPELZMYI.js";import{d as w}from"./chunk-4LH4GCQQ.js";import{e as y,j as P,s as O,t as L}from"./chunk-JPVBINGJ.js";import{a as p,b as v,c as k,g as C,h as S}from"./chunk-EQ2KXV2Y.js";import{a as n}from"./chunk-ZYMBPWGF.js";import{i as f}from"./chunk-E4WSAS5T.js";import{c as s}from"./chunk-NJFYPPOQ.js";import{e as m,t,w as g}from"./chunk-ORRHCIBS.js";var d=`query ShortLink($slug: ID!) {
  node(slug: $slug) {
    __typename
    id
    displayName
    ... on Major { edition majorKey: code educationLevel }
    ... on Certificate { batch issuersAsReported organizations { name } levels { level } }
    ... on SkillRequirement { level requirementCode: code task { workArea { ...linkedAreaPlace } } }
    ... on WorkTask { level taskCode: code workArea { ...linkedAreaPlace } }
    ... on WorkArea { level ...linkedAreaPlace }
    ... on MajorClass { edition category { name } }
    ... on MajorCategory { edition }
    ... on Catalogue { edition }
    ... on City { province { provinceCode: code } }
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
    ... on OutlineTopic { certificate { name } }
    ... on CourseOutcome { course { id } planCourse { trainingPlan { id } } }
    ... on PlanOutcome { trainingPlan { id } }
    ... on PlanGroup { trainingPlan { id } }
    ... on TargetCertificate { trainingPlan { id } }
    ... on RecruitmentField { policy { reference } }
    ... on Review {
      teachingStandard { id }
      trainingPlan { id }
      concludesOn: requirement { level code task { workArea { standardLevel { replacedBy skillStandard { id certificate { id } } } } } }
    }
  }
}

fragment linkedAreaPlace on WorkArea { standardLevel { replacedBy skillStandard { version certificate { name } } } }
`;function R(e){switch(e.__typename){case"Major":return e.majorKey??null;case"SkillRequirement":return e.requirementCode;case"WorkTask":return e.taskCode;case"College":return e.collegeCode??null;case"Province":return e.provinceCode;default:return null}}var o=(e,a={})=>e?t(["certificates",e.name],a):null;function T(e){let a=e.course?.teachingStandard?.id??e.planCourse?.trainingPlan?.id,r=e.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate?.id;return a&&r?t(["review"],{subject:a,target:r,at:e.id}):null}var A=e=>e?t(["plans",e.id]):null;function q({teachingStandard:e,trainingPlan:a,concludesOn:r}){let i=e?.id??a?.id,l=r?.task?.workArea?.standardLevel,c=l?.skillStandard;return!r||!i||!c?.certificate?null:t(["fit"],{subject:i,target:c.certificate.id,standard:l?.replacedBy?c.id:null,level:r.level,at:`req:${r.level}:${r.code}`})}function N(e){switch(e.__typename){case"TeachingStandard":return e.major?O(e.major):null;case"SkillStandard":return o(e.certificate,{version:e.version});case"StandardLevel":return o(e.skillStandard?.certificate,{version:e.skillStandard?.version??"",level:e.level});case"CertificateLevel":return o(e.certificate,{level:e.level});case"PlanCourse":case"PlanOutcome":case"PlanGroup":case"TargetCertificate":return A(e.trainingPlan);case"CourseOutcome":return e.course?t(["courses",e.course.id]):A(e.planCourse?.trainingPlan);case"OutlineTopic":return o(e.certificate);case"Catalogue":return t(["majors"],{edition:e.edition});case"City":return e.province?t(["provinces",e.province.provinceCode]):null;case"RecruitmentField":return e.policy?t(["policies",e.policy.reference]):null;case"Review":return q(e);case"Alignment":return T(e);case"ProgrammeGroup":return e.college?L({name:e.college.name,code:e.college.collegeKey??null}):null;default:return null}}function b(e){return e.__typename==="Source"?t(["sources",e.sourceCode]):e.__typename==="Release"?t(["releases",e.name]):w({node:e,code:R(e)})?.href??N(e)}var K=/^[\x00-\x7f]*$/,Q=({__typename:e,displayName:a})=>a&&!K.test(a)?a:u(e)??a??null;function I({node:e,slug:a}){let r=b(e),[i,l]=[Q(e),u(e.__typename)];return p(i),m(()=>{r&&g(r,"replace")},[r]),r?n(v,{}):n("div",{class:"absent",children:[n("h1",{children:i===l?l:n(y,{children:i})}),i!==l&&n("p",{class:"lead",children:l}),n("p",{children:n("strong",{children:s("noPageOfItsOwn")})}),n("p",{children:[s("noPageOfItsOwnHelp")," ",n(P,{children:e.id})," ",n(h,{query:d,variables:{slug:a}})]}),n(k,{})]})}function U({parts:[e=""]}){let a=f(d,{slug:e},_.value);return n(S,{isPage:!0,answer:a,children:({node:r})=>r?n(I,{node:r,slug:e}):n(C,{})})}export{U as ShortLinkPage};
