var n=t=>{let r=t.lastIndexOf(" ");return[t.slice(0,r),Number(t.slice(r+1))]};export{n as a};
