// Types of the queries in documents/, so that a wrong field fails the build with its file and line.
/** @type {import("@graphql-codegen/cli").CodegenConfig} */
export default {
  schema: "../../../../schema/schema.graphql",
  documents: "documents/*.graphql",
  generates: {
    "generated/answers.ts": {
      plugins: ["typescript", "typescript-operations"],
      config: { onlyOperationTypes: true, enumsAsTypes: true, skipTypename: true, scalars: { Date: "string", ID: "string" } },
    },
  },
};
