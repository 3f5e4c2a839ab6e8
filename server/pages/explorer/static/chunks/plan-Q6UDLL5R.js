import{b as re}from"./chunk-SIDCY2HS.js";import{a as w,b as N,c as h,e as se}from"./chunk-4KCG46QY.js";import{a as x,f as te,h as ne}from"./chunk-XSABKXRR.js";import{a as n,b as C}from"./chunk-ZOBTOEIJ.js";import{a as ee}from"./chunk-NC5B7XTI.js";import{a as d}from"./chunk-ZJ34WFBY.js";import{a as J}from"./chunk-B64O7GDT.js";import{a as u,b as g,c as $}from"./chunk-QLKZOE7K.js";import{b as X}from"./chunk-YGWZ3QDT.js";import{a as Z}from"./chunk-FRMJKK5V.js";import{b as m}from"./chunk-YIM5KQLF.js";import"./chunk-KTT2CUQG.js";import"./chunk-R7475BRU.js";import{d as M}from"./chunk-HPELZMYI.js";import{f as I}from"./chunk-244XZC32.js";import{e as a,o as G,r as q,s as S,t as z,u as Y}from"./chunk-JPVBINGJ.js";import{a as O,e as T,h as k}from"./chunk-EQ2KXV2Y.js";import{a as s}from"./chunk-ZYMBPWGF.js";import{a as H,i as P,k as W}from"./chunk-E4WSAS5T.js";import{c as i,d as Q,e as U,i as B,k as K}from"./chunk-NJFYPPOQ.js";import{b as c,d as b,o as F,r as V,t as f,u as A,z as R}from"./chunk-ORRHCIBS.js";var oe=`query PlanPage($id: ID!) {
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
`;var ge=["xlsx","docx"];async function we(e,t){let r={"accept-language":F.peek()==="en"?"en":"zh-CN",...m.peek()&&{authorization:`Bearer ${m.peek()}`}},o=await fetch(`/tables/training-plan.${t}?${new URLSearchParams({plan:e})}`,{headers:r});if(o.ok)return{content:await o.blob(),lost:Number(o.headers.get("oneplusx-values-lost")??0)};let{errors:l}=await o.json().catch(()=>({}));throw new H(l?.[0]?.extensions?.code??"NO_ANSWER",l?.[0]?.message??`HTTP ${o.status}`)}function ae({plan:e}){let[t,r]=b(""),[o,l]=b(null),[y,v]=b(!1),pe=async p=>{let j=`${e.majorName}${e.grade??""}.${p}`;v(!0),l(null),r(n("exporting"));try{let{content:E,lost:_}=await we(e.id,p);M(j,E),r([n("exported",{name:j}),_>0&&n("exportLost",{n:_})].filter(Boolean).join(" \xB7 "))}catch(E){l(W(E)),r("")}v(!1)};return s("div",{class:"export",title:n("exportHelp"),children:[s("p",{class:"row",children:[s("span",{class:"fine",children:n("exportAs")}),ge.map(p=>s("button",{type:"button",class:"button small",disabled:y,onClick:()=>void pe(p),children:p.toUpperCase()},p))]}),s("p",{class:"fine",role:"status",children:t}),o&&s(Z,{error:o})]})}var ie=`query PlanTotals($id: ID!) {
  node(id: $id) {
    ... on TrainingPlan {
      totals(first: 100) { totalCount nodes { id label scope figure stated leastOurs mostOurs place } }
    }
  }
}
`;var ye=d(async()=>(await import("./head-editing-5PKEIW66.js")).HeadEditing),ve=d(async()=>(await import("./choice-editing-PBNPUTS4.js")).ChoiceEditing),be=d(async()=>(await import("./course-outcomes-HJ325CZR.js")).CourseOutcomes),Pe=({courseNature:e,nature:t})=>e?C("",e):t?s(a,{children:t}):w,L=({durationWeeks:e})=>e==null?"":n("weeks",{n:e}),Te=e=>e.hours==null&&L(e)?L(e):h(e.hours),ke=({theoryHours:e,practiceHours:t})=>e==null&&t==null?w:`${h(e)} / ${h(t)}`;function Se(e){let t=[];for(let r of e){let o=t.at(-1);o&&Number(r)===Number(o[1])+1?o[1]=r:t.push([r,r])}return t.map(([r,o])=>r===o?r:`${r}\u2013${o}`)}function Ce(e){let[,t,r=""]=/^(\w+): (.+)$/.exec(e)??[];return t==="practice"?n("inPractice",{t:r}):t&&/^[\d.]+$/.test(r)?n("weeklyIn",{t,n:r}):e}var le=({terms:e,alternativeTerms:t,semesterText:r})=>[...Se(e),...t.map(o=>`(${o})`)].join("\u3001")||(r??"").split("; ").map(Ce).join("\u3001")||w,Ne=({line:e,plan:t})=>{let r=t.groups.find(o=>o.id===e.group?.id);return r?s("span",{class:"tag",children:[n("groupLine",{n:r.number}),e.option&&s(c,{children:[" ",s(a,{children:e.option})]})]}):null},xe=8,Le=({line:e,plan:t})=>s("tr",{children:[s("th",{scope:"row",children:[s(a,{children:e.name})," ",e.isCounted===!1&&s("span",{class:"tag",children:n("notCounted")})," ",s(Ne,{line:e,plan:t}),e.hours!=null&&L(e)&&s(c,{children:[" ",s("span",{class:"fine",children:L(e)})]})]}),s("td",{lang:"zh-CN",class:"text",children:e.moduleText??w}),s("td",{children:Pe(e)}),s("td",{class:"number",children:h(e.credits)}),s("td",{class:"number",children:Te(e)}),s("td",{class:"number",children:ke(e)}),s("td",{lang:"zh-CN",class:le(e).length>xe?"":"terms",children:le(e)})]}),De=({plan:e})=>s("section",{class:"card plan-courses",children:[s("h2",{children:i("planCourses",{n:U(e.courses.length)})}),s($,{label:n("lines"),columns:[u(i("course")),u(i("moduleColumn")),u(n("nature")),g(i("credits")),g(i("hours")),g(n("theoryPractice")),u(i("semester"))],children:e.courses.map(t=>s(Le,{line:t,plan:e},t.id))})]}),Ee=({standard:e,why:t})=>s(c,{children:[e.major?s("a",{href:S(e.major),children:[s(a,{children:e.major.name})," ",n("standardOf",{y:e.year})]}):n("standardOf",{y:e.year}),t&&s("span",{class:"fine standard-why",children:[" ",t]})]}),Oe=e=>[[n("majorCode"),e.majorCode&&s("span",{class:"code",children:e.majorCode})],[n("education"),e.educationLevel&&Q(e.educationLevel)],[n("years"),e.years==null?e.duration&&s(a,{children:e.duration}):n("yearsOf",{n:e.years})],[n("entryYear"),e.entryYear],[n("educationForm"),e.educationForm&&s(a,{children:e.educationForm})],[n("hoursPerWeek"),e.hoursPerWeek],[n("completeness"),e.completeness&&C("",e.completeness==="FRAGMENT"&&e.courses.length===0?"FRAGMENT_BARE":e.completeness)],[n("baseStandard"),e.baseStandard&&s(Ee,{standard:e.baseStandard,why:e.baseStandardLink?.sourceNote&&J(e.baseStandardLink.sourceNote,e.baseStandardLink.sourceNoteLabel)})]],$e=({plan:e})=>s("section",{class:"card",children:[s("h2",{children:n("facts")}),s("dl",{class:"facts-row",children:Oe(e).map(([t,r])=>s("div",{children:[s("dt",{children:t}),s("dd",{children:r??s("span",{class:"fine",children:n("silent")})})]},t))}),x(e)&&s(ye,{plan:e},e.id)]}),je=({plan:e})=>s("section",{class:"card",children:[s("h2",{children:n("groups")}),s("p",{class:"lead",children:n("creditsTaken",{n:N(ne(e.courses,e.groups))})}),e.groups.length===0&&s("p",{class:"fine",children:n("groupsNone")}),s("ul",{class:"plain-list",children:e.groups.map(t=>{let r=e.courses.filter(o=>o.group?.id===t.id);return s("li",{children:[s("b",{children:n("groupLine",{n:t.number})})," ",se(t,r)," ",s(a,{children:t.label})," ",s("span",{class:"fine number",children:[n("credits")," ",N(te(t,r))]}),s("details",{class:"folded",children:[s("summary",{children:n("ofThem",{n:r.length})}),s("p",{class:"lead",children:s(a,{children:r.map(o=>o.name).join("\u3001")})})]})]},t.id)})}),x(e)&&s(ve,{plan:e},e.id)]}),_e=({plan:e})=>s(c,{children:[s("h3",{children:n("targets")}),e.targetCertificates.length===0&&s("p",{class:"fine",children:n("targetsNone")}),s("ul",{class:"plain-list",children:e.targetCertificates.map(t=>s("li",{children:[s(a,{children:t.name})," ",t.level?i(t.level):s(a,{children:t.levelText})," ",t.semesters.length>0&&s("span",{class:"fine",children:n("inTerms",{t:K(t.semesters)})})," ",t.issuer&&s("span",{class:"fine",children:s(a,{children:t.issuer})})]},t.id))})]}),Fe=({plan:e})=>s("section",{class:"card edge-x",children:[s("h2",{children:i("namedCertificates")}),e.certificatesNamed.length+e.certificates.length===0&&s("p",{class:"fine",children:i("unknown")}),s("ul",{class:"plain-list",children:[e.certificates.map(t=>s("li",{children:[s("a",{href:f(["certificates",t.name]),children:s(a,{children:t.name})})," ",t.skillStandards.length>0&&e.courses.length>0&&!x(e)&&s("a",{class:"button small",href:Y(e.id,t.id),children:i("openFit")})]},t.id)),e.certificatesNamed.filter(t=>e.certificates.every(r=>r.name!==t)).map(t=>s("li",{children:s(a,{children:t})},t))]}),e.courses.length>0&&s(_e,{plan:e})]}),Ve=({plan:e})=>{let r=[[n("outcomes",{n:e.outcomes.length}),e.outcomes.map(o=>o.text)],[n("notes",{n:e.notes.length}),e.notes]].filter(([,o])=>o.length>0);return r.length===0?null:s("section",{class:"card quiet",children:r.map(([o,l])=>s("details",{class:"folded",children:[s("summary",{children:o}),s("ul",{class:"lead",children:l.map((y,v)=>s("li",{children:s(a,{children:y})},v))})]},o))})},Ae=({leastOurs:e,mostOurs:t})=>e==null?null:{least:e,most:t??null};function Re({stated:e},t){return e==null||!t?null:e<t.least||t.most!==null&&e>t.most?"differs":t.least===t.most?"same":"within"}var Ie=new Set(["credits","hours","theoryHours","practiceHours"]);function He({total:e}){let t=Ae(e),r=Re(e,t);return s("tr",{children:[s("th",{scope:"row",children:[s(a,{children:e.label})," ",s("span",{class:"fine",children:e.scope==null?n("wholePlan"):s(a,{children:e.scope})})]}),s("td",{children:e.figure==null?w:e.figure==="weeks"?n("totalWeeks"):Ie.has(e.figure)?C("",e.figure):s("span",{class:"code",children:e.figure})}),s("td",{class:"number",children:h(e.stated)}),s("td",{class:"number",children:t?N(t):n("unknownFigure")}),s("td",{children:r&&s("span",{class:`tag total-${r}`,children:n(r)})})]})}function We({plan:e}){let t=P(ie,{id:e.id},m.value);return s(k,{answer:t,rows:2,children:({node:r})=>{let o=r&&"totals"in r?r.totals:null;return!o||o.nodes.length===0?null:s("section",{class:"card",children:[s("h2",{children:n("totals")}),s("p",{class:"lead",children:B(n("totalsLead"),o.nodes.length<o.totalCount?n("totalsCut",{a:o.nodes.length,b:o.totalCount}):"")}),s($,{label:n("totals"),columns:[u(n("totalLabel")),u(n("figure")),g(n("stated")),g(n("ours")),u(n("result"))],children:o.nodes.map(l=>s(He,{total:l},l.id))})]})}})}var de=({plan:e})=>s(c,{children:[s($e,{plan:e}),s("div",{class:"columns",children:[s("div",{children:e.courses.length>0?s(De,{plan:e}):s("section",{class:"card dotted",children:s(T,{title:i("planNoCourses"),children:i("planNoCoursesHelp")})})}),s("div",{children:[s(Fe,{plan:e}),e.courses.length>0&&s(je,{plan:e}),s(Ve,{plan:e}),s(G,{sources:e.sources})]})]}),e.courses.length>0&&s(be,{plan:e}),s(We,{plan:e})]});var D=[{name:"overview",word:"view_overview",Shows:de},{name:"board",word:"view_board",Shows:d(async()=>(await import("./board-HIHOOPKG.js")).Board)},{name:"rules",word:"view_rules",Shows:d(async()=>(await import("./rules-KVWBKBXF.js")).Rules)},{name:"coverage",word:"view_coverage",Shows:d(async()=>(await import("./coverage-BMFUW6MD.js")).PlanCoverage)},{name:"embed",word:"view_embed",Shows:d(async()=>(await import("./embed-4WVBLPUC.js")).Embed)},{name:"portfolio",word:"view_portfolio",Shows:d(async()=>(await import("./portfolio-HXVMFA3N.js")).PortfolioView)},{name:"schedule",word:"view_schedule",Shows:d(async()=>(await import("./schedule-3QWWLVJL.js")).ScheduleView)},{name:"credits",word:"view_credits",Shows:d(async()=>(await import("./credits-3FNVEBT3.js")).Credits)},{name:"versions",word:"view_versions",Shows:d(async()=>(await import("./versions-W77SDQ5L.js")).VersionsView)}],[ue]=D,Qe={sets:null,asOf:null,verdict:null,budget:null,lower:null,weekly:null,courses:null,weeks:null,lock:null,begin:null,order:null,before:null,after:null,body:null,free:null,without:null,covering:null,covered:null,job:null,accepted:null,levels:null,point:null,from:null,fill:null},me=({name:e})=>({...Qe,view:e===ue.name?null:e}),Ue=({shown:e})=>s("nav",{class:"tabs","aria-label":n("views"),children:s("ul",{children:D.map(t=>s("li",{children:s("a",{href:A(me(t)),"aria-current":t===e?"page":void 0,children:n(t.word)})},t.name))})}),Be=({plan:e})=>s(c,{children:[e.status&&s("span",{class:"tag",children:n(e.status==="DRAFT"?"draft":"published")}),e.version!==null&&e.version!==void 0&&s("span",{class:"tag",children:n("versionOf",{n:e.version})}),e.revises&&s("a",{href:f(["plans",e.revises.id]),children:n("earlier",{n:e.revises.version??"?"})}),e.revisions.map(t=>s("a",{href:f(["plans",t.id]),children:n("later",{n:t.version??"?"})},t.id))]}),Ke=({plan:{college:e,collegeName:t}})=>e&&e.name!==t?s(c,{children:[n("filedUnder")," ",s(a,{children:e.name})," \xB7 ",n("printedCollege")," ",s(a,{children:t})]}):s(a,{children:t});function Ge({plan:e,title:t}){let{college:r,major:o}=e;return s(c,{children:[s(q,{slug:e.slug,items:[...r?.province?[{name:r.province.shortName,href:f(["provinces",r.province.code])}]:[],...r?[{name:r.name,href:z({name:r.name,code:r.code??null})}]:[{name:e.collegeName}],{name:t}]}),s("div",{class:"page-head",children:[s("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),s("div",{children:[s("p",{class:"lead",children:[i("plan")," \xB7 ",s(Ke,{plan:e})]}),s("h1",{children:s(a,{children:t})}),s("p",{class:"row",children:[s(ee,{plan:e,isLong:!0}),s(Be,{plan:e}),o&&s("a",{href:S(o),children:[i("programme")," ",s(a,{children:o.name})]})]})]}),s(ae,{plan:e})]}),e.basis==="ILLUSTRATIVE"&&s("p",{class:"lead",role:"note",children:n("madeUp")})]})}function qe({plan:e}){let t=`${e.majorName} ${e.grade??""}`.trim();O(`${e.collegeName} ${t}`);let r=D.find(l=>l.name===V("view"))??ue;I(Object.fromEntries(D.map((l,y)=>[String(y+1),()=>R(me(l))])));let{Shows:o}=r;return s(c,{children:[s(Ge,{plan:e,title:t}),s(Ue,{shown:r}),s(re,{plan:e}),s(o,{plan:e})]})}function ce(){return O(i("NOT_FOUND")),s(c,{children:[s("h1",{children:i("plan")}),s(T,{title:n("hidden"),children:n("hiddenHelp")}),s(X,{})]})}function Vs({parts:[e=""]}){let t=P(oe,{id:e},m.value);return t.error?.code==="NOT_FOUND"?s(ce,{}):s(k,{isPage:!0,answer:t,children:({node:r})=>r?.__typename==="TrainingPlan"?s(qe,{plan:r}):s(ce,{})})}export{Vs as PlanPage};
