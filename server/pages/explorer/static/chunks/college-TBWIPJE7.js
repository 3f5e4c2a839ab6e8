import{b as P}from"./chunk-R5UDOUIN.js";import{a as d}from"./chunk-AYBNQ4JR.js";import{a as u,e as g,f,i as t,j as h,k as y,m as C,o as v,r as w,s as b}from"./chunk-HE7EKZ7L.js";import{a as e}from"./chunk-LLSYEPSJ.js";import{f as c}from"./chunk-F4HKO47E.js";import{A as s,b as m,r as i}from"./chunk-4H2QPYLF.js";var D=`query CollegePage($key: String!) {
  colleges(first: 1, where: { or: [{ code: { eq: $key } }, { name: { eq: $key } }] }) {
    nodes {
      slug
      namePinyin
      name
      code
      educationLevel
      ownership
      authority
      doubleHigh
      website
      note
      basis
      sources { code title location url }
      province { code name shortName }
      city { name }
      programmeGroups { name kind tier round leadingMajor { edition majorKey: code name } }
      trainingPlans(first: 100, where: { or: [{ status: { isNull: true } }, { status: { eq: PUBLISHED } }] }) { totalCount nodes { ...named } }
      drafts: trainingPlans(first: 100, where: { status: { eq: DRAFT } }) { totalCount nodes { ...named } }
    }
  }
}

fragment named on TrainingPlan { id majorName grade version }
`;var L=({college:a})=>e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:s("level")}),e("dd",{children:s(a.educationLevel)})]}),e("div",{children:[e("dt",{children:s("ownership")}),e("dd",{lang:"zh-CN",children:a.ownership})]}),e("div",{children:[e("dt",{children:s("authority")}),e("dd",{lang:"zh-CN",children:a.authority??s("unknown")})]}),e("div",{children:[e("dt",{children:s("doubleHigh")}),e("dd",{lang:"zh-CN",children:a.doubleHigh??"\u2014"})]}),e("div",{children:[e("dt",{children:s("website")}),e("dd",{children:a.website?e("a",{href:a.website,target:"_blank",rel:"noreferrer",children:a.website}):s("unknown")})]})]}),S=({college:a})=>e("section",{class:"card",children:[e("h2",{children:s("collegeGroups")}),a.programmeGroups.length===0&&e("p",{class:"fine",children:s("collegeNone")}),e("ul",{class:"plain-list",children:a.programmeGroups.map(({name:n,kind:o,tier:p,round:r,leadingMajor:l})=>e("li",{children:[l?e("a",{href:b(l),children:e(t,{children:n})}):e(t,{children:n})," ",e("span",{class:"fine",lang:"zh-CN",children:[o,p].filter(Boolean).join(" \xB7 ")})," ",e("span",{class:"fine",children:r!=null&&s("roundOf",{n:r})})]},`${n}${r}`))})]}),N=({plans:{nodes:a,totalCount:n}})=>e(m,{children:[e("ul",{class:"plain-list",children:a.map(({id:o,majorName:p,grade:r,version:l})=>e("li",{children:[e("a",{href:i(["plans",o]),children:[e(t,{children:p})," ",e(t,{children:r})]})," ",l!=null&&l>1&&e("span",{class:"tag",children:s("planVersion",{n:l})})]},o))}),a.length<n&&e("p",{class:"fine",children:s("shown",{a:a.length,b:n})})]}),G=({drafts:a})=>e("details",{class:"folded",open:d.value!==null,children:[e("summary",{children:s("collegeDrafts")}),e("p",{class:"lead",children:[s("collegeDraftsHelp")," ",e("a",{href:i(["import","plan"]),children:s("collegeImport")})]}),e(P,{}),d.value&&a.totalCount===0&&e("p",{class:"fine",children:s("collegeNoDrafts")}),e(N,{plans:a})]}),q=({college:{trainingPlans:a,drafts:n}})=>e("section",{class:"card",children:[e("h2",{children:s("collegePlans")}),a.totalCount===0&&e("p",{class:"fine",children:s("collegeNone")}),e(N,{plans:a}),e(G,{drafts:n})]});function z({college:a}){u(a.name);let{province:n,city:o}=a;return e(m,{children:[e(w,{slug:a.slug,items:[{name:s("explore"),href:i([]),isData:!1},...n?[{name:n.name,href:i(["provinces",n.code])}]:[],{name:a.name}]}),e("div",{class:"page-head",children:e("div",{children:[e("p",{class:"lead",children:[s("college")," \xB7 ",e(t,{children:[n?.shortName,o?.name].filter(Boolean).join(" \xB7 ")})]}),e("h1",{children:e(t,{children:a.name})}),e(y,{pinyin:a.namePinyin}),e("p",{class:"row",children:[a.code&&e(h,{children:a.code}),e(C,{basis:a.basis,isLong:!0})]})]})}),e("section",{class:"card",children:[e(L,{college:a}),a.note&&e("p",{class:"fine",lang:"zh-CN",children:a.note})]}),e("div",{class:"pair",children:[e(S,{college:a}),e(q,{college:a})]}),e(v,{sources:a.sources})]})}function A({parts:[a=""]}){let n=c(D,{key:a},d.value);return e(f,{isPage:!0,answer:n,children:({colleges:{nodes:[o]}})=>o?e(z,{college:o}):e(g,{})})}export{A as CollegePage};
