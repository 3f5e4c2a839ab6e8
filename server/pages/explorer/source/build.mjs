// Bundles the explorer into ../static, with the licences of what went into it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

rmSync("../static", { recursive: true, force: true });
const result = await build({
  entryPoints: { app: "main.tsx", style: "style/style.css", print: "style/print.css" },
  outdir: "../static",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome109", "safari16.4", "firefox115"],
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".graphql": "text" },
  legalComments: "none",
  metafile: true,
});
copyFileSync("icon.svg", "../static/icon.svg");

const packages = new Set(
  Object.keys(result.metafile.inputs)
    .map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean),
);
const licences = [...packages].sort().map((name) => {
  const folder = join("node_modules", name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json")));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
});
writeFileSync("../static/LICENSES.txt", licences.join(`\n${"-".repeat(72)}\n\n`));

// What the bundle was made from, and what each page loads: tests compare both, so that a stale or a fat bundle is
// noticed without Node.
const digest = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const sources = readdirSync(".", { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .map((each) => join(each.parentPath, each.name))
  .filter((path) => !/^(node_modules|generated)\b/.test(path))
  .sort();
const outputs = Object.entries(result.metafile.outputs).map(([path, { imports }]) => [
  path.replace("../static/", ""),
  imports.filter(({ kind }) => kind === "import-statement").map((each) => each.path.replace("../static/", "")),
]);
const write = (name, value) => writeFileSync(`../static/${name}`, `${JSON.stringify(value, null, 1)}\n`);
write("manifest.json", Object.fromEntries(sources.map((path) => [path, digest(path)])));
write("imports.json", Object.fromEntries(outputs.sort()));
