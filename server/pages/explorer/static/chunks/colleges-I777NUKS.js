import{a as e}from"./chunk-ZYMBPWGF.js";import{i as t}from"./chunk-E4WSAS5T.js";import"./chunk-ORRHCIBS.js";var s=`query CollegeNames($text: String!) {
  search(text: $text, kinds: [COLLEGE], perKind: 10, first: 10) { node { id displayName } }
}
`;function g({id:l,text:a}){let i=t(s,a.length>1?{text:a}:null);return e("datalist",{id:l,children:i.data?.search.map(({node:r})=>e("option",{value:r.displayName??""},r.id))})}export{g as Colleges};
