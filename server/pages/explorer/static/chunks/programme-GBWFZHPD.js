<<<<<<<< HEAD:server/pages/explorer/static/chunks/programme-K2EMA4P5.js
import{b as w,k as Q,l as T,n as I}from"./chunk-SKBEBPTO.js";import{a as D,d as v,e as L,f,h as $,i as d,j as p,k as A,l as g,n as F,o as y,p as b,q as R,r as C,s as E,t as S,u as j}from"./chunk-CKWJJRWU.js";import{a as e}from"./chunk-B446GERK.js";import{f as h}from"./chunk-6WQJDZAO.js";import{A as r,C as M,G as N,b as u,r as c}from"./chunk-VDTYU2D5.js";var q=`query ProgrammeCertificates($major: ID!) {
========
import{b as w,k as Q,l as T,n as I}from"./chunk-VOGBXBGX.js";import{a as D,b as e,e as v,f as L,g as f,i as $,j as d,k as p,l as A,m as g,o as F,p as y,q as b,r as R,s as C,t as E,u as S,v as j}from"./chunk-XZIEJZYC.js";import{A as r,C as M,G as N,N as h,b as u,r as c}from"./chunk-6EAQGZMG.js";var q=`query ProgrammeCertificates($major: ID!) {
>>>>>>>> af03952 (Bundle the explorer anew):server/pages/explorer/static/chunks/programme-GBWFZHPD.js
  majorCertificates(major: $major, via: [TEACHING_STANDARD, TRAINING_PLAN, PREDECESSOR], first: 100) {
    certificates { certificate { id name } statements { via basis statedOf { id distinctName } namedIn { id distinctName } } }
  }
}
`;var x=`query Programme($edition: String!, $key: String!) {
  majors(first: 1, where: { edition: { eq: $edition }, or: [{ code: { eq: $key } }, { name: { eq: $key } }] }) {
    nodes {
      id
      slug
      edition
      code
      name
      educationLevel
      standardState
      basis
      sources { code title location url }
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
        sources { code title location url }
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
      trainingPlans(first: 20) { totalCount nodes { id grade collegeName basis college { name code province { shortName code } } } }
    }
  }
}
`;var G=`query ProgrammeFits($major: ID!, $certificates: [ID!]!) {
  coverageMatrix(rows: [$major], columns: $certificates) {
    columns { column { id } }
    rows { cells { byLevel { level requirements covered partlyCovered notCovered unknown } } }
  }
}
`;function K({majors:a,into:n}){let[i]=a;if(!i)return null;let s=a.find(o=>o.name===n.name)??i,t=a.filter(o=>o!==s);return e("li",{children:[e("span",{class:"year",children:i.edition}),e("a",{href:C(s),children:e(d,{children:s.name})})," ",s.majorKey&&e(p,{children:s.majorKey}),t.length>0&&e("details",{children:[e("summary",{children:r("mergedWith",{n:t.length})}),t.map(o=>e("a",{href:C(o),children:e(d,{children:o.name})},o.name))]})]})}function H({major:a}){if(a.predecessors.length===0)return null;let n=y(a.predecessors.flatMap(i=>i.predecessors),i=>`${i.edition}${i.majorKey??i.name}`);return e("section",{class:"lineage","aria-label":r("lineage"),children:[e("h2",{children:r("lineage")}),e("ol",{children:[e(K,{majors:n,into:a}),e(K,{majors:a.predecessors,into:a}),e("li",{class:"now",children:[e("span",{class:"year",children:a.edition}),e(d,{children:a.name})," ",a.code&&e(p,{children:a.code})]})]})]})}var U=({major:a})=>e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[r("programme")," \xB7 ",r(a.educationLevel)," \xB7 ",j(a.edition)]}),e("h1",{children:e(d,{children:a.name})}),e("p",{class:"row",children:[a.code&&e(p,{children:a.code}),e(g,{basis:a.basis,isLong:!0})]})]}),e(H,{major:a})]});function W({standard:a}){let n=Math.max(1,...a.courses.map(s=>s.covers.totalCount)),i=[...$,null].map(s=>[s,a.courses.filter(t=>(t.module??null)===s)]);return e(u,{children:i.filter(([,s])=>s.length>0).map(([s,t])=>e("section",{class:"module",children:[e("h3",{children:[r(s??"noModule")," ",e("span",{class:"number",children:t.length})]}),e("ul",{children:t.map(({id:o,name:l,covers:m})=>e("li",{class:m.totalCount>0?"":"bare",children:[e("a",{href:c(["courses",o]),children:e(d,{children:l})}),e("span",{class:"load","aria-hidden":"true",children:e("i",{style:{width:`${100*m.totalCount/n}%`}})}),e("span",{class:"number",children:m.totalCount>0?M(m.totalCount):e("span",{class:"fine",children:r("carriesNone")})})]},o))})]},s))})}var X=({standard:a})=>e("section",{class:"card",children:[e("h2",{children:[r("standardTitle",{y:a.year})," ",e(g,{basis:a.basis})]}),e("p",{class:"lead",children:r("standardLead")}),e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:r("duration")}),e("dd",{lang:"zh-CN",children:a.duration??r("unknown")})]}),e("div",{children:[e("dt",{children:r("positions")}),e("dd",{lang:"zh-CN",children:a.positions.join("\u3001")||r("unknown")})]}),e("div",{children:[e("dt",{children:r("document")}),e("dd",{children:a.documentFile?e(p,{children:a.documentFile}):r("unknown")})]})]}),e(W,{standard:a})]}),J=({standard:a})=>e("section",{class:"card",children:[e("h2",{children:r("occupations")}),e("ul",{class:"occupations",children:a.occupations.map(({code:n,name:i,isDigital:s})=>e("li",{children:[n&&e(p,{children:n})," ",e(d,{children:i})," ",s&&e("span",{class:"tag",children:r("isDigital")})]},i))})]});function Y(a,n){let i=h(G,n.length>0?{major:a,certificates:[...n]}:null),s=i.data?.coverageMatrix,t=s?.columns.map(({column:o},l)=>[o.id,s.rows[0]?.cells[l]?.byLevel??[]]);return{...i,data:t?new Map(t):null}}var Z=({subject:a,target:n,fits:i})=>e(f,{answer:i,rows:3,children:s=>e("ul",{class:"level-bars",children:s.get(n)?.map(t=>e("li",{children:[e(A,{level:t.level}),e("a",{href:S(a,n,t.level),children:e(T,{counts:w(t),about:r(t.level)})}),e(Q,{counts:w(t)})]},t.level))})});function ee({edge:{node:a,basis:n},standard:i,fits:s}){let t=a.skillStandards.length>0;return e("section",{class:"suiting",children:[e("div",{class:"row",children:[e("span",{class:"badge badge-x small","aria-hidden":"true",children:"X"}),e("h3",{children:e("a",{href:c(["certificates",a.name]),children:e(d,{children:a.name})})}),e(g,{basis:n})]}),e("p",{class:"fine",children:[a.standardCode&&e(p,{children:a.standardCode})," ",e(d,{children:a.organizations.map(o=>o.name).join("\u3001")})]}),t&&i&&e(u,{children:[e(Z,{subject:i.id,target:a.id,fits:s}),e("p",{children:e("a",{class:"button primary",href:S(i.id,a.id),children:r("openFit")})})]}),!t&&e("p",{class:"fine",children:r("noSkillStandard")})]})}function ae({major:a}){let n=h(q,{major:a.id}),i=new Set(b(a.certificates.edges).stated.map(s=>s.node.id));return e(f,{answer:n,rows:2,children:({majorCertificates:s})=>{let t=(s?.certificates??[]).filter(o=>!i.has(o.certificate.id));return t.length>0&&e("section",{class:"card edge-x",children:[e("h2",{children:r("alsoNamed")}),e("p",{class:"lead",children:r("alsoNamedLead")}),e("ul",{class:"plain-list",children:t.map(({certificate:o,statements:l})=>e("li",{children:[e("a",{href:c(["certificates",o.name]),children:e(d,{children:o.name})}),l.map(({via:m,basis:V,statedOf:k,namedIn:P})=>e("p",{class:"fine",children:[r(`via_${m}`)," ",e(d,{children:(P??k).distinctName})," ",e(g,{basis:V})]},`${m}${k.id}${P?.id}`))]},o.id))})]})}})}function se({major:a}){let{stated:n,reported:i}=b(a.certificates.edges),[s]=a.teachingStandards,t=s?n.filter(l=>l.node.skillStandards.length>0).map(l=>l.node.id):[],o=Y(a.id,t);return n.length+i.length===0?e("section",{class:"card edge-x",children:[e("h2",{children:r("suits")}),e(v,{title:r("suitsNone"),children:r("suitsNoneHelp")})]}):e("section",{class:"card edge-x",children:[e("h2",{children:r("suits")}),e("p",{class:"lead",children:r("suitsLead")}),n.length===0&&e("p",{class:"fine",children:r("suitsNone")}),n.map(l=>e(ee,{edge:l,standard:s,fits:o},l.node.id)),i.length>0&&e("details",{children:[e("summary",{children:r("reportedByColleges",{n:i.length})}),e("ul",{class:"chips",children:i.map(({node:l})=>e("li",{children:e("a",{class:"chip",href:c(["certificates",l.name]),children:e(d,{children:l.name})})},l.id))})]}),t.length>0&&e(I,{})]})}var O=({places:a})=>e("ul",{class:"chips",children:a.map(({key:n,name:i,href:s,province:t,basis:o})=>e("li",{children:[e("a",{class:"place",href:s,children:e("span",{lang:"zh-CN",children:[e("i",{children:t??""}),i]})}),o&&e(u,{children:[" ",e(g,{basis:o,isLong:!0})]})]},n))});function te({major:a}){let n=y(a.programmeGroups.nodes,s=>s.collegeName).map(({collegeName:s,college:t})=>({key:s,name:s,href:t?E({name:t.name,code:t.code??null}):c(["search"],{q:s}),province:t?.province?.shortName})),i=a.trainingPlans.nodes.map(({id:s,collegeName:t,grade:o,basis:l,college:m})=>({key:s,name:`${t}${o?` ${o}`:""}`,href:c(["plans",s]),province:m?.province?.shortName,...l==="ILLUSTRATIVE"&&{basis:l}}));return e("section",{class:"card",children:[e("h2",{children:r("offered")}),n.length===0&&i.length===0&&e("p",{class:"fine",children:r("offeredNone")}),n.length>0&&e(u,{children:[e("h3",{children:[r("groups",{n:a.programmeGroups.totalCount})," \xB7 ",r("collegesCount",{n:n.length})]}),e(O,{places:n})]}),i.length>0&&e(u,{children:[e("h3",{children:r("plansCount",{n:a.trainingPlans.totalCount})}),e(O,{places:i})]})]})}var ne=({major:a})=>e("p",{class:"banner",children:[r("oldEdition",{e:a.edition})," ",a.successors.map(n=>e("a",{href:C(n),children:[e(d,{children:n.name})," ",n.majorKey]},n.name))]});function ie({major:a}){D(a.name);let n=a.majorClass?.category?.name,i=a.teachingStandards,s={edition:a.edition==="2021"?null:a.edition};return e(u,{children:[e(R,{slug:a.slug,items:[{name:r("catalogue"),href:c(["majors"],s),isData:!1},...n?[{name:n,href:c(["majors"],{...s,category:n})}]:[],...a.majorClass&&n?[{name:a.majorClass.name,href:c(["majors"],{...s,category:n,class:a.majorClass.name})}]:[],{name:a.name}]}),a.successors.length>0&&e(ne,{major:a}),e(U,{major:a}),e("div",{class:"columns",children:[e("div",{children:[i.map(t=>e(X,{standard:t},t.id)),i.length===0&&e("section",{class:"card dotted",children:e(v,{title:r("noStandard"),children:N(a.standardState?`${r(a.standardState)}${r("fullStop")}`:"",r("noStandardHelp"))})}),i.filter(t=>t.occupations.length>0).map(t=>e(J,{standard:t},t.id))]}),e("div",{class:"first-on-phone",children:[e(se,{major:a}),e(ae,{major:a}),e(te,{major:a}),e(F,{sources:y([...a.sources,...i.flatMap(t=>t.sources)],t=>t.code)})]})]})]})}function ve({parts:[a="",n=""]}){let i=h(x,{edition:a,key:n});return e(f,{isPage:!0,answer:i,children:({majors:{nodes:[s]}})=>s?e(ie,{major:s}):e(L,{})})}export{ve as ProgrammePage};
