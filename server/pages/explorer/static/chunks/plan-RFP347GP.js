import{b as re}from"./chunk-ENQYZO7Q.js";import{a as ee}from"./chunk-5PIJRAJI.js";import{a as w,b as N,c as h,e as te}from"./chunk-Z7YQKNX7.js";import{a as x,d as se,f as ne}from"./chunk-IBLUQ7PP.js";import{a as n,b as C}from"./chunk-GLXH3XOM.js";import{a as d}from"./chunk-7G3ZNHFF.js";import{a as J}from"./chunk-B64O7GDT.js";import{b as X}from"./chunk-UZWJJE5J.js";import{d as M}from"./chunk-E5ZLBKB3.js";import{a as Z}from"./chunk-ZXGRKEZV.js";import{b as m}from"./chunk-KITBNYZP.js";import"./chunk-RNXCYMV7.js";import"./chunk-R7475BRU.js";import{f as I}from"./chunk-244XZC32.js";import{a as u,b as g,c as $}from"./chunk-2AQWQGMZ.js";import{A as S,B as z,C as Y,a as O,e as T,h as k,m as a,w as G,z as q}from"./chunk-XW7K6HML.js";import{a as t}from"./chunk-ZYMBPWGF.js";import{c as i,d as Q,e as U,i as B,k as K}from"./chunk-AUMJPY7B.js";import{a as H,i as P,k as W}from"./chunk-E4WSAS5T.js";import{b as c,d as b,o as F,r as V,t as f,u as A,z as R}from"./chunk-ORRHCIBS.js";var oe=`query PlanPage($id: ID!) {
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
`;var ge=["xlsx","docx"];async function we(e,s){let r={"accept-language":F.peek()==="en"?"en":"zh-CN",...m.peek()&&{authorization:`Bearer ${m.peek()}`}},o=await fetch(`/tables/training-plan.${s}?${new URLSearchParams({plan:e})}`,{headers:r});if(o.ok)return{content:await o.blob(),lost:Number(o.headers.get("oneplusx-values-lost")??0)};let{errors:l}=await o.json().catch(()=>({}));throw new H(l?.[0]?.extensions?.code??"NO_ANSWER",l?.[0]?.message??`HTTP ${o.status}`)}function ae({plan:e}){let[s,r]=b(""),[o,l]=b(null),[y,v]=b(!1),pe=async p=>{let j=`${e.majorName}${e.grade??""}.${p}`;v(!0),l(null),r(n("exporting"));try{let{content:E,lost:_}=await we(e.id,p);M(j,E),r([n("exported",{name:j}),_>0&&n("exportLost",{n:_})].filter(Boolean).join(" \xB7 "))}catch(E){l(W(E)),r("")}v(!1)};return t("div",{class:"export",title:n("exportHelp"),children:[t("p",{class:"row",children:[t("span",{class:"fine",children:n("exportAs")}),ge.map(p=>t("button",{type:"button",class:"button small",disabled:y,onClick:()=>void pe(p),children:p.toUpperCase()},p))]}),t("p",{class:"fine",role:"status",children:s}),o&&t(Z,{error:o})]})}var ie=`query PlanTotals($id: ID!) {
  node(id: $id) {
    ... on TrainingPlan {
      totals(first: 100) { totalCount nodes { id label scope figure stated leastOurs mostOurs place } }
    }
  }
}
`;var ye=d(async()=>(await import("./head-editing-33GDFNFI.js")).HeadEditing),ve=d(async()=>(await import("./choice-editing-MQFUKP5N.js")).ChoiceEditing),be=d(async()=>(await import("./course-outcomes-USSO2YYV.js")).CourseOutcomes),Pe=({courseNature:e,nature:s})=>e?C("",e):s?t(a,{children:s}):w,L=({durationWeeks:e})=>e==null?"":n("weeks",{n:e}),Te=e=>e.hours==null&&L(e)?L(e):h(e.hours),ke=({theoryHours:e,practiceHours:s})=>e==null&&s==null?w:`${h(e)} / ${h(s)}`;function Se(e){let s=[];for(let r of e){let o=s.at(-1);o&&Number(r)===Number(o[1])+1?o[1]=r:s.push([r,r])}return s.map(([r,o])=>r===o?r:`${r}\u2013${o}`)}function Ce(e){let[,s,r=""]=/^(\w+): (.+)$/.exec(e)??[];return s==="practice"?n("inPractice",{t:r}):s&&/^[\d.]+$/.test(r)?n("weeklyIn",{t:s,n:r}):e}var le=({terms:e,alternativeTerms:s,semesterText:r})=>[...Se(e),...s.map(o=>`(${o})`)].join("\u3001")||(r??"").split("; ").map(Ce).join("\u3001")||w,Ne=({line:e,plan:s})=>{let r=s.groups.find(o=>o.id===e.group?.id);return r?t("span",{class:"tag",children:[n("groupLine",{n:r.number}),e.option&&t(c,{children:[" ",t(a,{children:e.option})]})]}):null},xe=8,Le=({line:e,plan:s})=>t("tr",{children:[t("th",{scope:"row",children:[t(a,{children:e.name})," ",e.isCounted===!1&&t("span",{class:"tag",children:n("notCounted")})," ",t(Ne,{line:e,plan:s}),e.hours!=null&&L(e)&&t(c,{children:[" ",t("span",{class:"fine",children:L(e)})]})]}),t("td",{lang:"zh-CN",class:"text",children:e.moduleText??w}),t("td",{children:Pe(e)}),t("td",{class:"number",children:h(e.credits)}),t("td",{class:"number",children:Te(e)}),t("td",{class:"number",children:ke(e)}),t("td",{lang:"zh-CN",class:le(e).length>xe?"":"terms",children:le(e)})]}),De=({plan:e})=>t("section",{class:"card plan-courses",children:[t("h2",{children:i("planCourses",{n:U(e.courses.length)})}),t($,{label:n("lines"),columns:[u(i("course")),u(i("moduleColumn")),u(n("nature")),g(i("credits")),g(i("hours")),g(n("theoryPractice")),u(i("semester"))],children:e.courses.map(s=>t(Le,{line:s,plan:e},s.id))})]}),Ee=({standard:e,why:s})=>t(c,{children:[e.major?t("a",{href:S(e.major),children:[t(a,{children:e.major.name})," ",n("standardOf",{y:e.year})]}):n("standardOf",{y:e.year}),s&&t("span",{class:"fine standard-why",children:[" ",s]})]}),Oe=e=>[[n("majorCode"),e.majorCode&&t("span",{class:"code",children:e.majorCode})],[n("education"),e.educationLevel&&Q(e.educationLevel)],[n("years"),e.years==null?e.duration&&t(a,{children:e.duration}):n("yearsOf",{n:e.years})],[n("entryYear"),e.entryYear],[n("educationForm"),e.educationForm&&t(a,{children:e.educationForm})],[n("hoursPerWeek"),e.hoursPerWeek],[n("completeness"),e.completeness&&C("",e.completeness==="FRAGMENT"&&e.courses.length===0?"FRAGMENT_BARE":e.completeness)],[n("baseStandard"),e.baseStandard&&t(Ee,{standard:e.baseStandard,why:e.baseStandardLink?.sourceNote&&J(e.baseStandardLink.sourceNote,e.baseStandardLink.sourceNoteLabel)})]],$e=({plan:e})=>t("section",{class:"card",children:[t("h2",{children:n("facts")}),t("dl",{class:"facts-row",children:Oe(e).map(([s,r])=>t("div",{children:[t("dt",{children:s}),t("dd",{children:r??t("span",{class:"fine",children:n("silent")})})]},s))}),x(e)&&t(ye,{plan:e},e.id)]}),je=({plan:e})=>t("section",{class:"card",children:[t("h2",{children:n("groups")}),t("p",{class:"lead",children:n("creditsTaken",{n:N(ne(e.courses,e.groups))})}),e.groups.length===0&&t("p",{class:"fine",children:n("groupsNone")}),t("ul",{class:"plain-list",children:e.groups.map(s=>{let r=e.courses.filter(o=>o.group?.id===s.id);return t("li",{children:[t("b",{children:n("groupLine",{n:s.number})})," ",te(s,r)," ",t(a,{children:s.label})," ",t("span",{class:"fine number",children:[n("credits")," ",N(se(s,r))]}),t("details",{class:"folded",children:[t("summary",{children:n("ofThem",{n:r.length})}),t("p",{class:"lead",children:t(a,{children:r.map(o=>o.name).join("\u3001")})})]})]},s.id)})}),x(e)&&t(ve,{plan:e},e.id)]}),_e=({plan:e})=>t(c,{children:[t("h3",{children:n("targets")}),e.targetCertificates.length===0&&t("p",{class:"fine",children:n("targetsNone")}),t("ul",{class:"plain-list",children:e.targetCertificates.map(s=>t("li",{children:[t(a,{children:s.name})," ",s.level?i(s.level):t(a,{children:s.levelText})," ",s.semesters.length>0&&t("span",{class:"fine",children:n("inTerms",{t:K(s.semesters)})})," ",s.issuer&&t("span",{class:"fine",children:t(a,{children:s.issuer})})]},s.id))})]}),Fe=({plan:e})=>t("section",{class:"card edge-x",children:[t("h2",{children:i("namedCertificates")}),e.certificatesNamed.length+e.certificates.length===0&&t("p",{class:"fine",children:i("unknown")}),t("ul",{class:"plain-list",children:[e.certificates.map(s=>t("li",{children:[t("a",{href:f(["certificates",s.name]),children:t(a,{children:s.name})})," ",s.skillStandards.length>0&&e.courses.length>0&&!x(e)&&t("a",{class:"button small",href:Y(e.id,s.id),children:i("openFit")})]},s.id)),e.certificatesNamed.filter(s=>e.certificates.every(r=>r.name!==s)).map(s=>t("li",{children:t(a,{children:s})},s))]}),e.courses.length>0&&t(_e,{plan:e})]}),Ve=({plan:e})=>{let r=[[n("outcomes",{n:e.outcomes.length}),e.outcomes.map(o=>o.text)],[n("notes",{n:e.notes.length}),e.notes]].filter(([,o])=>o.length>0);return r.length===0?null:t("section",{class:"card quiet",children:r.map(([o,l])=>t("details",{class:"folded",children:[t("summary",{children:o}),t("ul",{class:"lead",children:l.map((y,v)=>t("li",{children:t(a,{children:y})},v))})]},o))})},Ae=({leastOurs:e,mostOurs:s})=>e==null?null:{least:e,most:s??null};function Re({stated:e},s){return e==null||!s?null:e<s.least||s.most!==null&&e>s.most?"differs":s.least===s.most?"same":"within"}var Ie=new Set(["credits","hours","theoryHours","practiceHours"]);function He({total:e}){let s=Ae(e),r=Re(e,s);return t("tr",{children:[t("th",{scope:"row",children:[t(a,{children:e.label})," ",t("span",{class:"fine",children:e.scope==null?n("wholePlan"):t(a,{children:e.scope})})]}),t("td",{children:e.figure==null?w:Ie.has(e.figure)?C("",e.figure):t("span",{class:"code",children:e.figure})}),t("td",{class:"number",children:h(e.stated)}),t("td",{class:"number",children:s?N(s):n("unknownFigure")}),t("td",{children:r&&t("span",{class:`tag total-${r}`,children:n(r)})})]})}function We({plan:e}){let s=P(ie,{id:e.id},m.value);return t(k,{answer:s,rows:2,children:({node:r})=>{let o=r&&"totals"in r?r.totals:null;return!o||o.nodes.length===0?null:t("section",{class:"card",children:[t("h2",{children:n("totals")}),t("p",{class:"lead",children:B(n("totalsLead"),o.nodes.length<o.totalCount?n("totalsCut",{a:o.nodes.length,b:o.totalCount}):"")}),t($,{label:n("totals"),columns:[u(n("totalLabel")),u(n("figure")),g(n("stated")),g(n("ours")),u(n("result"))],children:o.nodes.map(l=>t(He,{total:l},l.id))})]})}})}var de=({plan:e})=>t(c,{children:[t($e,{plan:e}),t("div",{class:"columns",children:[t("div",{children:e.courses.length>0?t(De,{plan:e}):t("section",{class:"card dotted",children:t(T,{title:i("planNoCourses"),children:i("planNoCoursesHelp")})})}),t("div",{children:[t(Fe,{plan:e}),e.courses.length>0&&t(je,{plan:e}),t(Ve,{plan:e}),t(G,{sources:e.sources})]})]}),e.courses.length>0&&t(be,{plan:e}),t(We,{plan:e})]});var D=[{name:"overview",word:"view_overview",Shows:de},{name:"board",word:"view_board",Shows:d(async()=>(await import("./board-KDUTB4MQ.js")).Board)},{name:"rules",word:"view_rules",Shows:d(async()=>(await import("./rules-W75MHNB3.js")).Rules)},{name:"coverage",word:"view_coverage",Shows:d(async()=>(await import("./coverage-2ZIF4A64.js")).PlanCoverage)},{name:"embed",word:"view_embed",Shows:d(async()=>(await import("./embed-AL7UQZTZ.js")).Embed)},{name:"portfolio",word:"view_portfolio",Shows:d(async()=>(await import("./portfolio-YDHZTFFT.js")).PortfolioView)},{name:"schedule",word:"view_schedule",Shows:d(async()=>(await import("./schedule-ZXQVT52I.js")).ScheduleView)},{name:"credits",word:"view_credits",Shows:d(async()=>(await import("./credits-F2DOOFIS.js")).Credits)},{name:"versions",word:"view_versions",Shows:d(async()=>(await import("./versions-6ZXP4OD7.js")).VersionsView)}],[ue]=D,Qe={sets:null,asOf:null,verdict:null,budget:null,lower:null,weekly:null,courses:null,weeks:null,lock:null,begin:null,order:null,before:null,after:null,body:null,free:null,without:null,job:null,accepted:null,levels:null,point:null,from:null,fill:null},me=({name:e})=>({...Qe,view:e===ue.name?null:e}),Ue=({shown:e})=>t("nav",{class:"tabs","aria-label":n("views"),children:t("ul",{children:D.map(s=>t("li",{children:t("a",{href:A(me(s)),"aria-current":s===e?"page":void 0,children:n(s.word)})},s.name))})}),Be=({plan:e})=>t(c,{children:[e.status&&t("span",{class:"tag",children:n(e.status==="DRAFT"?"draft":"published")}),e.version!==null&&e.version!==void 0&&t("span",{class:"tag",children:n("versionOf",{n:e.version})}),e.revises&&t("a",{href:f(["plans",e.revises.id]),children:n("earlier",{n:e.revises.version??"?"})}),e.revisions.map(s=>t("a",{href:f(["plans",s.id]),children:n("later",{n:s.version??"?"})},s.id))]}),Ke=({plan:{college:e,collegeName:s}})=>e&&e.name!==s?t(c,{children:[n("filedUnder")," ",t(a,{children:e.name})," \xB7 ",n("printedCollege")," ",t(a,{children:s})]}):t(a,{children:s});function Ge({plan:e,title:s}){let{college:r,major:o}=e;return t(c,{children:[t(q,{slug:e.slug,items:[...r?.province?[{name:r.province.shortName,href:f(["provinces",r.province.code])}]:[],...r?[{name:r.name,href:z({name:r.name,code:r.code??null})}]:[{name:e.collegeName}],{name:s}]}),t("div",{class:"page-head",children:[t("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),t("div",{children:[t("p",{class:"lead",children:[i("plan")," \xB7 ",t(Ke,{plan:e})]}),t("h1",{children:t(a,{children:s})}),t("p",{class:"row",children:[t(ee,{plan:e,isLong:!0}),t(Be,{plan:e}),o&&t("a",{href:S(o),children:[i("programme")," ",t(a,{children:o.name})]})]})]}),t(ae,{plan:e})]}),e.basis==="ILLUSTRATIVE"&&t("p",{class:"lead",role:"note",children:n("madeUp")})]})}function qe({plan:e}){let s=`${e.majorName} ${e.grade??""}`.trim();O(`${e.collegeName} ${s}`);let r=D.find(l=>l.name===V("view"))??ue;I(Object.fromEntries(D.map((l,y)=>[String(y+1),()=>R(me(l))])));let{Shows:o}=r;return t(c,{children:[t(Ge,{plan:e,title:s}),t(Ue,{shown:r}),t(re,{plan:e}),t(o,{plan:e})]})}function ce(){return O(i("NOT_FOUND")),t(c,{children:[t("h1",{children:i("plan")}),t(T,{title:n("hidden"),children:n("hiddenHelp")}),t(X,{})]})}function Vt({parts:[e=""]}){let s=P(oe,{id:e},m.value);return s.error?.code==="NOT_FOUND"?t(ce,{}):t(k,{isPage:!0,answer:s,children:({node:r})=>r?.__typename==="TrainingPlan"?t(qe,{plan:r}):t(ce,{})})}export{Vt as PlanPage};
