// The peer: @neo4j/graphql behind GraphQL Yoga, one process, as its documentation sets it up.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const { PEER_URI, PEER_USER, PEER_PASSWORD, PEER_DATABASE, PEER_PORT } = process.env;
const driver = neo4j.driver(PEER_URI, neo4j.auth.basic(PEER_USER, PEER_PASSWORD), {
  maxConnectionPoolSize: 32,
  telemetryDisabled: true,
});
const typeDefs = readFileSync(new URL("types.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({
  schema,
  graphiql: false,
  landingPage: false,
  logging: false,
  // The embedded engine does not know the prefix `CYPHER 5`.
  context: () => ({
    executionContext: driver,
    sessionConfig: { database: PEER_DATABASE },
    cypherQueryOptions: { addVersionPrefix: false },
  }),
});
createServer(yoga).listen(Number(PEER_PORT), "127.0.0.1");
