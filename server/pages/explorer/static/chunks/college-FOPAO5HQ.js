import{b}from"./chunk-IUSSHF2J.js";import{a as d}from"./chunk-H5BPMJNI.js";import{a as m,e as u,f as g,i as t,j as h,l as C,n as v,q as y,r as w}from"./chunk-4UVXH3TB.js";import{a as e}from"./chunk-US67HWM7.js";import{f}from"./chunk-FSJKYQXM.js";import{A as s,b as c,r as i}from"./chunk-YSXEI6ET.js";var D=`query CollegePage($key: String!) {
  colleges(first: 1, where: { or: [{ code: { eq: $key } }, { name: { eq: $key } }] }) {
    nodes {
      slug
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
`;var k=({college:a})=>e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:s("level")}),e("dd",{children:s(a.educationLevel)})]}),e("div",{children:[e("dt",{children:s("ownership")}),e("dd",{lang:"zh-CN",children:a.ownership})]}),e("div",{children:[e("dt",{children:s("authority")}),e("dd",{lang:"zh-CN",children:a.authority??s("unknown")})]}),e("div",{children:[e("dt",{children:s("doubleHigh")}),e("dd",{lang:"zh-CN",children:a.doubleHigh??"\u2014"})]}),e("div",{children:[e("dt",{children:s("website")}),e("dd",{children:a.website?e("a",{href:a.website,target:"_blank",rel:"noreferrer",children:a.website}):s("unknown")})]})]}),L=({college:a})=>e("section",{class:"card",children:[e("h2",{children:s("collegeGroups")}),a.programmeGroups.length===0&&e("p",{class:"fine",children:s("collegeNone")}),e("ul",{class:"plain-list",children:a.programmeGroups.map(({name:o,kind:n,tier:p,round:r,leadingMajor:l})=>e("li",{children:[l?e("a",{href:w(l),children:e(t,{children:o})}):e(t,{children:o})," ",e("span",{class:"fine",lang:"zh-CN",children:[n,p].filter(Boolean).join(" \xB7 ")})," ",e("span",{class:"fine",children:r!=null&&s("roundOf",{n:r})})]},`${o}${r}`))})]}),P=({plans:{nodes:a,totalCount:o}})=>e(c,{children:[e("ul",{class:"plain-list",children:a.map(({id:n,majorName:p,grade:r,version:l})=>e("li",{children:[e("a",{href:i(["plans",n]),children:[e(t,{children:p})," ",e(t,{children:r})]})," ",l!=null&&l>1&&e("span",{class:"tag",children:s("planVersion",{n:l})})]},n))}),a.length<o&&e("p",{class:"fine",children:s("shown",{a:a.length,b:o})})]}),S=({drafts:a})=>e("details",{class:"folded",open:d.value!==null,children:[e("summary",{children:s("collegeDrafts")}),e("p",{class:"lead",children:[s("collegeDraftsHelp")," ",e("a",{href:i(["import","plan"]),children:s("collegeImport")})]}),e(b,{}),d.value&&a.totalCount===0&&e("p",{class:"fine",children:s("collegeNoDrafts")}),e(P,{plans:a})]}),G=({college:{trainingPlans:a,drafts:o}})=>e("section",{class:"card",children:[e("h2",{children:s("collegePlans")}),a.totalCount===0&&e("p",{class:"fine",children:s("collegeNone")}),e(P,{plans:a}),e(S,{drafts:o})]});function q({college:a}){m(a.name);let{province:o,city:n}=a;return e(c,{children:[e(y,{slug:a.slug,items:[{name:s("explore"),href:i([]),isData:!1},...o?[{name:o.name,href:i(["provinces",o.code])}]:[],{name:a.name}]}),e("div",{class:"page-head",children:e("div",{children:[e("p",{class:"lead",children:[s("college")," \xB7 ",e(t,{children:[o?.shortName,n?.name].filter(Boolean).join(" \xB7 ")})]}),e("h1",{children:e(t,{children:a.name})}),e("p",{class:"row",children:[a.code&&e(h,{children:a.code}),e(C,{basis:a.basis,isLong:!0})]})]})}),e("section",{class:"card",children:[e(k,{college:a}),a.note&&e("p",{class:"fine",lang:"zh-CN",children:a.note})]}),e("div",{class:"pair",children:[e(L,{college:a}),e(G,{college:a})]}),e(v,{sources:a.sources})]})}function V({parts:[a=""]}){let o=f(D,{key:a},d.value);return e(g,{isPage:!0,answer:o,children:({colleges:{nodes:[n]}})=>n?e(q,{college:n}):e(u,{})})}export{V as CollegePage};
