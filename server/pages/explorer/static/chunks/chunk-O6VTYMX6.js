import{a as l,b as w}from"./chunk-CARUNW5F.js";import{b as q}from"./chunk-YGWZ3QDT.js";import{a as g}from"./chunk-FRMJKK5V.js";import{b as P}from"./chunk-YIM5KQLF.js";import{b as x,e as v}from"./chunk-EQ2KXV2Y.js";import{a as e}from"./chunk-ZYMBPWGF.js";import{a as f,g as J,h as j,k as b}from"./chunk-E4WSAS5T.js";import{e as S}from"./chunk-NJFYPPOQ.js";import{b as m,d as p,e as N,o as E,r as I,u as k,y as C,z as O}from"./chunk-ORRHCIBS.js";var F=`query ImprovementJob($id: ID!, $waitSeconds: Int!) {
  improvementJob(id: $id, waitSeconds: $waitSeconds) {
    id
    kind
    plan
    state
    jobsBefore
    stages { objective value bound isProven }
    isProven
    isUnique
    error { code message }
    embedding {
      requirements
      addedHours
      standard
      taught { requirement { id } }
      outcomes { requirement { ...wanted } course line ground through { code } }
      extended { course line hours addedHours }
      electives { course hours practiceHours semester requirements { ...wanted } similar { course line } }
      unserved { requirement { ...wanted } reason }
      unservedWithoutRules
      rules { code text most now then }
      conflicts { rules { code subjects text gives } }
      held
    }
    schedule {
      isPossible
      moves
      prerequisites
      courses { course line semesterNow semester held }
      semesters { semester weeks weeksFrom weeklyHoursNow weeklyHours }
      examinations { certificate semester courses }
      shortages { first last hours capacity }
      conflicts { rules { code subjects text gives } }
      leftOut
      unknown
    }
    portfolio {
      requirements
      taught
      standard
      isComplete
      rest { hoursMost coveredMost coveredFound isCut }
      points {
        extraHours
        covered
        levels { level requirements covered isWhole }
        outcomes { requirement { ...wanted } course line ground through { code } }
        extended { course line hours addedHours }
        electives { course hours practiceHours semester requirements { ...wanted } similar { course line } }
        unserved { requirement { ...wanted } reason }
        isUnique
      }
    }
    recognition {
      credits
      body
      isOpen
      converted { certificate course line credits }
      alternatives { converted { certificate course line credits } }
      refused { certificate course rules { code text isUnknown } }
      rules
      rulesNotComputed
      withoutCourses
      withoutBankCredits
      unknown
    }
  }
}

fragment wanted on WantedRequirement { id level code text }
`;var H=`mutation CancelImprovement($input: CancelImprovementJobInput!) {
  cancelImprovementJob(input: $input) { job { id state } userErrors { code english chinese } }
}
`;var $=5,W=1e3,K=new Set(["QUEUED","SOLVING"]),Q=new Set(["NO_ANSWER","GRAPH_BUSY","GRAPH_UNAVAILABLE","SERVER_BUSY"]),A=({code:r})=>Q.has(r),h=r=>K.has(r.state);async function R(r,o,s){let[i]=Object.values(await j(r,{input:o},{token:s}));return i?.job?.id??""}var _=async(r,o)=>{await j(H,{input:{job:r}},{token:o})};function B(r,o){let[s,i]=p({job:null,error:null});return N(()=>{let n=new AbortController,t,a=async d=>{try{let{improvementJob:u}=await J(F,{id:r,waitSeconds:d},{token:o,signal:n.signal});i({job:u??null,error:u?null:new f("NOT_FOUND",r)}),u&&h(u)&&a($)}catch(u){if(n.signal.aborted)return;let c=b(u);i(({job:L})=>({job:L,error:c})),A(c)&&(t=setTimeout(()=>void a(0),W))}};return a(0),()=>{clearTimeout(t),n.abort()}},[r,o,E.value]),s}var V={CREDITS:100},U=({objective:r},o)=>S(o/(V[r]??1)),Y=({stage:r})=>r.isProven||r.bound===r.value?null:e("span",{class:"fine",children:l(r.bound<r.value?"boundLeast":"boundMost",{n:U(r,r.bound)})}),G=({job:r})=>e("ol",{class:"stages",children:r.stages.map((o,s)=>e("li",{children:[w("stage_",o.objective)," ",e("b",{class:"number",children:U(o,o.value)})," ",e("span",{class:"tag",children:l(o.isProven?"proven":"notProven")})," ",e(Y,{stage:o})]},s))});function z({job:r,bearer:o}){let[s,i]=p(null),n=()=>{_(r.id,o).catch(t=>i(b(t)))};return e("section",{class:"card job","aria-busy":"true",children:[e("h3",{children:w("job_",r.state)}),e("progress",{"aria-label":l("progress")}),(r.jobsBefore??0)>0&&e("p",{class:"lead",role:"status",children:l("jobsBefore",{n:S(r.jobsBefore??0)})}),e("p",{class:"fine",role:"status",children:l("jobHelp")}),e(G,{job:r}),s&&e(g,{error:s}),e("p",{children:e("button",{type:"button",class:"button",onClick:n,children:l("cancel")})})]})}var X=({job:r})=>e("details",{class:"folded proof-line",children:[e("summary",{children:[l(r.isProven?r.recognition?.isOpen?"provenOfKnown":"provenAnswer":"bestSoFar"),r.isUnique&&` \xB7 ${l("uniqueAnswer")}`]}),e(G,{job:r})]}),T={accepted:null,point:null},y=()=>e("p",{children:e("a",{class:"button small",href:k({job:null,...T}),children:l("again")})}),Z=({error:r})=>e(m,{children:[r.code==="NOT_FOUND"?e(v,{title:l("jobNotFound"),children:l("jobNotFoundHelp")}):e(g,{error:r}),e(y,{})]});function ee({id:r,bearer:o,kind:s,plan:i,children:n}){let{job:t,error:a}=B(r,o);return a&&(!t||h(t)&&!A(a))?e(Z,{error:a}):t?t.kind!==s||t.plan!==i?e(m,{children:[e(v,{title:l("jobOfOther")}),e(y,{})]}):h(t)?e(z,{job:t,bearer:o}):t.error||t.state!=="SOLVED"?e(m,{children:[t.error?e(g,{error:new f(t.error.code,t.error.message)}):e(v,{title:w("job_",t.state)}),e(y,{})]}):e(m,{children:[e(X,{job:t}),n(t),e(y,{})]}):e(x,{})}function re({mutation:r,input:o,bearer:s,button:i}){let[n,t]=p(null),[a,d]=p(!1),u=async()=>{d(!0),t(null);try{O({job:await R(r,o??{},s),...T})}catch(c){t(b(c))}d(!1)};return e(m,{children:[n&&e(g,{error:n}),e("p",{class:"row",children:e("button",{type:"button",class:"button primary",disabled:o===null||a,onClick:()=>void u(),children:i})})]})}function ye({kind:r,plan:o,mutation:s,input:i,fields:n,lead:t,button:a,children:d}){let u=I("job"),c=P.value;return e(m,{children:[e("p",{class:"lead",children:t}),!c&&e("p",{class:"lead",children:l(u?"signInForJob":"signInFirst")}),e(q,{}),u===null&&e("div",{class:"ask",children:[n,c&&e(re,{mutation:s,input:i,bearer:c,button:a})]}),u!==null&&c&&e(ee,{id:u,bearer:c,kind:r,plan:o,children:d},u)]})}var Ie=({name:r,word:o,value:s,least:i,most:n})=>e("label",{class:"select",children:[e("span",{children:o}),e("input",{type:"number",inputMode:"numeric",min:i,max:n,step:1,value:s??"",onChange:t=>C({[r]:t.currentTarget.value||null})})]});function je(r,o,s){let i=I(r),n=Number(i);return i!==null&&Number.isInteger(n)&&n>=o&&n<=s?n:null}export{F as a,ye as b,Ie as c,je as d};
