import{b as k}from"./chunk-TBMN3CIZ.js";import{b as m}from"./chunk-X2FBPQ2W.js";import"./chunk-UJUFTCGX.js";import"./chunk-OJ3WUESK.js";import{a as f,e as h,f as y,j as t,k as p,l as v,m as C,o as w,q as b,t as P,u as D}from"./chunk-57GNLGBM.js";import{a as e}from"./chunk-B3O5YLS7.js";import{c as s}from"./chunk-V7BZ6SPL.js";import{f as g}from"./chunk-ASPFED3I.js";import{b as d,t as i}from"./chunk-22CZTWQI.js";var L=`query CollegePage($key: String!) {
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
`;var T=({college:a})=>e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:s("level")}),e("dd",{children:s(a.educationLevel)})]}),e("div",{children:[e("dt",{children:s("ownership")}),e("dd",{children:e(p,{children:a.ownership})})]}),e("div",{children:[e("dt",{children:s("authority")}),e("dd",{lang:"zh-CN",children:a.authority??s("unknown")})]}),e("div",{children:[e("dt",{children:s("doubleHigh")}),e("dd",{children:a.doubleHigh?e(p,{children:a.doubleHigh}):"\u2014"})]}),e("div",{children:[e("dt",{children:s("website")}),e("dd",{children:a.website?e("a",{href:a.website,target:"_blank",rel:"noreferrer",children:a.website}):s("unknown")})]})]}),G=({college:a})=>e("section",{class:"card",children:[e("h2",{children:s("collegeGroups")}),a.programmeGroups.length===0&&e("p",{class:"fine",children:s("collegeNone")}),e("ul",{class:"plain-list",children:a.programmeGroups.map(({name:n,kind:o,tier:u,round:l,leadingMajor:r})=>e("li",{children:[r?e("a",{href:D(r),children:e(t,{children:n})}):e(t,{children:n})," ",e("span",{class:"fine",children:[o,u].filter(c=>c!=null).map(c=>e(d,{children:[e(p,{children:c})," "]}))})," ",e("span",{class:"fine",children:l!=null&&s("roundOf",{n:l})})]},`${n}${l}`))})]}),N=({plans:{nodes:a,totalCount:n}})=>e(d,{children:[e("ul",{class:"plain-list",children:a.map(({id:o,majorName:u,grade:l,version:r})=>e("li",{children:[e("a",{href:i(["plans",o]),children:[e(t,{children:u})," ",e(t,{children:l})]})," ",r!=null&&r>1&&e("span",{class:"tag",children:s("planVersion",{n:r})})]},o))}),a.length<n&&e("p",{class:"fine",children:s("shown",{a:a.length,b:n})})]}),H=({drafts:a})=>e("details",{class:"folded",open:m.value!==null,children:[e("summary",{children:s("collegeDrafts")}),e("p",{class:"lead",children:[s("collegeDraftsHelp")," ",e("a",{href:i(["import","plan"]),children:s("collegeImport")})]}),e(k,{}),m.value&&a.totalCount===0&&e("p",{class:"fine",children:s("collegeNoDrafts")}),e(N,{plans:a})]}),q=({college:{trainingPlans:a,drafts:n}})=>e("section",{class:"card",children:[e("h2",{children:s("collegePlans")}),a.totalCount===0&&e("p",{class:"fine",children:s("collegeNone")}),e(N,{plans:a}),e(H,{drafts:n})]});function Q({college:a}){f(a.name);let{province:n,city:o}=a;return e(d,{children:[e(P,{slug:a.slug,items:[{name:s("explore"),href:i([]),isData:!1},...n?[{name:n.name,href:i(["provinces",n.code])}]:[],{name:a.name}]}),e("div",{class:"page-head",children:e("div",{children:[e("p",{class:"lead",children:[s("college")," \xB7 ",e(t,{children:[n?.shortName,o?.name].filter(Boolean).join(" \xB7 ")})]}),e("h1",{children:e(t,{children:a.name})}),e(C,{pinyin:a.namePinyin}),e("p",{class:"row",children:[a.code&&e(v,{children:a.code}),e(w,{basis:a.basis,isLong:!0})]})]})}),e("section",{class:"card",children:[e(T,{college:a}),a.note&&e("p",{class:"fine",lang:"zh-CN",children:a.note})]}),e("div",{class:"pair",children:[e(G,{college:a}),e(q,{college:a})]}),e(b,{sources:a.sources})]})}function x({parts:[a=""]}){let n=g(L,{key:a},m.value);return e(y,{isPage:!0,answer:n,children:({colleges:{nodes:[o]}})=>o?e(Q,{college:o}):e(h,{})})}export{x as CollegePage};
