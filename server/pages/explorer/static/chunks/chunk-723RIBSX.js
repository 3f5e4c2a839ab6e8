import{k as o}from"./chunk-EB7APLVE.js";var n="token",t=o(!1);export{n as a,t as b};
