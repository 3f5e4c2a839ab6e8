import{k as o}from"./chunk-22CZTWQI.js";var n="token",t=o(!1);export{n as a,t as b};
