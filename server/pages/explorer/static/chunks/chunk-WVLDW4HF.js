import{a as o}from"./chunk-ZJ34WFBY.js";var t=o(async()=>(await import("./confirm-GNSOQDKU.js")).Confirm);export{t as a};
