import{a as L,c as P}from"./chunk-4XK53XNU.js";import{a as f,d as g,e as C,f as h,i as o,j as v,k as w,l as d,n as b,q as k,r as x,t as D}from"./chunk-JEHTS3ZU.js";import{a as e}from"./chunk-JTIOIVCK.js";import{f as y}from"./chunk-INBDTB7O.js";import{A as s,C as u,E as m,F as p,b as i,r as c}from"./chunk-Y3U5WEB4.js";var S=`query CoursePage($id: ID!) {
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
          code kind role strength rationale reviewer decidedOn basis
          requirement { id level code text task { code name workArea { standardLevel { skillStandard { certificate { id name } } } } } }
        }
      }
    }
  }
}
`;function A({alignment:a,standard:r}){let{requirement:t}=a,n=t?.task?.workArea?.standardLevel?.skillStandard?.certificate;if(!t)return null;let l=n&&r?`${D(r,n.id,t.level)}&at=${encodeURIComponent(`req:${t.level}:${t.code}`)}`:null;return e("tr",{children:[e("td",{children:e(w,{level:t.level})}),e("td",{class:"bare-code",children:t.code}),e("th",{scope:"row",class:"text",children:[l?e("a",{href:l,children:e(o,{children:t.text})}):e(o,{children:t.text}),n&&e("span",{class:"fine",children:[" ",e(o,{children:n.name})]})]}),e("td",{class:"text",children:[a.role&&e(i,{children:[s(a.role)," \xB7 "]}),s(a.kind)," \xB7 ",s("strength",{s:a.strength})]}),e("td",{class:"text",children:e(o,{children:a.rationale})}),e("td",{class:"text fine",children:[e(d,{basis:a.basis})," ",a.reviewer&&s("reviewedBy",{who:p(a.reviewer),day:m(a.decidedOn)})]})]})}function _({course:a}){let{nodes:r,totalCount:t}=a.alignments;return t===0?e("section",{class:"card dotted",children:e(g,{title:s("courseCarriesNone"),children:s("courseCarriesNoneHelp")})}):e("section",{class:"card",children:[e("h2",{children:s("courseCarries",{n:u(t)})}),e(P,{label:s("requirement"),columns:["certificateLevel","codeColumn","requirement","courseAlignment","proposeWhy","gaps_evidence"].map(n=>L(s(n))),children:r.map(n=>e(A,{alignment:n,standard:a.teachingStandard?.id},n.code))}),r.length<t&&e("p",{class:"fine",children:s("shown",{a:r.length,b:t})})]})}function E({course:a}){f(a.name);let r=a.teachingStandard,t=r?.major;return e(i,{children:[e(k,{slug:a.slug,items:[{name:s("catalogue"),href:c(["majors"]),isData:!1},...t?[{name:t.name,href:x(t)}]:[],{name:a.name}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[s("coursePage")," \xB7 ",s(a.module??"noModule")]}),e("h1",{children:e(o,{children:a.name})}),e("p",{class:"row",children:[r&&e("span",{class:"fine",children:s("courseOf",{name:r.name,y:r.year,n:a.sequence})}),e(d,{basis:a.basis,isLong:!0})]})]})]}),e("section",{class:"card",children:[e("h2",{children:s("outcomes")}),a.outcomes.length===0?e("p",{class:"fine",children:s("outcomesNone")}):e("ul",{class:"plain-list",children:a.outcomes.map(n=>e("li",{children:[e(v,{children:n.code})," ",e(o,{children:n.text})]},n.code))})]}),e(_,{course:a}),e(b,{sources:a.sources})]})}function V({parts:[a=""]}){let r=y(S,{id:a});return e(h,{isPage:!0,answer:r,children:({node:t})=>t?.__typename==="Course"?e(E,{course:t}):e(C,{})})}export{V as CoursePage};
