<<<<<<<< HEAD:server/pages/explorer/static/chunks/policies-5BBOHXPP.js
<<<<<<<< HEAD:server/pages/explorer/static/chunks/policies-5BBOHXPP.js
import{a as r,c as m}from"./chunk-AYF7P3UT.js";import{a,f as c,i as o,j as d}from"./chunk-CKWJJRWU.js";import{a as e}from"./chunk-B446GERK.js";import{f}from"./chunk-6WQJDZAO.js";import{A as s,E as l,b as t,r as n}from"./chunk-VDTYU2D5.js";var p=`query Policies {
========
import{a as r,c as m}from"./chunk-ODOOBFQ6.js";import{a,b as e,g as c,j as o,k as d}from"./chunk-XZIEJZYC.js";import{A as s,E as l,N as f,b as t,r as n}from"./chunk-6EAQGZMG.js";var p=`query Policies {
>>>>>>>> af03952 (Bundle the explorer anew):server/pages/explorer/static/chunks/policies-T2YZTEDR.js
========
import{a as r,c as m}from"./chunk-ODOOBFQ6.js";import{a,b as e,g as c,j as o,k as d}from"./chunk-XZIEJZYC.js";import{A as s,E as l,N as f,b as t,r as n}from"./chunk-6EAQGZMG.js";var p=`query Policies {
>>>>>>>> af03952 (Bundle the explorer anew):server/pages/explorer/static/chunks/policies-T2YZTEDR.js
  policies(first: 100) { nodes { reference title kind issuedOn effect } }
}
`;function I(){a(s("policyList"));let u=f(p,{});return e(t,{children:[e("h1",{children:s("policyList")}),e("p",{class:"lead",children:s("policyListLead")}),e(c,{answer:u,children:({policies:y})=>e("section",{class:"card",children:e(m,{label:s("policyList"),columns:[r(s("issuedOn")),r(s("kindColumn")),r(s("name")),r(s("effectOn"))],children:[...y.nodes].sort((i,L)=>(L.issuedOn??"").localeCompare(i.issuedOn??"")).map(i=>e("tr",{children:[e("td",{class:"number start",children:l(i.issuedOn)}),e("td",{children:e("span",{class:"tag",children:s(i.kind)})}),e("th",{scope:"row",class:"text",children:[e("a",{href:n(["policies",i.reference]),children:e(o,{children:i.title})}),i.reference!==i.title&&e(t,{children:[" ",e(d,{children:e(o,{children:i.reference})})]})]}),e("td",{class:"fine",children:i.effect&&s(i.effect)})]},i.reference))})})})]})}export{I as PoliciesPage};
