import{a as q}from"./chunk-ICAWVKUS.js";import{a as D,c as S}from"./chunk-JUNMQP2V.js";import{a as g,d as C,e as y,f as h,j as o,l as b,m as v,n as w,o as d,q as k,t as L,u as P,w as x}from"./chunk-ASGY3ONB.js";import{a as e}from"./chunk-I6VG33ZN.js";import{f as m}from"./chunk-M42H6EXD.js";import{A as s,C as u,E as p,F as f,b as i,r as c}from"./chunk-C4JUOCCL.js";var A=`query CoursePage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Course {
      id
      slug
      namePinyin
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
`;function N({alignment:a,standard:n}){let{requirement:t}=a,r=t?.task?.workArea?.standardLevel?.skillStandard?.certificate;if(!t)return null;let l=r&&n?`${x(n,r.id,t.level)}&at=${encodeURIComponent(`req:${t.level}:${t.code}`)}`:null;return e("tr",{children:[e("td",{children:e(w,{level:t.level})}),e("td",{class:"bare-code",children:t.code}),e("th",{scope:"row",class:"text",children:[l?e("a",{href:l,children:e(o,{children:t.text})}):e(o,{children:t.text}),r&&e("span",{class:"fine",children:[" ",e(o,{children:r.name})]})]}),e("td",{class:"text",children:[a.role&&e(i,{children:[s(a.role)," \xB7 "]}),s(a.kind)," \xB7 ",s("strength",{s:a.strength})]}),e("td",{class:"text",children:e(o,{children:q(a.rationale,a.rationaleLabel)})}),e("td",{class:"text fine",children:[e(d,{basis:a.basis})," ",a.reviewer&&s("reviewedBy",{who:f(a.reviewer),day:p(a.decidedOn)})]})]})}function _({course:a}){let{nodes:n,totalCount:t}=a.alignments;return t===0?e("section",{class:"card dotted",children:e(C,{title:s("courseCarriesNone"),children:s("courseCarriesNoneHelp")})}):e("section",{class:"card",children:[e("h2",{children:s("courseCarries",{n:u(t)})}),e(S,{label:s("requirement"),columns:["certificateLevel","codeColumn","requirement","courseAlignment","proposeWhy","evidence"].map(r=>D(s(r))),children:n.map(r=>e(N,{alignment:r,standard:a.teachingStandard?.id},r.code))}),n.length<t&&e("p",{class:"fine",children:s("shown",{a:n.length,b:t})})]})}function $({course:a}){g(a.name);let n=a.teachingStandard,t=n?.major;return e(i,{children:[e(L,{slug:a.slug,items:[{name:s("catalogue"),href:c(["majors"]),isData:!1},...t?[{name:t.name,href:P(t)}]:[],{name:a.name}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[s("coursePage")," \xB7 ",s(a.module??"noModule")]}),e("h1",{children:e(o,{children:a.name})}),e(v,{pinyin:a.namePinyin}),e("p",{class:"row",children:[n&&e("span",{class:"fine",children:s("courseOf",{name:n.name,y:n.year,n:a.sequence})}),e(d,{basis:a.basis,isLong:!0})]})]})]}),e("section",{class:"card",children:[e("h2",{children:s("outcomes")}),a.outcomes.length===0?e("p",{class:"fine",children:s("outcomesNone")}):e("ul",{class:"plain-list",children:a.outcomes.map(r=>e("li",{children:[e(b,{children:r.code})," ",e(o,{children:r.text})]},r.code))})]}),e(_,{course:a}),e(k,{sources:a.sources})]})}function H({parts:[a=""]}){let n=m(A,{id:a});return e(h,{isPage:!0,answer:n,children:({node:t})=>t?.__typename==="Course"?e($,{course:t}):e(y,{})})}export{H as CoursePage};
