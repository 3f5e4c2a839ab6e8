import{a as E,c as A}from"./chunk-QLKZOE7K.js";import{a as N}from"./chunk-27NHHX2L.js";import{e as i,g as c,i as v,j as k,k as b,l as S,m as u,o as L,p as q,r as x,s as D,u as P}from"./chunk-JPVBINGJ.js";import{a as C,e as h,g as y,h as w}from"./chunk-EQ2KXV2Y.js";import{a as e}from"./chunk-ZYMBPWGF.js";import{i as m}from"./chunk-E4WSAS5T.js";import{c as n,e as p,g as f,h as g}from"./chunk-NJFYPPOQ.js";import{b as d,t as l}from"./chunk-ORRHCIBS.js";var j=`query CoursePage($id: ID!) {
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
          code kind role strength rationale rationaleEnglish: rationaleLabel(language: ENGLISH) rationaleLabel reviewer decidedOn basis
          requirement { id level code text task { code name workArea { standardLevel { skillStandard { certificate { id name } } } } } }
        }
      }
    }
  }
}
`;function M({alignment:a,standard:r}){let{requirement:t}=a,s=t?.task?.workArea?.standardLevel?.skillStandard?.certificate;if(!t)return null;let o=s&&r?`${P(r,s.id,t.level)}&at=${encodeURIComponent(`req:${t.level}:${t.code}`)}`:null;return e("tr",{children:[e("td",{children:e(S,{level:t.level})}),e("td",{class:"bare-code",children:t.code}),e("th",{scope:"row",class:"text",children:[o?e("a",{href:o,children:e(i,{children:t.text})}):e(i,{children:t.text}),s&&e("span",{class:"fine",children:[" ",e(i,{children:s.name})]})]}),e("td",{class:"text",children:[a.role&&e(d,{children:[n(a.role)," \xB7 "]}),n(a.kind)," \xB7 ",n("strength",{s:a.strength})]}),e("td",{class:"text",children:e(N,{of:a})}),e("td",{class:"text fine",children:[e(u,{basis:a.basis})," ",a.reviewer&&e(v,{children:n("reviewedBy",{who:g(a.reviewer),day:f(a.decidedOn)})})]})]})}function Q({course:a}){let{totalCount:r,nodes:t}=a.waiting,s=q(t.flatMap(o=>o.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate??[]),o=>o.id);return r===0?null:e("section",{class:"card",id:"waiting",children:[e("p",{children:n("courseWaits",{n:r})}),e("ul",{class:"plain-list",children:s.map(({id:o,name:_})=>e("li",{children:e("a",{href:l(["review"],{subject:a.teachingStandard?.id,target:o}),children:e(c,{children:n("courseWaitsFor",{name:_})})})},o))})]})}function O({course:a}){let{nodes:r,totalCount:t}=a.alignments;return t===0?e("section",{class:"card dotted",children:e(h,{title:n("courseCarriesNone"),children:n("courseCarriesNoneHelp")})}):e("section",{class:"card",children:[e("h2",{children:n("courseCarries",{n:p(t)})}),e(A,{label:n("requirement"),columns:["certificateLevel","codeColumn","requirement","courseAlignment","proposeWhy","evidence"].map(s=>E(n(s))),children:r.map(s=>e(M,{alignment:s,standard:a.teachingStandard?.id},s.code))}),r.length<t&&e("p",{class:"fine",children:n("shown",{a:r.length,b:t})})]})}function R({course:a}){C(a.name);let r=a.teachingStandard,t=r?.major;return e(d,{children:[e(x,{slug:a.slug,items:[{name:n("catalogue"),href:l(["majors"]),isData:!1},...t?[{name:t.name,href:D(t)}]:[],{name:a.name}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[n("coursePage")," \xB7 ",n(a.module??"noModule")]}),e("h1",{children:e(i,{children:a.name})}),e(b,{pinyin:a.namePinyin}),e("p",{class:"row",children:[r&&e("span",{class:"fine",children:e(c,{children:n("courseOf",{name:r.name,y:r.year,n:a.sequence})})}),e(u,{basis:a.basis,isLong:!0})]})]})]}),e("section",{class:"card",children:[e("h2",{children:n("outcomes")}),a.outcomes.length===0?e("p",{class:"fine",children:n("outcomesNone")}):e("ul",{class:"plain-list",children:a.outcomes.map(s=>e("li",{children:[e(k,{children:s.code})," ",e(i,{children:s.text})]},s.code))})]}),e(O,{course:a}),e(Q,{course:a}),e(L,{sources:a.sources})]})}function z({parts:[a=""]}){let r=m(j,{id:a});return e(w,{isPage:!0,answer:r,children:({node:t})=>t?.__typename==="Course"?e(R,{course:t}):e(y,{})})}export{z as CoursePage};
