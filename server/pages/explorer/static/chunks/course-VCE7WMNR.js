import{a as S}from"./chunk-I3BXSVMR.js";import{a as D,c as P}from"./chunk-KMH5YS2F.js";import{a as f,d as g,e as C,f as h,i as n,j as b,k as v,l as d,n as w,q as k,r as L,t as x}from"./chunk-4UVXH3TB.js";import{a as e}from"./chunk-US67HWM7.js";import{f as y}from"./chunk-FSJKYQXM.js";import{A as s,C as u,E as m,F as p,b as i,r as c}from"./chunk-YSXEI6ET.js";var q=`query CoursePage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Course {
      id
      slug
      name
      module
      sequence
      basis
      sources { code title location url }
      outcomes { code text }
      teachingStandard { id year name major { edition majorKey: code name } }
      alignments(first: 100, where: { status: { eq: ACCEPTED } }) {
        totalCount
        nodes {
          code kind role strength rationale rationaleLabel reviewer decidedOn basis
          requirement { id level code text task { code name workArea { standardLevel { skillStandard { certificate { id name } } } } } }
        }
      }
    }
  }
}
`;function _({alignment:a,standard:r}){let{requirement:t}=a,o=t?.task?.workArea?.standardLevel?.skillStandard?.certificate;if(!t)return null;let l=o&&r?`${x(r,o.id,t.level)}&at=${encodeURIComponent(`req:${t.level}:${t.code}`)}`:null;return e("tr",{children:[e("td",{children:e(v,{level:t.level})}),e("td",{class:"bare-code",children:t.code}),e("th",{scope:"row",class:"text",children:[l?e("a",{href:l,children:e(n,{children:t.text})}):e(n,{children:t.text}),o&&e("span",{class:"fine",children:[" ",e(n,{children:o.name})]})]}),e("td",{class:"text",children:[a.role&&e(i,{children:[s(a.role)," \xB7 "]}),s(a.kind)," \xB7 ",s("strength",{s:a.strength})]}),e("td",{class:"text",children:e(n,{children:S(a.rationale,a.rationaleLabel)})}),e("td",{class:"text fine",children:[e(d,{basis:a.basis})," ",a.reviewer&&s("reviewedBy",{who:p(a.reviewer),day:m(a.decidedOn)})]})]})}function E({course:a}){let{nodes:r,totalCount:t}=a.alignments;return t===0?e("section",{class:"card dotted",children:e(g,{title:s("courseCarriesNone"),children:s("courseCarriesNoneHelp")})}):e("section",{class:"card",children:[e("h2",{children:s("courseCarries",{n:u(t)})}),e(P,{label:s("requirement"),columns:["certificateLevel","codeColumn","requirement","courseAlignment","proposeWhy","gaps_evidence"].map(o=>D(s(o))),children:r.map(o=>e(_,{alignment:o,standard:a.teachingStandard?.id},o.code))}),r.length<t&&e("p",{class:"fine",children:s("shown",{a:r.length,b:t})})]})}function N({course:a}){f(a.name);let r=a.teachingStandard,t=r?.major;return e(i,{children:[e(k,{slug:a.slug,items:[{name:s("catalogue"),href:c(["majors"]),isData:!1},...t?[{name:t.name,href:L(t)}]:[],{name:a.name}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[s("coursePage")," \xB7 ",s(a.module??"noModule")]}),e("h1",{children:e(n,{children:a.name})}),e("p",{class:"row",children:[r&&e("span",{class:"fine",children:s("courseOf",{name:r.name,y:r.year,n:a.sequence})}),e(d,{basis:a.basis,isLong:!0})]})]})]}),e("section",{class:"card",children:[e("h2",{children:s("outcomes")}),a.outcomes.length===0?e("p",{class:"fine",children:s("outcomesNone")}):e("ul",{class:"plain-list",children:a.outcomes.map(o=>e("li",{children:[e(b,{children:o.code})," ",e(n,{children:o.text})]},o.code))})]}),e(E,{course:a}),e(w,{sources:a.sources})]})}function F({parts:[a=""]}){let r=y(q,{id:a});return e(h,{isPage:!0,answer:r,children:({node:t})=>t?.__typename==="Course"?e(N,{course:t}):e(C,{})})}export{F as CoursePage};
