import{b as ne}from"./chunk-AENW7VAT.js";import{a as ee}from"./chunk-BDMHX2AJ.js";import{a as w,b as O,c as h,e as te}from"./chunk-ECYRFOVG.js";import{a as $,d as se}from"./chunk-QVVN5T3Z.js";import{a as n,b as C}from"./chunk-QAG6YIJ7.js";import{a as u}from"./chunk-2WLPVGFH.js";import{b as X}from"./chunk-M5FGAPAO.js";import{a as J}from"./chunk-B64O7GDT.js";import{d as M}from"./chunk-52FS4KZJ.js";import{a as Z}from"./chunk-XJVQNRW2.js";import{b as m}from"./chunk-KITBNYZP.js";import"./chunk-RNXCYMV7.js";import"./chunk-R7475BRU.js";import{f as I}from"./chunk-244XZC32.js";import{a as c,b as g,c as E}from"./chunk-CYHIZ6H7.js";import{A as Y,a as D,d as T,g as k,l as a,u as G,x as q,y as S,z}from"./chunk-UZPVGEH3.js";import{a as t}from"./chunk-ZYMBPWGF.js";import{c as i,d as Q,e as U,i as B,k as K}from"./chunk-XAUTWX4V.js";import{a as H,i as P,k as W}from"./chunk-E4WSAS5T.js";import{b as d,d as b,o as F,r as V,t as f,u as A,z as R}from"./chunk-ORRHCIBS.js";var re=`query PlanPage($id: ID!) {
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
      major { edition majorKey: code name teachingStandards { id year duration } }
      baseStandard { id year duration major { edition majorKey: code name } }
      baseStandardLink { sourceNote sourceNoteLabel }
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
        module
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
`;var fe=["xlsx","docx"];async function ge(e,s){let r={"accept-language":F.peek()==="en"?"en":"zh-CN",...m.peek()&&{authorization:`Bearer ${m.peek()}`}},o=await fetch(`/tables/training-plan.${s}?${new URLSearchParams({plan:e})}`,{headers:r});if(o.ok)return{content:await o.blob(),lost:Number(o.headers.get("oneplusx-values-lost")??0)};let{errors:l}=await o.json().catch(()=>({}));throw new H(l?.[0]?.extensions?.code??"NO_ANSWER",l?.[0]?.message??`HTTP ${o.status}`)}function oe({plan:e}){let[s,r]=b(""),[o,l]=b(null),[y,v]=b(!1),me=async p=>{let j=`${e.majorName}${e.grade??""}.${p}`;v(!0),l(null),r(n("exporting"));try{let{content:L,lost:_}=await ge(e.id,p);M(j,L),r([n("exported",{name:j}),_>0&&n("exportLost",{n:_})].filter(Boolean).join(" \xB7 "))}catch(L){l(W(L)),r("")}v(!1)};return t("div",{class:"export",title:n("exportHelp"),children:[t("p",{class:"row",children:[t("span",{class:"fine",children:n("exportAs")}),fe.map(p=>t("button",{type:"button",class:"button small",disabled:y,onClick:()=>void me(p),children:p.toUpperCase()},p))]}),t("p",{class:"fine",role:"status",children:s}),o&&t(Z,{error:o})]})}var ae=`query PlanTotals($id: ID!) {
  node(id: $id) {
    ... on TrainingPlan {
      totals(first: 100) { totalCount nodes { id label scope figure stated leastOurs mostOurs place } }
    }
  }
}
`;var he=u(async()=>(await import("./head-editing-6FDNYFOO.js")).HeadEditing),ye=u(async()=>(await import("./course-outcomes-IQITTL4K.js")).CourseOutcomes),ve=({courseNature:e,nature:s})=>e?C("",e):s?t(a,{children:s}):w,N=({durationWeeks:e})=>e==null?"":n("weeks",{n:e}),be=e=>e.hours==null&&N(e)?N(e):h(e.hours),Pe=({theoryHours:e,practiceHours:s})=>e==null&&s==null?w:`${h(e)} / ${h(s)}`;function Te(e){let s=[];for(let r of e){let o=s.at(-1);o&&Number(r)===Number(o[1])+1?o[1]=r:s.push([r,r])}return s.map(([r,o])=>r===o?r:`${r}\u2013${o}`)}function ke(e){let[,s,r=""]=/^(\w+): (.+)$/.exec(e)??[];return s==="practice"?n("inPractice",{t:r}):s&&/^[\d.]+$/.test(r)?n("weeklyIn",{t:s,n:r}):e}var ie=({terms:e,alternativeTerms:s,semesterText:r})=>[...Te(e),...s.map(o=>`(${o})`)].join("\u3001")||(r??"").split("; ").map(ke).join("\u3001")||w,Se=({line:e,plan:s})=>{let r=s.groups.find(o=>o.id===e.group?.id);return r?t("span",{class:"tag",children:[n("groupLine",{n:r.number}),e.option&&t(d,{children:[" ",t(a,{children:e.option})]})]}):null},Ce=8,Ne=({line:e,plan:s})=>t("tr",{children:[t("th",{scope:"row",children:[t(a,{children:e.name})," ",e.isCounted===!1&&t("span",{class:"tag",children:n("notCounted")})," ",t(Se,{line:e,plan:s}),e.hours!=null&&N(e)&&t(d,{children:[" ",t("span",{class:"fine",children:N(e)})]})]}),t("td",{lang:"zh-CN",class:"text",children:e.moduleText??w}),t("td",{children:ve(e)}),t("td",{class:"number",children:h(e.credits)}),t("td",{class:"number",children:be(e)}),t("td",{class:"number",children:Pe(e)}),t("td",{lang:"zh-CN",class:ie(e).length>Ce?"":"terms",children:ie(e)})]}),xe=({plan:e})=>t("section",{class:"card plan-courses",children:[t("h2",{children:i("planCourses",{n:U(e.courses.length)})}),t(E,{label:n("lines"),columns:[c(i("course")),c(i("moduleColumn")),c(n("nature")),g(i("credits")),g(i("hours")),g(n("theoryPractice")),c(i("semester"))],children:e.courses.map(s=>t(Ne,{line:s,plan:e},s.id))})]}),Le=({standard:e,why:s})=>t(d,{children:[e.major?t("a",{href:S(e.major),children:[t(a,{children:e.major.name})," ",n("standardOf",{y:e.year})]}):n("standardOf",{y:e.year}),s&&t("span",{class:"fine standard-why",children:[" ",s]})]}),De=e=>[[n("majorCode"),e.majorCode&&t("span",{class:"code",children:e.majorCode})],[n("education"),e.educationLevel&&Q(e.educationLevel)],[n("years"),e.years==null?e.duration&&t(a,{children:e.duration}):n("yearsOf",{n:e.years})],[n("entryYear"),e.entryYear],[n("educationForm"),e.educationForm&&t(a,{children:e.educationForm})],[n("hoursPerWeek"),e.hoursPerWeek],[n("completeness"),e.completeness&&C("",e.completeness==="FRAGMENT"&&e.courses.length===0?"FRAGMENT_BARE":e.completeness)],[n("baseStandard"),e.baseStandard&&t(Le,{standard:e.baseStandard,why:e.baseStandardLink?.sourceNote&&J(e.baseStandardLink.sourceNote,e.baseStandardLink.sourceNoteLabel)})]],Ee=({plan:e})=>t("section",{class:"card",children:[t("h2",{children:n("facts")}),t("dl",{class:"facts-row",children:De(e).map(([s,r])=>t("div",{children:[t("dt",{children:s}),t("dd",{children:r??t("span",{class:"fine",children:n("silent")})})]},s))}),$(e)&&t(he,{plan:e},e.id)]}),Oe=({plan:e})=>t("section",{class:"card",children:[t("h2",{children:n("groups")}),e.groups.length===0&&t("p",{class:"fine",children:n("groupsNone")}),t("ul",{class:"plain-list",children:e.groups.map(s=>{let r=e.courses.filter(o=>o.group?.id===s.id);return t("li",{children:[t("b",{children:n("groupLine",{n:s.number})})," ",te(s,r.length)," ",t(a,{children:s.label})," ",t("span",{class:"fine number",children:[n("credits")," ",O(se(s,r))]}),t("details",{class:"folded",children:[t("summary",{children:n("ofThem",{n:r.length})}),t("p",{class:"lead",children:t(a,{children:r.map(o=>o.name).join("\u3001")})})]})]},s.id)})})]}),$e=({plan:e})=>t(d,{children:[t("h3",{children:n("targets")}),e.targetCertificates.length===0&&t("p",{class:"fine",children:n("targetsNone")}),t("ul",{class:"plain-list",children:e.targetCertificates.map(s=>t("li",{children:[t(a,{children:s.name})," ",s.level?i(s.level):t(a,{children:s.levelText})," ",s.semesters.length>0&&t("span",{class:"fine",children:n("inTerms",{t:K(s.semesters)})})," ",s.issuer&&t("span",{class:"fine",children:t(a,{children:s.issuer})})]},s.id))})]}),je=({plan:e})=>t("section",{class:"card edge-x",children:[t("h2",{children:i("namedCertificates")}),e.certificatesNamed.length+e.certificates.length===0&&t("p",{class:"fine",children:i("unknown")}),t("ul",{class:"plain-list",children:[e.certificates.map(s=>t("li",{children:[t("a",{href:f(["certificates",s.name]),children:t(a,{children:s.name})})," ",s.skillStandards.length>0&&e.courses.length>0&&!$(e)&&t("a",{class:"button small",href:Y(e.id,s.id),children:i("openFit")})]},s.id)),e.certificatesNamed.filter(s=>e.certificates.every(r=>r.name!==s)).map(s=>t("li",{children:t(a,{children:s})},s))]}),e.courses.length>0&&t($e,{plan:e})]}),_e=({plan:e})=>{let r=[[n("outcomes",{n:e.outcomes.length}),e.outcomes.map(o=>o.text)],[n("notes",{n:e.notes.length}),e.notes]].filter(([,o])=>o.length>0);return r.length===0?null:t("section",{class:"card quiet",children:r.map(([o,l])=>t("details",{class:"folded",children:[t("summary",{children:o}),t("ul",{class:"lead",children:l.map((y,v)=>t("li",{children:t(a,{children:y})},v))})]},o))})},Fe=({leastOurs:e,mostOurs:s})=>e==null?null:{least:e,most:s??null};function Ve({stated:e},s){return e==null||!s?null:e<s.least||s.most!==null&&e>s.most?"differs":s.least===s.most?"same":"within"}var Ae=new Set(["credits","hours","theoryHours","practiceHours"]);function Re({total:e}){let s=Fe(e),r=Ve(e,s);return t("tr",{children:[t("th",{scope:"row",children:[t(a,{children:e.label})," ",t("span",{class:"fine",children:e.scope==null?n("wholePlan"):t(a,{children:e.scope})})]}),t("td",{children:e.figure==null?w:Ae.has(e.figure)?C("",e.figure):t("span",{class:"code",children:e.figure})}),t("td",{class:"number",children:h(e.stated)}),t("td",{class:"number",children:s?O(s):n("unknownFigure")}),t("td",{children:r&&t("span",{class:`tag total-${r}`,children:n(r)})})]})}function Ie({plan:e}){let s=P(ae,{id:e.id},m.value);return t(k,{answer:s,rows:2,children:({node:r})=>{let o=r&&"totals"in r?r.totals:null;return!o||o.nodes.length===0?null:t("section",{class:"card",children:[t("h2",{children:n("totals")}),t("p",{class:"lead",children:B(n("totalsLead"),o.nodes.length<o.totalCount?n("totalsCut",{a:o.nodes.length,b:o.totalCount}):"")}),t(E,{label:n("totals"),columns:[c(n("totalLabel")),c(n("figure")),g(n("stated")),g(n("ours")),c(n("result"))],children:o.nodes.map(l=>t(Re,{total:l},l.id))})]})}})}var le=({plan:e})=>t(d,{children:[t(Ee,{plan:e}),t("div",{class:"columns",children:[t("div",{children:e.courses.length>0?t(xe,{plan:e}):t("section",{class:"card dotted",children:t(T,{title:i("planNoCourses"),children:i("planNoCoursesHelp")})})}),t("div",{children:[t(je,{plan:e}),e.courses.length>0&&t(Oe,{plan:e}),t(_e,{plan:e}),t(G,{sources:e.sources})]})]}),e.courses.length>0&&t(ye,{plan:e}),t(Ie,{plan:e})]});var x=[{name:"overview",word:"view_overview",Shows:le},{name:"board",word:"view_board",Shows:u(async()=>(await import("./board-U4BL2RNR.js")).Board)},{name:"rules",word:"view_rules",Shows:u(async()=>(await import("./rules-WLEGE3RD.js")).Rules)},{name:"coverage",word:"view_coverage",Shows:u(async()=>(await import("./coverage-WGVUETET.js")).PlanCoverage)},{name:"embed",word:"view_embed",Shows:u(async()=>(await import("./embed-WHB2AXL3.js")).Embed)},{name:"portfolio",word:"view_portfolio",Shows:u(async()=>(await import("./portfolio-C4VHOILB.js")).PortfolioView)},{name:"schedule",word:"view_schedule",Shows:u(async()=>(await import("./schedule-7XBLTZ4L.js")).ScheduleView)},{name:"credits",word:"view_credits",Shows:u(async()=>(await import("./credits-BW3NCJGR.js")).Credits)},{name:"versions",word:"view_versions",Shows:u(async()=>(await import("./versions-7GYRML4X.js")).VersionsView)}],[ue]=x,He={sets:null,asOf:null,verdict:null,budget:null,lower:null,weekly:null,courses:null,weeks:null,lock:null,begin:null,order:null,before:null,after:null,body:null,free:null,without:null,job:null,accepted:null,levels:null,point:null,from:null,fill:null},ce=({name:e})=>({...He,view:e===ue.name?null:e}),We=({shown:e})=>t("nav",{class:"tabs","aria-label":n("views"),children:t("ul",{children:x.map(s=>t("li",{children:t("a",{href:A(ce(s)),"aria-current":s===e?"page":void 0,children:n(s.word)})},s.name))})}),Qe=({plan:e})=>t(d,{children:[e.status&&t("span",{class:"tag",children:n(e.status==="DRAFT"?"draft":"published")}),e.version!==null&&e.version!==void 0&&t("span",{class:"tag",children:n("versionOf",{n:e.version})}),e.revises&&t("a",{href:f(["plans",e.revises.id]),children:n("earlier",{n:e.revises.version??"?"})}),e.revisions.map(s=>t("a",{href:f(["plans",s.id]),children:n("later",{n:s.version??"?"})},s.id))]}),Ue=({plan:{college:e,collegeName:s}})=>e&&e.name!==s?t(d,{children:[n("filedUnder")," ",t(a,{children:e.name})," \xB7 ",n("printedCollege")," ",t(a,{children:s})]}):t(a,{children:s});function Be({plan:e,title:s}){let{college:r,major:o}=e;return t(d,{children:[t(q,{slug:e.slug,items:[...r?.province?[{name:r.province.shortName,href:f(["provinces",r.province.code])}]:[],...r?[{name:r.name,href:z({name:r.name,code:r.code??null})}]:[{name:e.collegeName}],{name:s}]}),t("div",{class:"page-head",children:[t("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),t("div",{children:[t("p",{class:"lead",children:[i("plan")," \xB7 ",t(Ue,{plan:e})]}),t("h1",{children:t(a,{children:s})}),t("p",{class:"row",children:[t(ee,{plan:e,isLong:!0}),t(Qe,{plan:e}),o&&t("a",{href:S(o),children:[i("programme")," ",t(a,{children:o.name})]})]})]}),t(oe,{plan:e})]}),e.basis==="ILLUSTRATIVE"&&t("p",{class:"lead",role:"note",children:n("madeUp")})]})}function Ke({plan:e}){let s=`${e.majorName} ${e.grade??""}`.trim();D(`${e.collegeName} ${s}`);let r=x.find(l=>l.name===V("view"))??ue;I(Object.fromEntries(x.map((l,y)=>[String(y+1),()=>R(ce(l))])));let{Shows:o}=r;return t(d,{children:[t(Be,{plan:e,title:s}),t(We,{shown:r}),t(ne,{plan:e}),t(o,{plan:e})]})}function de(){return D(i("NOT_FOUND")),t(d,{children:[t("h1",{children:i("plan")}),t(T,{title:n("hidden"),children:n("hiddenHelp")}),t(X,{})]})}function _t({parts:[e=""]}){let s=P(re,{id:e},m.value);return s.error?.code==="NOT_FOUND"?t(de,{}):t(k,{isPage:!0,answer:s,children:({node:r})=>r?.__typename==="TrainingPlan"?t(Ke,{plan:r}):t(de,{})})}export{_t as PlanPage};
