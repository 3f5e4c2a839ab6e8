// Bundles the page into ../static, with the licences of what went into it.
import { readFileSync, writeFileSync, readdirSync, existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";

// The style of GraphiQL holds fonts as data, which the page's policy refuses; the system's fonts serve.
const withoutFonts = {
  name: "without-fonts",
  setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, ({ path }) => ({
    contents: readFileSync(path, "utf8").replace(/@font-face\s*\{[^}]*\}/g, ""),
    loader: "css",
  })),
};

const result = await build({
  entryPoints: { ide: "main.jsx" },
  outdir: "../static",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  legalComments: "none",
  plugins: [withoutFonts],
  metafile: true,
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

// What the bundle was made from: a test compares it with the sources, so that a stale bundle is noticed without Node.
const sources = ["build.mjs", "main.jsx", "package-lock.json", "package.json", "page.css"];
const digest = (name) => createHash("sha256").update(readFileSync(name)).digest("hex");
const manifest = Object.fromEntries(sources.map((name) => [name, digest(name)]));
writeFileSync("../static/manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
