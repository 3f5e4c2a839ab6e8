import{b as k,j as A,k as F,m as q}from"./chunk-GD4FOXEC.js";import{a as D,b as e,e as y,f as E,g as C,i as L,j as d,k as p,l as w,m as g,o as N,p as f,q as M,r as $,s as h,t as P,u as b,v as j}from"./chunk-OLLLQCIW.js";import{E as v,b as m,o as l,v as r,x as S}from"./chunk-FXVSC5KC.js";var T=`query FitLevels($subject: ID!, $target: ID!) {
  elementary: coverage(subject: $subject, target: $target, level: ELEMENTARY, first: 1) { ...counts }
  intermediate: coverage(subject: $subject, target: $target, level: INTERMEDIATE, first: 1) { ...counts }
  advanced: coverage(subject: $subject, target: $target, level: ADVANCED, first: 1) { ...counts }
}

fragment counts on Coverage { requirements covered partlyCovered notCovered unknown lower upper }
`;var Q=`query Programme($edition: String!, $key: String!) {
  majors(first: 1, where: { edition: { eq: $edition }, or: [{ code: { eq: $key } }, { name: { eq: $key } }] }) {
    nodes {
      id
      edition
      code
      name
      educationLevel
      standardState
      basis
      sources { code title location }
      majorClass { name edition category { name } }
      predecessors { edition majorKey: code name predecessors { edition majorKey: code name } }
      successors { edition majorKey: code name }
      teachingStandards {
        id
        year
        duration
        positions
        documentFile
        basis
        sources { code title location }
        courses { id name module sequence covers(first: 1) { totalCount } }
        occupations { code name isDigital }
      }
      certificates(first: 50) {
        totalCount
        edges {
          relation
          basis
          node { id name standardCode organizations { name } skillStandards { id requirementCount } }
        }
      }
      programmeGroups(first: 50) { totalCount nodes { college { name code province { shortName code } } collegeName } }
      trainingPlans(first: 20) { totalCount nodes { id grade collegeName college { name code province { shortName code } } } }
    }
  }
}
`;function K({majors:a,into:t}){let[n]=a;if(!n)return null;let s=a.find(o=>o.name===t.name)??n;return e("li",{children:[e("span",{class:"year",children:n.edition}),e("a",{href:h(s),children:e(d,{children:s.name})})," ",s.majorKey&&e(p,{children:s.majorKey}),a.length>1&&e("details",{children:[e("summary",{children:r("mergedFrom",{n:a.length})}),a.map(o=>e("a",{href:h(o),children:e(d,{children:o.name})},o.name))]})]})}function x({major:a}){if(a.predecessors.length===0)return null;let t=f(a.predecessors.flatMap(n=>n.predecessors),n=>`${n.edition}${n.majorKey??n.name}`);return e("section",{class:"lineage","aria-label":r("lineage"),children:[e("h2",{children:r("lineage")}),e("ol",{children:[e(K,{majors:t,into:a}),e(K,{majors:a.predecessors,into:a}),e("li",{class:"now",children:[e("span",{class:"year",children:a.edition}),e(d,{children:a.name})," ",a.code&&e(p,{children:a.code})]})]})]})}var z=({major:a})=>e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[r("programme")," \xB7 ",r(a.educationLevel)," \xB7 ",j(a.edition)]}),e("h1",{children:e(d,{children:a.name})}),e("p",{class:"row",children:[a.code&&e(p,{children:a.code}),e(g,{basis:a.basis,isLong:!0})]})]}),e(x,{major:a})]});function B({standard:a}){let t=Math.max(1,...a.courses.map(s=>s.covers.totalCount)),n=[...L,null].map(s=>[s,a.courses.filter(o=>(o.module??null)===s)]);return e(m,{children:n.filter(([,s])=>s.length>0).map(([s,o])=>e("section",{class:"module",children:[e("h3",{children:[r(s??"noModule")," ",e("span",{class:"number",children:o.length})]}),e("ul",{children:o.map(({id:i,name:c,covers:u})=>e("li",{class:u.totalCount>0?"":"bare",children:[e("a",{href:l(["courses",i]),children:e(d,{children:c})}),e("span",{class:"load","aria-hidden":"true",children:e("i",{style:{width:`${100*u.totalCount/t}%`}})}),e("span",{class:"number",children:u.totalCount>0?S(u.totalCount):e("span",{class:"fine",children:r("carriesNone")})})]},i))})]},s))})}var G=({standard:a})=>e("section",{class:"card",children:[e("h2",{children:[r("standardTitle",{y:a.year})," ",e(g,{basis:a.basis})]}),e("p",{class:"lead",children:r("standardLead")}),e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:r("duration")}),e("dd",{lang:"zh-CN",children:a.duration??r("unknown")})]}),e("div",{children:[e("dt",{children:r("positions")}),e("dd",{lang:"zh-CN",children:a.positions.join("\u3001")||r("unknown")})]}),e("div",{children:[e("dt",{children:r("document")}),e("dd",{children:a.documentFile?e(p,{children:a.documentFile}):r("unknown")})]})]}),e(B,{standard:a})]}),O=({standard:a})=>e("section",{class:"card",children:[e("h2",{children:r("occupations")}),e("ul",{class:"occupations",children:a.occupations.map(({code:t,name:n,isDigital:s})=>e("li",{children:[t&&e(p,{children:t})," ",e(d,{children:n})," ",s&&e("span",{class:"tag",children:r("isDigital")})]},n))})]});function H({subject:a,target:t}){let n=v(T,{subject:a,target:t});return e(C,{answer:n,rows:3,children:({elementary:s,intermediate:o,advanced:i})=>e("ul",{class:"level-bars",children:[["ELEMENTARY",s],["INTERMEDIATE",o],["ADVANCED",i]].map(([c,u])=>u?.requirements?e("li",{children:[e(w,{level:c}),e("a",{href:b(a,t,c),children:e(F,{counts:k(u),about:r(c)})}),e(A,{counts:k(u)})]},c):null)})})}function Y({edge:{node:a,basis:t},standard:n}){let s=a.skillStandards.length>0;return e("section",{class:"suiting",children:[e("div",{class:"row",children:[e("span",{class:"badge badge-x small","aria-hidden":"true",children:"X"}),e("h3",{children:e("a",{href:l(["certificates",a.name]),children:e(d,{children:a.name})})}),e(g,{basis:t})]}),e("p",{class:"fine",children:[a.standardCode&&e(p,{children:a.standardCode})," ",e(d,{children:a.organizations.map(o=>o.name).join("\u3001")})]}),s&&n&&e(m,{children:[e(H,{subject:n.id,target:a.id}),e("p",{children:e("a",{class:"button primary",href:b(n.id,a.id),children:r("openFit")})})]}),!s&&e("p",{class:"fine",children:r("noSkillStandard")})]})}function U({major:a}){let{stated:t,reported:n}=M(a.certificates.edges),[s]=a.teachingStandards;if(t.length+n.length===0)return e("section",{class:"card edge-x",children:[e("h2",{children:r("suits")}),e(y,{title:r("suitsNone"),children:r("suitsNoneHelp")})]});let o=s&&t.some(i=>i.node.skillStandards.length>0);return e("section",{class:"card edge-x",children:[e("h2",{children:r("suits")}),e("p",{class:"lead",children:r("suitsLead")}),t.length===0&&e("p",{class:"fine",children:r("suitsNone")}),t.map(i=>e(Y,{edge:i,standard:s},i.node.id)),n.length>0&&e("details",{children:[e("summary",{children:r("reportedByColleges",{n:n.length})}),e("ul",{class:"chips",children:n.map(({node:i})=>e("li",{children:e("a",{class:"chip",href:l(["certificates",i.name]),children:e(d,{children:i.name})})},i.id))})]}),o&&e(q,{})]})}var I=({places:a})=>e("ul",{class:"chips",children:a.map(({key:t,name:n,href:s,province:o})=>e("li",{children:e("a",{class:"place",href:s,children:e("span",{lang:"zh-CN",children:[e("i",{children:o??""}),n]})})},t))});function X({major:a}){let t=f(a.programmeGroups.nodes,s=>s.collegeName).map(({collegeName:s,college:o})=>({key:s,name:s,href:o?P({name:o.name,code:o.code??null}):l(["search"],{q:s}),province:o?.province?.shortName})),n=a.trainingPlans.nodes.map(({id:s,collegeName:o,grade:i,college:c})=>({key:s,name:`${o}${i?` ${i}`:""}`,href:l(["plans",s]),province:c?.province?.shortName}));return e("section",{class:"card",children:[e("h2",{children:r("offered")}),t.length===0&&n.length===0&&e("p",{class:"fine",children:r("offeredNone")}),t.length>0&&e(m,{children:[e("h3",{children:r("groups",{n:a.programmeGroups.totalCount})}),e(I,{places:t})]}),n.length>0&&e(m,{children:[e("h3",{children:r("plansCount",{n:a.trainingPlans.totalCount})}),e(I,{places:n})]})]})}var _=({major:a})=>e("p",{class:"banner",children:[r("oldEdition",{e:a.edition})," ",a.successors.map(t=>e("a",{href:h(t),children:[e(d,{children:t.name})," ",t.majorKey]},t.name))]});function J({major:a}){D(a.name);let t=a.majorClass?.category?.name,n=a.teachingStandards,s={edition:a.edition==="2021"?null:a.edition};return e(m,{children:[e($,{items:[{name:r("catalogue"),href:l(["majors"],s),isData:!1},...t?[{name:t,href:l(["majors"],{...s,category:t})}]:[],...a.majorClass&&t?[{name:a.majorClass.name,href:l(["majors"],{...s,category:t,class:a.majorClass.name})}]:[],{name:a.name}]}),a.successors.length>0&&e(_,{major:a}),e(z,{major:a}),e("div",{class:"columns",children:[e("div",{children:[n.map(o=>e(G,{standard:o},o.id)),n.length===0&&e("section",{class:"card dotted",children:e(y,{title:r("noStandard"),children:[a.standardState&&e(m,{children:[r(a.standardState),". "]}),r("noStandardHelp")]})}),n.filter(o=>o.occupations.length>0).map(o=>e(O,{standard:o},o.id))]}),e("div",{class:"first-on-phone",children:[e(U,{major:a}),e(X,{major:a}),e(N,{sources:f([...a.sources,...n.flatMap(o=>o.sources)],o=>o.code)})]})]})]})}function le({parts:[a="",t=""]}){let n=v(Q,{edition:a,key:t});return e(C,{isPage:!0,answer:n,children:({majors:{nodes:[s]}})=>s?e(J,{major:s}):e(E,{})})}export{le as ProgrammePage};
