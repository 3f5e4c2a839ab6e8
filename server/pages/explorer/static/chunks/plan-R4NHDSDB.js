import{b as se}from"./chunk-XX2O4AC7.js";import{a as Z}from"./chunk-YBR3L2JA.js";import{a as w,b as E,c as y,e as ee}from"./chunk-HCUTYHAB.js";import{a as O,d as te}from"./chunk-QVVN5T3Z.js";import{a as n,b as C}from"./chunk-6JVIM5UL.js";import{a as d}from"./chunk-PTZMWUXU.js";import{b as J}from"./chunk-F7DYO6BN.js";import{a as M}from"./chunk-GEKYN6GA.js";import{d as Y}from"./chunk-Y2QH5NPY.js";import{a as X}from"./chunk-3BPSGHPI.js";import{b as m}from"./chunk-2GVKEGW7.js";import"./chunk-UJUFTCGX.js";import"./chunk-OJ3WUESK.js";import{f as R}from"./chunk-4INNVAYQ.js";import{a as c,b as g,c as D}from"./chunk-HMCQP4SA.js";import{a as L,d as T,g as S,k as a,s as K,v as G,w as k,x as q,y as z}from"./chunk-JML5STQS.js";import{a as t}from"./chunk-B3O5YLS7.js";import{c as i,d as W,e as Q,i as U,j as B}from"./chunk-G75YSSOB.js";import{a as I,g as P,i as H}from"./chunk-WZHDEG5J.js";import{b as u,d as b,p as _,r as F,t as f,u as V,y as A}from"./chunk-22CZTWQI.js";var ne=`query PlanPage($id: ID!) {
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
`;var pe=["xlsx","docx"];async function fe(e,s){let r={"accept-language":_.peek()==="en"?"en":"zh-CN",...m.peek()&&{authorization:`Bearer ${m.peek()}`}},o=await fetch(`/tables/training-plan.${s}?${new URLSearchParams({plan:e})}`,{headers:r});if(o.ok)return{content:await o.blob(),lost:Number(o.headers.get("oneplusx-values-lost")??0)};let{errors:l}=await o.json().catch(()=>({}));throw new I(l?.[0]?.extensions?.code??"NO_ANSWER",l?.[0]?.message??`HTTP ${o.status}`)}function re({plan:e}){let[s,r]=b(""),[o,l]=b(null),[h,v]=b(!1),ce=async p=>{let $=`${e.majorName}${e.grade??""}.${p}`;v(!0),l(null),r(n("exporting"));try{let{content:x,lost:j}=await fe(e.id,p);Y($,x),r([n("exported",{name:$}),j>0&&n("exportLost",{n:j})].filter(Boolean).join(" \xB7 "))}catch(x){l(H(x)),r("")}v(!1)};return t("div",{class:"export",title:n("exportHelp"),children:[t("p",{class:"row",children:[t("span",{class:"fine",children:n("exportAs")}),pe.map(p=>t("button",{type:"button",class:"button small",disabled:h,onClick:()=>void ce(p),children:p.toUpperCase()},p))]}),t("p",{class:"fine",role:"status",children:s}),o&&t(X,{error:o})]})}var oe=`query PlanTotals($id: ID!) {
  node(id: $id) {
    ... on TrainingPlan {
      totals(first: 100) { totalCount nodes { id label scope figure stated leastOurs mostOurs place } }
    }
  }
}
`;var we=d(async()=>(await import("./head-editing-FXEOETL6.js")).HeadEditing),ye=d(async()=>(await import("./course-outcomes-QJ7ZOGPA.js")).CourseOutcomes),he=({courseNature:e,nature:s})=>e?C("",e):s?t(a,{children:s}):w,ve=({hours:e,durationWeeks:s})=>e==null&&s!=null?n("weeks",{n:s}):y(e),be=({theoryHours:e,practiceHours:s})=>e==null&&s==null?w:`${y(e)} / ${y(s)}`;function Pe(e){let s=[];for(let r of e){let o=s.at(-1);o&&Number(r)===Number(o[1])+1?o[1]=r:s.push([r,r])}return s.map(([r,o])=>r===o?r:`${r}\u2013${o}`)}function Te(e){let[,s,r=""]=/^(\w+): (.+)$/.exec(e)??[];return s==="practice"?n("inPractice",{t:r}):s&&/^[\d.]+$/.test(r)?n("weeklyIn",{t:s,n:r}):e}var ae=({terms:e,alternativeTerms:s,semesterText:r})=>[...Pe(e),...s.map(o=>`(${o})`)].join("\u3001")||(r??"").split("; ").map(Te).join("\u3001")||w,Se=({line:e,plan:s})=>{let r=s.groups.find(o=>o.id===e.group?.id);return r?t("span",{class:"tag",children:[n("groupLine",{n:r.number}),e.option&&t(u,{children:[" ",t(a,{children:e.option})]})]}):null},ke=8,Ce=({line:e,plan:s})=>t("tr",{children:[t("th",{scope:"row",children:[t(a,{children:e.name})," ",e.isCounted===!1&&t("span",{class:"tag",children:n("notCounted")})," ",t(Se,{line:e,plan:s})]}),t("td",{lang:"zh-CN",class:"text",children:e.moduleText??w}),t("td",{children:he(e)}),t("td",{class:"number",children:y(e.credits)}),t("td",{class:"number",children:ve(e)}),t("td",{class:"number",children:be(e)}),t("td",{lang:"zh-CN",class:ae(e).length>ke?"":"terms",children:ae(e)})]}),Ne=({plan:e})=>t("section",{class:"card plan-courses",children:[t("h2",{children:i("planCourses",{n:Q(e.courses.length)})}),t(D,{label:n("lines"),columns:[c(i("course")),c(i("moduleColumn")),c(n("nature")),g(i("credits")),g(i("hours")),g(n("theoryPractice")),c(i("semester"))],children:e.courses.map(s=>t(Ce,{line:s,plan:e},s.id))})]}),xe=({standard:e,why:s})=>t(u,{children:[e.major?t("a",{href:k(e.major),children:[t(a,{children:e.major.name})," ",n("standardOf",{y:e.year})]}):n("standardOf",{y:e.year}),s&&t("span",{class:"fine standard-why",children:[" ",s]})]}),Le=e=>[[n("majorCode"),e.majorCode&&t("span",{class:"code",children:e.majorCode})],[n("education"),e.educationLevel&&W(e.educationLevel)],[n("years"),e.years==null?e.duration&&t(a,{children:e.duration}):n("yearsOf",{n:e.years})],[n("entryYear"),e.entryYear],[n("educationForm"),e.educationForm&&t(a,{children:e.educationForm})],[n("hoursPerWeek"),e.hoursPerWeek],[n("completeness"),e.completeness&&C("",e.completeness==="FRAGMENT"&&e.courses.length===0?"FRAGMENT_BARE":e.completeness)],[n("baseStandard"),e.baseStandard&&t(xe,{standard:e.baseStandard,why:e.baseStandardLink?.sourceNote&&M(e.baseStandardLink.sourceNote,e.baseStandardLink.sourceNoteLabel)})]],De=({plan:e})=>t("section",{class:"card",children:[t("h2",{children:n("facts")}),t("dl",{class:"facts-row",children:Le(e).map(([s,r])=>t("div",{children:[t("dt",{children:s}),t("dd",{children:r??t("span",{class:"fine",children:n("silent")})})]},s))}),O(e)&&t(we,{plan:e},e.id)]}),Ee=({plan:e})=>t("section",{class:"card",children:[t("h2",{children:n("groups")}),e.groups.length===0&&t("p",{class:"fine",children:n("groupsNone")}),t("ul",{class:"plain-list",children:e.groups.map(s=>{let r=e.courses.filter(o=>o.group?.id===s.id);return t("li",{children:[t("b",{children:n("groupLine",{n:s.number})})," ",ee(s,r.length)," ",t(a,{children:s.label})," ",t("span",{class:"fine number",children:[n("credits")," ",E(te(s,r))]}),t("details",{class:"folded",children:[t("summary",{children:n("ofThem",{n:r.length})}),t("p",{class:"lead",children:t(a,{children:r.map(o=>o.name).join("\u3001")})})]})]},s.id)})})]}),Oe=({plan:e})=>t(u,{children:[t("h3",{children:n("targets")}),e.targetCertificates.length===0&&t("p",{class:"fine",children:n("targetsNone")}),t("ul",{class:"plain-list",children:e.targetCertificates.map(s=>t("li",{children:[t(a,{children:s.name})," ",s.level?i(s.level):t(a,{children:s.levelText})," ",s.semesters.length>0&&t("span",{class:"fine",children:n("inTerms",{t:B(s.semesters)})})," ",s.issuer&&t("span",{class:"fine",children:t(a,{children:s.issuer})})]},s.id))})]}),$e=({plan:e})=>t("section",{class:"card edge-x",children:[t("h2",{children:i("namedCertificates")}),e.certificatesNamed.length+e.certificates.length===0&&t("p",{class:"fine",children:i("unknown")}),t("ul",{class:"plain-list",children:[e.certificates.map(s=>t("li",{children:[t("a",{href:f(["certificates",s.name]),children:t(a,{children:s.name})})," ",s.skillStandards.length>0&&e.courses.length>0&&!O(e)&&t("a",{class:"button small",href:z(e.id,s.id),children:i("openFit")})]},s.id)),e.certificatesNamed.filter(s=>e.certificates.every(r=>r.name!==s)).map(s=>t("li",{children:t(a,{children:s})},s))]}),e.courses.length>0&&t(Oe,{plan:e})]}),je=({plan:e})=>{let r=[[n("outcomes",{n:e.outcomes.length}),e.outcomes.map(o=>o.text)],[n("notes",{n:e.notes.length}),e.notes]].filter(([,o])=>o.length>0);return r.length===0?null:t("section",{class:"card quiet",children:r.map(([o,l])=>t("details",{class:"folded",children:[t("summary",{children:o}),t("ul",{class:"lead",children:l.map((h,v)=>t("li",{children:t(a,{children:h})},v))})]},o))})},_e=({leastOurs:e,mostOurs:s})=>e==null?null:{least:e,most:s??null};function Fe({stated:e},s){return e==null||!s?null:e<s.least||s.most!==null&&e>s.most?"differs":s.least===s.most?"same":"within"}var Ve=new Set(["credits","hours","theoryHours","practiceHours"]);function Ae({total:e}){let s=_e(e),r=Fe(e,s);return t("tr",{children:[t("th",{scope:"row",children:[t(a,{children:e.label})," ",t("span",{class:"fine",children:e.scope==null?n("wholePlan"):t(a,{children:e.scope})})]}),t("td",{children:e.figure==null?w:Ve.has(e.figure)?C("",e.figure):t("span",{class:"code",children:e.figure})}),t("td",{class:"number",children:y(e.stated)}),t("td",{class:"number",children:s?E(s):n("unknownFigure")}),t("td",{children:r&&t("span",{class:`tag total-${r}`,children:n(r)})})]})}function Re({plan:e}){let s=P(oe,{id:e.id},m.value);return t(S,{answer:s,rows:2,children:({node:r})=>{let o=r&&"totals"in r?r.totals:null;return!o||o.nodes.length===0?null:t("section",{class:"card",children:[t("h2",{children:n("totals")}),t("p",{class:"lead",children:U(n("totalsLead"),o.nodes.length<o.totalCount?n("totalsCut",{a:o.nodes.length,b:o.totalCount}):"")}),t(D,{label:n("totals"),columns:[c(n("totalLabel")),c(n("figure")),g(n("stated")),g(n("ours")),c(n("result"))],children:o.nodes.map(l=>t(Ae,{total:l},l.id))})]})}})}var ie=({plan:e})=>t(u,{children:[t(De,{plan:e}),t("div",{class:"columns",children:[t("div",{children:e.courses.length>0?t(Ne,{plan:e}):t("section",{class:"card dotted",children:t(T,{title:i("planNoCourses"),children:i("planNoCoursesHelp")})})}),t("div",{children:[t($e,{plan:e}),e.courses.length>0&&t(Ee,{plan:e}),t(je,{plan:e}),t(K,{sources:e.sources})]})]}),e.courses.length>0&&t(ye,{plan:e}),t(Re,{plan:e})]});var N=[{name:"overview",word:"view_overview",Shows:ie},{name:"board",word:"view_board",Shows:d(async()=>(await import("./board-JBIMAYKB.js")).Board)},{name:"rules",word:"view_rules",Shows:d(async()=>(await import("./rules-B4KYGNKB.js")).Rules)},{name:"coverage",word:"view_coverage",Shows:d(async()=>(await import("./coverage-YEFVPRVC.js")).PlanCoverage)},{name:"embed",word:"view_embed",Shows:d(async()=>(await import("./embed-QD3PBXMP.js")).Embed)},{name:"portfolio",word:"view_portfolio",Shows:d(async()=>(await import("./portfolio-24SVP2TH.js")).PortfolioView)},{name:"schedule",word:"view_schedule",Shows:d(async()=>(await import("./schedule-3WYYB24C.js")).ScheduleView)},{name:"credits",word:"view_credits",Shows:d(async()=>(await import("./credits-UEMR6ORE.js")).Credits)},{name:"versions",word:"view_versions",Shows:d(async()=>(await import("./versions-E4OVBBPU.js")).VersionsView)}],[de]=N,Ie={sets:null,asOf:null,verdict:null,budget:null,lower:null,weekly:null,courses:null,weeks:null,lock:null,begin:null,order:null,before:null,after:null,body:null,free:null,without:null,job:null,accepted:null,levels:null,point:null,from:null,fill:null},ue=({name:e})=>({...Ie,view:e===de.name?null:e}),He=({shown:e})=>t("nav",{class:"tabs","aria-label":n("views"),children:t("ul",{children:N.map(s=>t("li",{children:t("a",{href:V(ue(s)),"aria-current":s===e?"page":void 0,children:n(s.word)})},s.name))})}),We=({plan:e})=>t(u,{children:[e.status&&t("span",{class:"tag",children:n(e.status==="DRAFT"?"draft":"published")}),e.version!==null&&e.version!==void 0&&t("span",{class:"tag",children:n("versionOf",{n:e.version})}),e.revises&&t("a",{href:f(["plans",e.revises.id]),children:n("earlier",{n:e.revises.version??"?"})}),e.revisions.map(s=>t("a",{href:f(["plans",s.id]),children:n("later",{n:s.version??"?"})},s.id))]}),Qe=({plan:{college:e,collegeName:s}})=>e&&e.name!==s?t(u,{children:[n("filedUnder")," ",t(a,{children:e.name})," \xB7 ",n("printedCollege")," ",t(a,{children:s})]}):t(a,{children:s});function Ue({plan:e,title:s}){let{college:r,major:o}=e;return t(u,{children:[t(G,{slug:e.slug,items:[...r?.province?[{name:r.province.shortName,href:f(["provinces",r.province.code])}]:[],...r?[{name:r.name,href:q({name:r.name,code:r.code??null})}]:[{name:e.collegeName}],{name:s}]}),t("div",{class:"page-head",children:[t("span",{class:"badge badge-one","aria-hidden":"true",children:"1"}),t("div",{children:[t("p",{class:"lead",children:[i("plan")," \xB7 ",t(Qe,{plan:e})]}),t("h1",{children:t(a,{children:s})}),t("p",{class:"row",children:[t(Z,{plan:e,isLong:!0}),t(We,{plan:e}),o&&t("a",{href:k(o),children:[i("programme")," ",t(a,{children:o.name})]})]})]}),t(re,{plan:e})]}),e.basis==="ILLUSTRATIVE"&&t("p",{class:"lead",role:"note",children:n("madeUp")})]})}function Be({plan:e}){let s=`${e.majorName} ${e.grade??""}`.trim();L(`${e.collegeName} ${s}`);let r=N.find(l=>l.name===F("view"))??de;R(Object.fromEntries(N.map((l,h)=>[String(h+1),()=>A(ue(l))])));let{Shows:o}=r;return t(u,{children:[t(Ue,{plan:e,title:s}),t(He,{shown:r}),t(se,{plan:e}),t(o,{plan:e})]})}function le(){return L(i("NOT_FOUND")),t(u,{children:[t("h1",{children:i("plan")}),t(T,{title:n("hidden"),children:n("hiddenHelp")}),t(J,{})]})}function jt({parts:[e=""]}){let s=P(ne,{id:e},m.value);return s.error?.code==="NOT_FOUND"?t(le,{}):t(S,{isPage:!0,answer:s,children:({node:r})=>r?.__typename==="TrainingPlan"?t(Be,{plan:r}):t(le,{})})}export{jt as PlanPage};
