import{b as ee}from"./chunk-DWBAMDYL.js";import{a as d}from"./chunk-PKQHUONX.js";import{a as w,b as O,c as y,e as M}from"./chunk-DI6SYMFG.js";import{a as X,d as Z}from"./chunk-QVVN5T3Z.js";import{a as n,b as C}from"./chunk-AAYC75NQ.js";import{b as Y}from"./chunk-CQPVJG6E.js";import{a as J}from"./chunk-4V6RGRM5.js";import{a as u}from"./chunk-TZK2BA2Y.js";import{d as G}from"./chunk-J4UYR4ZM.js";import{f as A}from"./chunk-6ORJYOBS.js";import{a as m,b as g,c as L}from"./chunk-KM44ZJX2.js";import{a as D,d as T,f as S,j as a,o as K,q as U,t as B,u as k,v as q,w as z}from"./chunk-DPEDGM2E.js";import{a as e}from"./chunk-V37HXM23.js";import{a as I,f as P,h as R}from"./chunk-3GW4PDMH.js";import{A as i,B as H,C as Q,H as W,b as c,d as b,n as E,p as V,r as f,s as _,w as F}from"./chunk-WNZEJQND.js";var te=`query PlanPage($id: ID!) {
  node(id: $id) {
    __typename
    ... on TrainingPlan {
      id
      slug
      collegeName
      majorName
      majorCode
      grade
      educationLevel
      completeness
      duration
      version
      editVersion
      status
      entryYear
      years
      educationForm
      hoursPerWeek
      notes
      readingProblemCount
      readingProblems
      basis
      sources { code title location url }
      college { name code province { code shortName } }
      major { edition majorKey: code name teachingStandards { id year } }
      baseStandard { id year major { edition majorKey: code name } }
      revises { id version }
      revisions { id version }
      certificatesNamed
      certificates { id name skillStandards { id } }
      targetCertificates { id name levelText level semesters issuer certificateLevel { id level } }
      courses {
        id
        sequence
        name
        courseCode
        moduleText
        courseNature
        nature
        credits
        hours
        theoryHours
        practiceHours
        durationWeeks
        semesterText
        terms
        alternativeTerms
        weeklyHours
        termWeeks
        termHours
        assessment
        examination
        isCounted
        option
        remark
        group { id }
      }
      groups { id number label kind choose credits options }
      outcomes { id text }
    }
  }
}
`;var ce=["xlsx","docx"];async function me(t,s){let r={"accept-language":E.peek()==="en"?"en":"zh-CN",...u.peek()&&{authorization:`Bearer ${u.peek()}`}},o=await fetch(`/tables/training-plan.${s}?${new URLSearchParams({plan:t})}`,{headers:r});if(o.ok)return{content:await o.blob(),lost:Number(o.headers.get("oneplusx-values-lost")??0)};let{errors:l}=await o.json().catch(()=>({}));throw new I(l?.[0]?.extensions?.code??"NO_ANSWER",l?.[0]?.message??`HTTP ${o.status}`)}function se({plan:t}){let[s,r]=b(""),[o,l]=b(null),[h,v]=b(!1),le=async p=>{let $=`${t.majorName}${t.grade??""}.${p}`;v(!0),l(null),r(n("exporting"));try{let{content:N,lost:j}=await me(t.id,p);G($,N),r([n("exported",{name:$}),j>0&&n("exportLost",{n:j})].filter(Boolean).join(" \xB7 "))}catch(N){l(R(N)),r("")}v(!1)};return e("div",{class:"export",title:n("exportHelp"),children:[e("p",{class:"row",children:[e("span",{class:"fine",children:n("exportAs")}),ce.map(p=>e("button",{type:"button",class:"button small",disabled:h,onClick:()=>void le(p),children:p.toUpperCase()},p))]}),e("p",{class:"fine",role:"status",children:s}),o&&e(J,{error:o})]})}var ne=`query PlanTotals($id: ID!) {
  node(id: $id) {
    ... on TrainingPlan {
      totals(first: 100) { totalCount nodes { id label scope figure stated leastOurs mostOurs place } }
    }
  }
}
`;var pe=d(async()=>(await import("./course-outcomes-C3R5SVFK.js")).CourseOutcomes),fe=({courseNature:t,nature:s})=>t?C("",t):s?e(a,{children:s}):w,ge=({hours:t,durationWeeks:s})=>t==null&&s!=null?n("weeks",{n:s}):y(t),we=({theoryHours:t,practiceHours:s})=>t==null&&s==null?w:`${y(t)} / ${y(s)}`;function ye(t){let s=[];for(let r of t){let o=s.at(-1);o&&Number(r)===Number(o[1])+1?o[1]=r:s.push([r,r])}return s.map(([r,o])=>r===o?r:`${r}\u2013${o}`)}function he(t){let[,s,r=""]=/^(\w+): (.+)$/.exec(t)??[];return s==="practice"?n("inPractice",{t:r}):s&&/^[\d.]+$/.test(r)?n("weeklyIn",{t:s,n:r}):t}var ve=({terms:t,alternativeTerms:s,semesterText:r})=>[...ye(t),...s.map(o=>`(${o})`)].join("\u3001")||(r??"").split("; ").map(he).join("\u3001")||w,be=({line:t,plan:s})=>{let r=s.groups.find(o=>o.id===t.group?.id);return r?e("span",{class:"tag",children:[n("groupLine",{n:r.number}),t.option&&e(c,{children:[" ",e(a,{children:t.option})]})]}):null},Pe=({line:t,plan:s})=>e("tr",{children:[e("th",{scope:"row",children:[e(a,{children:t.name})," ",t.isCounted===!1&&e("span",{class:"tag",children:n("notCounted")})," ",e(be,{line:t,plan:s})]}),e("td",{lang:"zh-CN",class:"text",children:t.moduleText??w}),e("td",{children:fe(t)}),e("td",{class:"number",children:y(t.credits)}),e("td",{class:"number",children:ge(t)}),e("td",{class:"number",children:we(t)}),e("td",{lang:"zh-CN",children:ve(t)})]}),Te=({plan:t})=>e("section",{class:"card plan-courses",children:[e("h2",{children:i("planCourses",{n:Q(t.courses.length)})}),e(L,{label:n("lines"),columns:[m(i("course")),m(i("moduleColumn")),m(n("nature")),g(i("credits")),g(i("hours")),g(n("theoryPractice")),m(i("semester"))],children:t.courses.map(s=>e(Pe,{line:s,plan:t},s.id))})]}),Se=t=>[[n("majorCode"),t.majorCode&&e("span",{class:"code",children:t.majorCode})],[n("education"),t.educationLevel&&H(t.educationLevel)],[n("years"),t.years==null?t.duration&&e(a,{children:t.duration}):n("yearsOf",{n:t.years})],[n("entryYear"),t.entryYear],[n("educationForm"),t.educationForm&&e(a,{children:t.educationForm})],[n("hoursPerWeek"),t.hoursPerWeek],[n("completeness"),t.completeness&&C("",t.completeness)],[n("baseStandard"),t.baseStandard&&(t.baseStandard.major?e("a",{href:k(t.baseStandard.major),children:[e(a,{children:t.baseStandard.major.name})," ",n("standardOf",{y:t.baseStandard.year})]}):n("standardOf",{y:t.baseStandard.year}))]],ke=({plan:t})=>e("section",{class:"card",children:[e("h2",{children:n("facts")}),e("dl",{class:"facts-row",children:Se(t).map(([s,r])=>e("div",{children:[e("dt",{children:s}),e("dd",{children:r??e("span",{class:"fine",children:n("silent")})})]},s))})]}),Ce=({plan:t})=>e("section",{class:"card",children:[e("h2",{children:n("groups")}),t.groups.length===0&&e("p",{class:"fine",children:n("groupsNone")}),e("ul",{class:"plain-list",children:t.groups.map(s=>{let r=t.courses.filter(o=>o.group?.id===s.id);return e("li",{children:[e("b",{children:n("groupLine",{n:s.number})})," ",M(s,r.length)," ",e(a,{children:s.label})," ",e("span",{class:"fine number",children:[n("credits")," ",O(Z(s,r))]}),e("details",{class:"folded",children:[e("summary",{children:n("ofThem",{n:r.length})}),e("p",{class:"lead",children:e(a,{children:r.map(o=>o.name).join("\u3001")})})]})]},s.id)})})]}),xe=({plan:t})=>e(c,{children:[e("h3",{children:n("targets")}),t.targetCertificates.length===0&&e("p",{class:"fine",children:n("targetsNone")}),e("ul",{class:"plain-list",children:t.targetCertificates.map(s=>e("li",{children:[e(a,{children:s.name})," ",s.level?i(s.level):e(a,{children:s.levelText})," ",s.semesters.length>0&&e("span",{class:"fine",children:n("inTerms",{t:W(s.semesters)})})," ",s.issuer&&e("span",{class:"fine",children:e(a,{children:s.issuer})})]},s.id))})]}),Ne=({plan:t})=>e("section",{class:"card edge-x",children:[e("h2",{children:i("namedCertificates")}),t.certificatesNamed.length+t.certificates.length===0&&e("p",{class:"fine",children:i("unknown")}),e("ul",{class:"plain-list",children:[t.certificates.map(s=>e("li",{children:[e("a",{href:f(["certificates",s.name]),children:e(a,{children:s.name})})," ",s.skillStandards.length>0&&t.courses.length>0&&!X(t)&&e("a",{class:"button small",href:z(t.id,s.id),children:i("openFit")})]},s.id)),t.certificatesNamed.filter(s=>t.certificates.every(r=>r.name!==s)).map(s=>e("li",{children:e(a,{children:s})},s))]}),t.courses.length>0&&e(xe,{plan:t})]}),De=({plan:t})=>{let r=[[n("outcomes",{n:t.outcomes.length}),t.outcomes.map(o=>o.text)],[n("notes",{n:t.notes.length}),t.notes]].filter(([,o])=>o.length>0);return r.length===0?null:e("section",{class:"card quiet",children:r.map(([o,l])=>e("details",{class:"folded",children:[e("summary",{children:o}),e("ul",{class:"lead",children:l.map((h,v)=>e("li",{children:e(a,{children:h})},v))})]},o))})},Le=({leastOurs:t,mostOurs:s})=>t==null?null:{least:t,most:s??null};function Oe({stated:t},s){return t==null||!s?null:t<s.least||s.most!==null&&t>s.most?"differs":s.least===s.most?"same":"within"}var $e=new Set(["credits","hours","theoryHours","practiceHours"]);function je({total:t}){let s=Le(t),r=Oe(t,s);return e("tr",{children:[e("th",{scope:"row",children:[e(a,{children:t.label})," ",e("span",{class:"fine",children:t.scope==null?n("wholePlan"):e(a,{children:t.scope})})]}),e("td",{children:t.figure==null?w:$e.has(t.figure)?C("",t.figure):e("span",{class:"code",children:t.figure})}),e("td",{class:"number",children:y(t.stated)}),e("td",{class:"number",children:s?O(s):n("unknownFigure")}),e("td",{children:r&&e("span",{class:`tag total-${r}`,children:n(r)})})]})}function Ee({plan:t}){let s=P(ne,{id:t.id},u.value);return e(S,{answer:s,rows:2,children:({node:r})=>{let o=r&&"totals"in r?r.totals:null;return!o||o.nodes.length===0?null:e("section",{class:"card",children:[e("h2",{children:n("totals")}),e("p",{class:"lead",children:[n("totalsLead")," ",o.nodes.length<o.totalCount&&n("totalsCut",{a:o.nodes.length,b:o.totalCount})]}),e(L,{label:n("totals"),columns:[m(n("totalLabel")),m(n("figure")),g(n("stated")),g(n("ours")),m(n("result"))],children:o.nodes.map(l=>e(je,{total:l},l.id))})]})}})}var re=({plan:t})=>e(c,{children:[e(ke,{plan:t}),e("div",{class:"columns",children:[e("div",{children:t.courses.length>0?e(Te,{plan:t}):e("section",{class:"card dotted",children:e(T,{title:i("planNoCourses"),children:i("planNoCoursesHelp")})})}),e("div",{children:[e(Ne,{plan:t}),t.courses.length>0&&e(Ce,{plan:t}),e(De,{plan:t}),e(U,{sources:t.sources})]})]}),t.courses.length>0&&e(pe,{plan:t}),e(Ee,{plan:t})]});var x=[{name:"overview",word:"view_overview",Shows:re},{name:"board",word:"view_board",Shows:d(async()=>(await import("./board-HMBSI4PB.js")).Board)},{name:"rules",word:"view_rules",Shows:d(async()=>(await import("./rules-OUY3IYHZ.js")).Rules)},{name:"coverage",word:"view_coverage",Shows:d(async()=>(await import("./coverage-FZFVK6LL.js")).PlanCoverage)},{name:"embed",word:"view_embed",Shows:d(async()=>(await import("./embed-7PBPWOMH.js")).Embed)},{name:"portfolio",word:"view_portfolio",Shows:d(async()=>(await import("./portfolio-JRJML2G5.js")).PortfolioView)},{name:"schedule",word:"view_schedule",Shows:d(async()=>(await import("./schedule-BRRNEJD7.js")).ScheduleView)},{name:"credits",word:"view_credits",Shows:d(async()=>(await import("./credits-BLS7CTJX.js")).Credits)},{name:"versions",word:"view_versions",Shows:d(async()=>(await import("./versions-RV7L5OSB.js")).VersionsView)}],[ae]=x,Ve={sets:null,asOf:null,verdict:null,budget:null,lower:null,weekly:null,courses:null,weeks:null,lock:null,begin:null,order:null,before:null,after:null,body:null,job:null,accepted:null,levels:null,point:null,from:null},ie=({name:t})=>({...Ve,view:t===ae.name?null:t}),_e=({shown:t})=>e("nav",{class:"tabs","aria-label":n("views"),children:e("ul",{children:x.map(s=>e("li",{children:e("a",{href:_(ie(s)),"aria-current":s===t?"page":void 0,children:n(s.word)})},s.name))})}),Fe=({plan:t})=>e(c,{children:[t.status&&e("span",{class:"tag",children:n(t.status==="DRAFT"?"draft":"published")}),t.version!==null&&t.version!==void 0&&e("span",{class:"tag",children:n("versionOf",{n:t.version})}),t.revises&&e("a",{href:f(["plans",t.revises.id]),children:n("earlier",{n:t.revises.version??"?"})}),t.revisions.map(s=>e("a",{href:f(["plans",s.id]),children:n("later",{n:s.version??"?"})},s.id))]});function Ae({plan:t,title:s}){let{college:r,major:o}=t;return e(c,{children:[e(B,{slug:t.slug,items:[...r?.province?[{name:r.province.shortName,href:f(["provinces",r.province.code])}]:[],...r?[{name:r.name,href:q({name:r.name,code:r.code??null})}]:[{name:t.collegeName}],{name:s}]}),e("div",{class:"page-head",children:[e("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),e("div",{children:[e("p",{class:"lead",children:[i("plan")," \xB7 ",e(a,{children:t.collegeName})]}),e("h1",{children:e(a,{children:s})}),e("p",{class:"row",children:[e(K,{basis:t.basis,isLong:!0}),e(Fe,{plan:t}),o&&e("a",{href:k(o),children:[i("programme")," ",e(a,{children:o.name})]})]})]}),e(se,{plan:t})]}),t.basis==="ILLUSTRATIVE"&&e("p",{class:"lead",role:"note",children:n("madeUp")})]})}function Ie({plan:t}){let s=`${t.majorName} ${t.grade??""}`.trim();D(`${t.collegeName} ${s}`);let r=x.find(l=>l.name===V("view"))??ae;A(Object.fromEntries(x.map((l,h)=>[String(h+1),()=>F(ie(l))])));let{Shows:o}=r;return e(c,{children:[e(Ae,{plan:t,title:s}),e(_e,{shown:r}),e(ee,{plan:t}),e(o,{plan:t})]})}function oe(){return D(i("NOT_FOUND")),e(c,{children:[e("h1",{children:i("plan")}),e(T,{title:n("hidden"),children:n("hiddenHelp")}),e(Y,{})]})}function Ct({parts:[t=""]}){let s=P(te,{id:t},u.value);return s.error?.code==="NOT_FOUND"?e(oe,{}):e(S,{isPage:!0,answer:s,children:({node:r})=>r?.__typename==="TrainingPlan"?e(Ie,{plan:r}):e(oe,{})})}export{Ct as PlanPage};
