import{a as o}from"./chunk-HTZWP3I2.js";var t=o(async()=>(await import("./confirm-ZI4RTPNQ.js")).Confirm);export{t as a};
