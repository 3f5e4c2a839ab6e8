import{k as o}from"./chunk-ORRHCIBS.js";var n="token",t=o(!1);export{n as a,t as b};
