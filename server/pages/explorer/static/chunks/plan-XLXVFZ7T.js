import{a as m,b as e,e as u,f as p,g,j as o,m as f,o as P,r as b,s as y,t as N,u as v}from"./chunk-SVEYHB4O.js";import{A as d,J as h,b as c,p as l,y as s}from"./chunk-HXY5LHYT.js";var C=`query PlanPage($id: ID!) {
  node(id: $id) {
    __typename
    ... on TrainingPlan {
      id
      collegeName
      majorName
      grade
      educationLevel
      duration
      positions
      certificatesNamed
      basis
      sourceNote
      sources { code title location }
      college { name code province { code shortName } }
      major { edition majorKey: code name }
      certificates { id name skillStandards { id } }
      courses { id name moduleText credits hours theoryHours practiceHours semesterText }
    }
  }
}
`;var i=a=>a??"\u2014",w=({plan:a})=>e("section",{class:"card",children:[e("h2",{children:s("planCourses",{n:d(a.courses.length)})}),e("div",{class:"scroll",role:"region","aria-label":s("plan"),tabIndex:0,children:e("table",{class:"lined",children:[e("thead",{children:e("tr",{children:[e("th",{scope:"col",children:s("course")}),e("th",{scope:"col",children:s("moduleColumn")}),e("th",{scope:"col",class:"number",children:s("credits")}),e("th",{scope:"col",class:"number",children:s("hours")}),e("th",{scope:"col",children:s("semester")})]})}),e("tbody",{children:a.courses.map(t=>e("tr",{children:[e("th",{scope:"row",children:e(o,{children:t.name})}),e("td",{lang:"zh-CN",children:i(t.moduleText)}),e("td",{class:"number",children:i(t.credits)}),e("td",{class:"number",children:i(t.hours)}),e("td",{lang:"zh-CN",children:i(t.semesterText)})]},t.id))})]})})]}),D=({plan:a})=>e("section",{class:"card edge-x",children:[e("h2",{children:s("namedCertificates")}),a.certificatesNamed.length+a.certificates.length===0&&e("p",{class:"fine",children:s("unknown")}),e("ul",{class:"plain-list",children:[a.certificates.map(t=>e("li",{children:[e("a",{href:l(["certificates",t.name]),children:e(o,{children:t.name})})," ",t.skillStandards.length>0&&a.courses.length>0&&e("a",{class:"button small",href:v(a.id,t.id),children:s("openFit")})]},t.id)),a.certificatesNamed.filter(t=>a.certificates.every(r=>r.name!==t)).map(t=>e("li",{children:e(o,{children:t})},t))]})]});function T({plan:a}){let t=`${a.majorName} ${a.grade??""}`.trim();m(`${a.collegeName} ${t}`);let{college:r,major:n}=a;return e(c,{children:[e(b,{items:[...r?.province?[{name:r.province.shortName,href:l(["provinces",r.province.code])}]:[],...r?[{name:r.name,href:N({name:r.name,code:r.code??null})}]:[{name:a.collegeName}],{name:t}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[s("plan")," \xB7 ",e(o,{children:a.collegeName})]}),e("h1",{children:e(o,{children:t})}),e("p",{class:"row",children:[e(f,{basis:a.basis,isLong:!0}),n&&e("a",{href:y(n),children:[s("programme")," ",e(o,{children:n.name})]})]})]})]}),e("div",{class:"columns",children:[e("div",{children:a.courses.length>0?e(w,{plan:a}):e("section",{class:"card dotted",children:e(u,{title:s("planNoCourses"),children:s("planNoCoursesHelp")})})}),e("div",{children:[e(D,{plan:a}),e(P,{sources:a.sources})]})]})]})}function H({parts:[a=""]}){let t=h(C,{id:a});return e(g,{isPage:!0,answer:t,children:({node:r})=>r?.__typename==="TrainingPlan"?e(T,{plan:r}):e(p,{})})}export{H as PlanPage};
