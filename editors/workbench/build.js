// Puts what the page uses into single files, and writes down what they are made of.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const vendor = new URL("../../src/detente/workbench/web/static/vendor/", import.meta.url);
const installed = new URL("node_modules/", import.meta.url);
const manifest = name => JSON.parse(readFileSync(new URL(`${name}/package.json`, installed)));

// Everything that a package needs, and what that needs.
function needed(name, found = new Map()) {
  if (found.has(name)) return found;
  const { version, license, dependencies = {} } = manifest(name);
  found.set(name, { name, version, licence: license });
  for (const each of Object.keys(dependencies)) needed(each, found);
  return found;
}

const own = Object.keys(JSON.parse(readFileSync(new URL("package.json", import.meta.url))).dependencies);
const parts = new Map();
for (const name of own.filter(each => each !== "htmx.org")) needed(name, parts);

execFileSync("npx", ["esbuild", "codemirror.js", "--bundle", "--format=esm", "--minify", "--target=es2022",
  "--legal-comments=none", "--outfile=" + new URL("codemirror.js", vendor).pathname], { stdio: "inherit" });
const htmx = readFileSync(new URL("htmx.org/dist/htmx.min.js", installed), "utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
writeFileSync(new URL("htmx.js", vendor), htmx);
writeFileSync(new URL("codemirror.LICENSE", vendor), readFileSync(new URL("@codemirror/view/LICENSE", installed)));

const sha256 = file => createHash("sha256").update(readFileSync(new URL(file, vendor))).digest("hex");
const { version, license } = manifest("htmx.org");
const files = [
  { file: "codemirror.js", name: "codemirror", version: manifest("@codemirror/view").version, licence: "MIT",
    sha256: sha256("codemirror.js"), made_of: [...parts.values()].sort((a, b) => a.name < b.name ? -1 : 1) },
  { file: "htmx.js", name: "htmx.org", version, licence: license, sha256: sha256("htmx.js") },
];
writeFileSync(new URL("VENDORED.json", vendor), JSON.stringify(files, null, 2) + "\n");
