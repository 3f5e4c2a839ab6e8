import{a as p,b as e,e as f,f as C,g,j as n,k as h,l as b,m as i,o as v,r as w,s as k,u as D}from"./chunk-SVEYHB4O.js";import{A as u,C as m,J as y,b as l,p as c,y as s}from"./chunk-HXY5LHYT.js";var P=`query CoursePage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Course {
      id
      name
      module
      sequence
      basis
      sources { code title location }
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
`;function x({alignment:a,standard:r}){let{requirement:t}=a,o=t?.task?.workArea?.standardLevel?.skillStandard?.certificate;if(!t)return null;let d=o&&r?`${D(r,o.id,t.level)}&at=${encodeURIComponent(`req:${t.level}:${t.code}`)}`:null;return e("tr",{children:[e("td",{children:e(b,{level:t.level})}),e("td",{class:"bare-code",children:t.code}),e("th",{scope:"row",class:"text",children:[d?e("a",{href:d,children:e(n,{children:t.text})}):e(n,{children:t.text}),o&&e("span",{class:"fine",children:[" ",e(n,{children:o.name})]})]}),e("td",{children:[a.role&&s(a.role)," \xB7 ",s(a.kind)," \xB7 ",s("strength",{s:a.strength})]}),e("td",{class:"text",children:e(n,{children:a.rationale})}),e("td",{class:"fine",children:[e(i,{basis:a.basis})," ",a.reviewer&&s("reviewedBy",{who:a.reviewer,day:m(a.decidedOn)})]})]})}function q({course:a}){let{nodes:r,totalCount:t}=a.alignments;return t===0?e("section",{class:"card dotted",children:e(f,{title:s("courseCarriesNone"),children:s("courseCarriesNoneHelp")})}):e("section",{class:"card",children:[e("h2",{children:s("courseCarries",{n:u(t)})}),e("div",{class:"scroll",role:"region","aria-label":s("requirement"),tabIndex:0,children:e("table",{class:"lined",children:e("tbody",{children:r.map(o=>e(x,{alignment:o,standard:a.teachingStandard?.id},o.code))})})}),r.length<t&&e("p",{class:"fine",children:s("shown",{a:r.length,b:t})})]})}function A({course:a}){p(a.name);let r=a.teachingStandard,t=r?.major;return e(l,{children:[e(w,{items:[{name:s("catalogue"),href:c(["majors"]),isData:!1},...t?[{name:t.name,href:k(t)}]:[],{name:a.name}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[s("coursePage")," \xB7 ",s(a.module??"noModule")]}),e("h1",{children:e(n,{children:a.name})}),e("p",{class:"row",children:[r&&e("span",{class:"fine",children:s("courseOf",{name:r.name,y:r.year,n:a.sequence})}),e(i,{basis:a.basis,isLong:!0})]})]})]}),e("section",{class:"card",children:[e("h2",{children:s("outcomes")}),a.outcomes.length===0?e("p",{class:"fine",children:s("outcomesNone")}):e("ul",{class:"plain-list",children:a.outcomes.map(o=>e("li",{children:[e(h,{children:o.code})," ",e(n,{children:o.text})]},o.code))})]}),e(q,{course:a}),e(v,{sources:a.sources})]})}function I({parts:[a=""]}){let r=y(P,{id:a});return e(g,{isPage:!0,answer:r,children:({node:t})=>t?.__typename==="Course"?e(A,{course:t}):e(C,{})})}export{I as CoursePage};
