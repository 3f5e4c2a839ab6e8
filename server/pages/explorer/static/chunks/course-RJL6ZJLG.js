import{a as E}from"./chunk-JTK6BYAR.js";import{a as x,c as A}from"./chunk-RZE5Q7CS.js";import{a as g,d as C,f as h,g as y,k as i,m as w,n as v,o as k,p as b,q as c,s as S,t as L,v as q,w as D,y as P}from"./chunk-5ZBA6H5R.js";import{a as e}from"./chunk-LIWBV3CH.js";import{c as n,e as m,g as p,h as f}from"./chunk-KU5TGPBV.js";import{g as u}from"./chunk-QPIXK7PD.js";import{b as d,u as l}from"./chunk-EB7APLVE.js";var N=`query CoursePage($id: ID!) {
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
      waiting: alignments(first: 100, where: { status: { eq: SUGGESTED } }) {
        totalCount
        nodes { code requirement { id task { workArea { standardLevel { skillStandard { certificate { id name } } } } } } }
      }
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
`;function $({alignment:a,standard:r}){let{requirement:t}=a,s=t?.task?.workArea?.standardLevel?.skillStandard?.certificate;if(!t)return null;let o=s&&r?`${P(r,s.id,t.level)}&at=${encodeURIComponent(`req:${t.level}:${t.code}`)}`:null;return e("tr",{children:[e("td",{children:e(b,{level:t.level})}),e("td",{class:"bare-code",children:t.code}),e("th",{scope:"row",class:"text",children:[o?e("a",{href:o,children:e(i,{children:t.text})}):e(i,{children:t.text}),s&&e("span",{class:"fine",children:[" ",e(i,{children:s.name})]})]}),e("td",{class:"text",children:[a.role&&e(d,{children:[n(a.role)," \xB7 "]}),n(a.kind)," \xB7 ",n("strength",{s:a.strength})]}),e("td",{class:"text",children:e(i,{children:E(a.rationale,a.rationaleLabel)})}),e("td",{class:"text fine",children:[e(c,{basis:a.basis})," ",a.reviewer&&e(w,{children:n("reviewedBy",{who:f(a.reviewer),day:p(a.decidedOn)})})]})]})}function Q({course:a}){let{totalCount:r,nodes:t}=a.waiting,s=L(t.flatMap(o=>o.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate??[]),o=>o.id);return r===0?null:e("section",{class:"card",id:"waiting",children:[e("p",{children:n("courseWaits",{n:r})}),e("ul",{class:"plain-list",children:s.map(({id:o,name:j})=>e("li",{children:e("a",{href:l(["review"],{subject:a.teachingStandard?.id,target:o}),children:n("courseWaitsFor",{name:j})})},o))})]})}function O({course:a}){let{nodes:r,totalCount:t}=a.alignments;return t===0?e("section",{class:"card dotted",children:e(C,{title:n("courseCarriesNone"),children:n("courseCarriesNoneHelp")})}):e("section",{class:"card",children:[e("h2",{children:n("courseCarries",{n:m(t)})}),e(A,{label:n("requirement"),columns:["certificateLevel","codeColumn","requirement","courseAlignment","proposeWhy","evidence"].map(s=>x(n(s))),children:r.map(s=>e($,{alignment:s,standard:a.teachingStandard?.id},s.code))}),r.length<t&&e("p",{class:"fine",children:n("shown",{a:r.length,b:t})})]})}function T({course:a}){g(a.name);let r=a.teachingStandard,t=r?.major;return e(d,{children:[e(q,{slug:a.slug,items:[{name:n("catalogue"),href:l(["majors"]),isData:!1},...t?[{name:t.name,href:D(t)}]:[],{name:a.name}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[n("coursePage")," \xB7 ",n(a.module??"noModule")]}),e("h1",{children:e(i,{children:a.name})}),e(k,{pinyin:a.namePinyin}),e("p",{class:"row",children:[r&&e("span",{class:"fine",children:n("courseOf",{name:r.name,y:r.year,n:a.sequence})}),e(c,{basis:a.basis,isLong:!0})]})]})]}),e("section",{class:"card",children:[e("h2",{children:n("outcomes")}),a.outcomes.length===0?e("p",{class:"fine",children:n("outcomesNone")}):e("ul",{class:"plain-list",children:a.outcomes.map(s=>e("li",{children:[e(v,{children:s.code})," ",e(i,{children:s.text})]},s.code))})]}),e(O,{course:a}),e(Q,{course:a}),e(S,{sources:a.sources})]})}function K({parts:[a=""]}){let r=u(N,{id:a});return e(y,{isPage:!0,answer:r,children:({node:t})=>t?.__typename==="Course"?e(T,{course:t}):e(h,{})})}export{K as CoursePage};
