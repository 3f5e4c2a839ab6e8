// Bundles the page into ../static, with the licences of what went into it.
import { readFileSync, writeFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const result = await build({
  entryPoints: { ide: "main.jsx" },
  outdir: "../static",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  legalComments: "none",
  metafile: true,
  loader: { ".woff2": "empty", ".woff": "empty", ".ttf": "empty" },
  define: { "process.env.NODE_ENV": '"production"' },
});

const used = new Set(
  Object.keys(result.metafile.inputs)
    .map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean),
);
const licences = [...used].sort().map((name) => {
  const folder = join("node_modules", name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json")));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
});
writeFileSync("../static/LICENSES.txt", licences.join(`\n${"-".repeat(72)}\n\n`));
