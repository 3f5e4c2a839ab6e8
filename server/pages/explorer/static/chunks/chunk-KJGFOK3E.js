var d=e=>[...e].sort((n,r)=>r.version.localeCompare(n.version,"en",{numeric:!0}))[0];export{d as a};
