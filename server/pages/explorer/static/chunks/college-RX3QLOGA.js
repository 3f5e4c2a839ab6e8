import{a as p,b as e,f as m,g as u,j as i,k as h,m as f,o as C,r as v,s as y}from"./chunk-SVEYHB4O.js";import{J as g,b as c,p as r,y as o}from"./chunk-HXY5LHYT.js";var w=`query CollegePage($key: String!) {
  colleges(first: 1, where: { or: [{ code: { eq: $key } }, { name: { eq: $key } }] }) {
    nodes {
      name
      code
      educationLevel
      ownership
      authority
      doubleHigh
      website
      note
      basis
      sources { code title location }
      province { code name shortName }
      city { name }
      programmeGroups { name kind tier round leadingMajor { edition majorKey: code name } }
      trainingPlans(first: 50) { totalCount nodes { id majorName grade educationLevel } }
      creditRules { code }
    }
  }
}
`;var P=({college:a})=>e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:o("level")}),e("dd",{children:o(a.educationLevel)})]}),e("div",{children:[e("dt",{children:o("ownership")}),e("dd",{lang:"zh-CN",children:a.ownership})]}),e("div",{children:[e("dt",{children:o("authority")}),e("dd",{lang:"zh-CN",children:a.authority??o("unknown")})]}),e("div",{children:[e("dt",{children:o("doubleHigh")}),e("dd",{lang:"zh-CN",children:a.doubleHigh??"\u2014"})]}),e("div",{children:[e("dt",{children:o("website")}),e("dd",{children:a.website?e("a",{href:a.website,target:"_blank",rel:"noreferrer",children:a.website}):o("unknown")})]})]}),N=({college:a})=>e("section",{class:"card",children:[e("h2",{children:o("collegeGroups")}),a.programmeGroups.length===0&&e("p",{class:"fine",children:o("collegeNone")}),e("ul",{class:"plain-list",children:a.programmeGroups.map(({name:s,kind:n,tier:t,round:d,leadingMajor:l})=>e("li",{children:[l?e("a",{href:y(l),children:e(i,{children:s})}):e(i,{children:s})," ",e("span",{class:"fine",lang:"zh-CN",children:[n,t,d].join(" \xB7 ")})]},`${s}${d}`))})]}),k=({college:a})=>e("section",{class:"card",children:[e("h2",{children:o("collegePlans")}),a.trainingPlans.nodes.length===0&&e("p",{class:"fine",children:o("collegeNone")}),e("ul",{class:"plain-list",children:a.trainingPlans.nodes.map(({id:s,majorName:n,grade:t})=>e("li",{children:[e("a",{href:r(["plans",s]),children:e(i,{children:n})})," ",e("span",{class:"fine",lang:"zh-CN",children:t})]},s))})]});function L({college:a}){p(a.name);let{province:s,city:n}=a;return e(c,{children:[e(v,{items:[{name:o("explore"),href:r([]),isData:!1},...s?[{name:s.name,href:r(["provinces",s.code])}]:[],{name:a.name}]}),e("div",{class:"page-head",children:e("div",{children:[e("p",{class:"lead",children:[o("college")," \xB7 ",e(i,{children:[s?.shortName,n?.name].filter(Boolean).join(" \xB7 ")})]}),e("h1",{children:e(i,{children:a.name})}),e("p",{class:"row",children:[a.code&&e(h,{children:a.code}),e(f,{basis:a.basis,isLong:!0})]})]})}),e("section",{class:"card",children:[e(P,{college:a}),a.note&&e("p",{class:"fine",lang:"zh-CN",children:a.note})]}),e("div",{class:"pair",children:[e(N,{college:a}),e(k,{college:a})]}),e(C,{sources:a.sources})]})}function H({parts:[a=""]}){let s=g(w,{key:a});return e(u,{isPage:!0,answer:s,children:({colleges:{nodes:[n]}})=>n?e(L,{college:n}):e(m,{})})}export{H as CollegePage};
