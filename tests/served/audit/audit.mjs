// Prints one line of JSON for each audit of graphql-http: id, name, status, reason.
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2], fetchFn: fetch });
for (const { id, name, status, reason } of results) console.log(JSON.stringify({ id, name, status, reason }));
