import{b as S,i as j,j as A,l as F}from"./chunk-PYUYSRCD.js";import{C as y,D as E,E as C,G as v,I as L,J as i,K as p,L as w,M as f,O as M,P as g,Q as N,R as h,S as $,T as b,U as P,a as m,m as l,s as r,u as k,y as D,z as e}from"./chunk-GLK76ESM.js";var q=`query FitLevels($subject: ID!, $target: ID!) {
  elementary: coverage(subject: $subject, target: $target, level: ELEMENTARY, first: 1) { ...counts }
  intermediate: coverage(subject: $subject, target: $target, level: INTERMEDIATE, first: 1) { ...counts }
  advanced: coverage(subject: $subject, target: $target, level: ADVANCED, first: 1) { ...counts }
}

fragment counts on Coverage { requirements covered partlyCovered notCovered unknown lower upper }
`;var T=`query Programme($edition: String!, $key: String!) {
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
      certificates(first: 20) {
        totalCount
        edges {
          basis
          node { id name standardCode organizations { name } skillStandards { id requirementCount } }
        }
      }
      programmeGroups(first: 50) { totalCount nodes { college { name code province { shortName code } } collegeName } }
      trainingPlans(first: 20) { totalCount nodes { id grade collegeName college { name code province { shortName code } } } }
    }
  }
}
`;function Q({majors:a,into:t}){let[o]=a;if(!o)return null;let n=a.find(s=>s.name===t.name)??o;return e("li",{children:[e("span",{class:"year",children:o.edition}),e("a",{href:h(n),children:e(i,{children:n.name})})," ",n.majorKey&&e(p,{children:n.majorKey}),a.length>1&&e("details",{children:[e("summary",{children:r("mergedFrom",{n:a.length})}),a.map(s=>e("a",{href:h(s),children:e(i,{children:s.name})},s.name))]})]})}function R({major:a}){if(a.predecessors.length===0)return null;let t=g(a.predecessors.flatMap(o=>o.predecessors),o=>`${o.edition}${o.majorKey??o.name}`);return e("section",{class:"lineage","aria-label":r("lineage"),children:[e("h2",{children:r("lineage")}),e("ol",{children:[e(Q,{majors:t,into:a}),e(Q,{majors:a.predecessors,into:a}),e("li",{class:"now",children:[e("span",{class:"year",children:a.edition}),e(i,{children:a.name})," ",a.code&&e(p,{children:a.code})]})]})]})}var x=({major:a})=>e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[r("programme")," \xB7 ",r(a.educationLevel)," \xB7 ",P(a.edition)]}),e("h1",{children:e(i,{children:a.name})}),e("p",{class:"row",children:[a.code&&e(p,{children:a.code}),e(f,{basis:a.basis,isLong:!0})]})]}),e(R,{major:a})]});function z({standard:a}){let t=Math.max(1,...a.courses.map(n=>n.covers.totalCount)),o=[...L,null].map(n=>[n,a.courses.filter(s=>(s.module??null)===n)]);return e(m,{children:o.filter(([,n])=>n.length>0).map(([n,s])=>e("section",{class:"module",children:[e("h3",{children:[r(n??"noModule")," ",e("span",{class:"number",children:s.length})]}),e("ul",{children:s.map(({id:u,name:d,covers:c})=>e("li",{class:c.totalCount>0?"":"bare",children:[e("a",{href:l(["courses",u]),children:e(i,{children:d})}),e("span",{class:"load","aria-hidden":"true",children:e("i",{style:{width:`${100*c.totalCount/t}%`}})}),e("span",{class:"number",children:c.totalCount>0?k(c.totalCount):e("span",{class:"fine",children:r("carriesNone")})})]},u))})]},n))})}var G=({standard:a})=>e("section",{class:"card",children:[e("h2",{children:[r("standardTitle",{y:a.year})," ",e(f,{basis:a.basis})]}),e("p",{class:"lead",children:r("standardLead")}),e("dl",{class:"facts-row",children:[e("div",{children:[e("dt",{children:r("duration")}),e("dd",{lang:"zh-CN",children:a.duration??r("unknown")})]}),e("div",{children:[e("dt",{children:r("positions")}),e("dd",{lang:"zh-CN",children:a.positions.join("\u3001")||r("unknown")})]}),e("div",{children:[e("dt",{children:r("document")}),e("dd",{children:a.documentFile?e(p,{children:a.documentFile}):r("unknown")})]})]}),e(z,{standard:a})]}),O=({standard:a})=>e("section",{class:"card",children:[e("h2",{children:r("occupations")}),e("ul",{class:"occupations",children:a.occupations.map(({code:t,name:o,isDigital:n})=>e("li",{children:[t&&e(p,{children:t})," ",e(i,{children:o})," ",n&&e("span",{class:"tag",children:r("isDigital")})]},o))})]});function B({subject:a,target:t}){let o=v(q,{subject:a,target:t});return e(C,{answer:o,rows:3,children:({elementary:n,intermediate:s,advanced:u})=>e("ul",{class:"level-bars",children:[["ELEMENTARY",n],["INTERMEDIATE",s],["ADVANCED",u]].map(([d,c])=>c?.requirements?e("li",{children:[e(w,{level:d}),e("a",{href:b(a,t,d),children:e(A,{counts:S(c),about:r(d)})}),e(j,{counts:S(c)})]},d):null)})})}function H({edge:{node:a,basis:t},standard:o}){let n=a.skillStandards.length>0;return e("section",{class:"suiting",children:[e("div",{class:"row",children:[e("span",{class:"badge badge-x small","aria-hidden":"true",children:"X"}),e("h3",{children:e("a",{href:l(["certificates",a.name]),children:e(i,{children:a.name})})}),e(f,{basis:t})]}),e("p",{class:"fine",children:[a.standardCode&&e(p,{children:a.standardCode})," ",e(i,{children:a.organizations.map(s=>s.name).join("\u3001")})]}),n&&o&&e(m,{children:[e(B,{subject:o.id,target:a.id}),e("p",{children:e("a",{class:"button primary",href:b(o.id,a.id),children:r("openFit")})})]}),!n&&e("p",{class:"fine",children:r("noSkillStandard")})]})}function Y({major:a}){let{edges:t}=a.certificates,[o]=a.teachingStandards;if(t.length===0)return e("section",{class:"card edge-x",children:[e("h2",{children:r("suits")}),e(y,{title:r("suitsNone"),children:r("suitsNoneHelp")})]});let n=o&&t.some(s=>s.node.skillStandards.length>0);return e("section",{class:"card edge-x",children:[e("h2",{children:r("suits")}),e("p",{class:"lead",children:r("suitsLead")}),g(t,s=>s.node.id).map(s=>e(H,{edge:s,standard:o},s.node.id)),n&&e(F,{})]})}var K=({places:a})=>e("ul",{class:"chips",children:a.map(({key:t,name:o,href:n,province:s})=>e("li",{children:e("a",{class:"place",href:n,children:e("span",{lang:"zh-CN",children:[e("i",{children:s??""}),o]})})},t))});function U({major:a}){let t=g(a.programmeGroups.nodes,n=>n.collegeName).map(({collegeName:n,college:s})=>({key:n,name:n,href:s?$({name:s.name,code:s.code??null}):l(["search"],{q:n}),province:s?.province?.shortName})),o=a.trainingPlans.nodes.map(({id:n,collegeName:s,grade:u,college:d})=>({key:n,name:`${s}${u?` ${u}`:""}`,href:l(["plans",n]),province:d?.province?.shortName}));return e("section",{class:"card",children:[e("h2",{children:r("offered")}),t.length===0&&o.length===0&&e("p",{class:"fine",children:r("offeredNone")}),t.length>0&&e(m,{children:[e("h3",{children:r("groups",{n:a.programmeGroups.totalCount})}),e(K,{places:t})]}),o.length>0&&e(m,{children:[e("h3",{children:r("plansCount",{n:a.trainingPlans.totalCount})}),e(K,{places:o})]})]})}var X=({major:a})=>e("p",{class:"banner",children:[r("oldEdition",{e:a.edition})," ",a.successors.map(t=>e("a",{href:h(t),children:[e(i,{children:t.name})," ",t.majorKey]},t.name))]});function _({major:a}){D(a.name);let t=a.majorClass?.category?.name,o=a.teachingStandards,n={edition:a.edition==="2021"?null:a.edition};return e(m,{children:[e(N,{items:[{name:r("catalogue"),href:l(["majors"],n),isData:!1},...t?[{name:t,href:l(["majors"],{...n,category:t})}]:[],...a.majorClass&&t?[{name:a.majorClass.name,href:l(["majors"],{...n,category:t,class:a.majorClass.name})}]:[],{name:a.name}]}),a.successors.length>0&&e(X,{major:a}),e(x,{major:a}),e("div",{class:"columns",children:[e("div",{children:[o.map(s=>e(G,{standard:s},s.id)),o.length===0&&e("section",{class:"card dotted",children:e(y,{title:r("noStandard"),children:[a.standardState&&e(m,{children:[r(a.standardState),". "]}),r("noStandardHelp")]})}),o.filter(s=>s.occupations.length>0).map(s=>e(O,{standard:s},s.id))]}),e("div",{class:"first-on-phone",children:[e(Y,{major:a}),e(U,{major:a}),e(M,{sources:g([...a.sources,...o.flatMap(s=>s.sources)],s=>s.code)})]})]})]})}function de({parts:[a="",t=""]}){let o=v(T,{edition:a,key:t});return e(C,{isPage:!0,answer:o,children:({majors:{nodes:[n]}})=>n?e(_,{major:n}):e(E,{})})}export{de as ProgrammePage};
