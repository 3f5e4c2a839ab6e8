import{a as N}from"./chunk-XQK2ML7W.js";import{b as k}from"./chunk-YGWZ3QDT.js";import{b as d}from"./chunk-YIM5KQLF.js";import"./chunk-KTT2CUQG.js";import"./chunk-R7475BRU.js";import{e as o,f as v,h as u,j as C,k as w,m as b,o as P,r as D,s as L}from"./chunk-JPVBINGJ.js";import{a as f,g as h,h as y}from"./chunk-EQ2KXV2Y.js";import{a as e}from"./chunk-ZYMBPWGF.js";import{i as g}from"./chunk-E4WSAS5T.js";import{c as s}from"./chunk-NJFYPPOQ.js";import{b as p,t as i}from"./chunk-ORRHCIBS.js";var S=`query CollegePage($key: String!) {
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
`;var H=({college:a})=>e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:s("level")}),e("dd",{children:s(a.educationLevel)})]}),e("div",{children:[e("dt",{children:s("ownership")}),e("dd",{children:e(u,{children:a.ownership})})]}),e("div",{children:[e("dt",{children:s("authority")}),e("dd",{children:e(v,{children:a.authority})})]}),e("div",{children:[e("dt",{children:s("doubleHigh")}),e("dd",{children:e(N,{of:a})})]}),e("div",{children:[e("dt",{children:s("website")}),e("dd",{children:a.website?e("a",{href:a.website,target:"_blank",rel:"noreferrer",children:a.website}):s("unknown")})]})]}),Q=({college:a})=>e("section",{class:"card",children:[e("h2",{children:s("collegeGroups")}),a.programmeGroups.length===0&&e("p",{class:"fine",children:s("collegeNone")}),e("ul",{class:"plain-list",children:a.programmeGroups.map(({name:n,kind:t,tier:m,round:r,leadingMajor:l})=>e("li",{children:[l?e("a",{href:L(l),children:e(o,{children:n})}):e(o,{children:n})," ",e("span",{class:"fine",children:[t,m].filter(c=>c!=null).map(c=>e(p,{children:[e(u,{children:c})," "]}))})," ",e("span",{class:"fine",children:r!=null&&s("roundOf",{n:r})})]},`${n}${r}`))})]}),G=12,T=({plans:{nodes:a,totalCount:n}})=>e(p,{children:[e("ul",{class:a.length>G?"plain-list in-columns":"plain-list",children:a.map(({id:t,majorName:m,grade:r,version:l})=>e("li",{children:[e("a",{href:i(["plans",t]),children:[e(o,{children:m})," ",e(o,{children:r})]})," ",l!=null&&l>1&&e("span",{class:"tag",children:s("planVersion",{n:l})})]},t))}),a.length<n&&e("p",{class:"fine",children:s("shown",{a:a.length,b:n})})]}),$=({drafts:a})=>e("details",{class:"folded",open:d.value!==null,children:[e("summary",{children:s("collegeDrafts")}),e("p",{class:"lead",children:[s(d.value===null?"collegeDraftsHelp":"collegeDraftsListed")," ",e("a",{href:i(["import","plan"]),children:s("collegeImport")})]}),e(k,{}),d.value&&a.totalCount===0&&e("p",{class:"fine",children:s("collegeNoDrafts")}),e(T,{plans:a})]}),E=({college:{trainingPlans:a,drafts:n}})=>e("section",{class:"card",children:[e("h2",{children:s("collegePlans")}),a.totalCount===0&&e("p",{class:"fine",children:s("collegeNone")}),e(T,{plans:a}),e($,{drafts:n})]});function j({college:a}){f(a.name);let{province:n,city:t}=a;return e(p,{children:[e(D,{slug:a.slug,items:[{name:s("explore"),href:i([]),isData:!1},...n?[{name:n.name,href:i(["provinces",n.code])}]:[],{name:a.name}]}),e("div",{class:"page-head",children:e("div",{children:[e("p",{class:"lead",children:[s("college")," \xB7 ",e(o,{children:[n?.shortName,t?.name].filter(Boolean).join(" \xB7 ")})]}),e("h1",{children:e(o,{children:a.name})}),e(w,{pinyin:a.namePinyin}),e("p",{class:"row",children:[a.code&&e(C,{children:a.code}),e(b,{basis:a.basis,isLong:!0})]})]})}),e("section",{class:"card",children:[e(H,{college:a}),a.note&&e("p",{class:"fine",lang:"zh-CN",children:a.note})]}),e("div",{class:a.trainingPlans.nodes.length>G?"":"pair",children:[e(Q,{college:a}),e(E,{college:a})]}),e(P,{sources:a.sources})]})}function U({parts:[a=""]}){let n=g(S,{key:a},d.value);return e(y,{isPage:!0,answer:n,children:({colleges:{nodes:[t]}})=>t?e(j,{college:t}):e(h,{})})}export{U as CollegePage};
