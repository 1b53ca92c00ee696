import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { readWranglerToml } from "./wrangler-toml.ts";

// `npm run check:config`: worker/env.ts, worker/index.ts and wrangler.toml must say the same.
// (`wrangler types --check` compares a generated file; ours says in words what each binding is for.)

/** Set by `wrangler secret put`, or by the supervisor, and so not in wrangler.toml; all optional in `Env`. */
const secrets = ["ROOT_KEY", "SETUP_SECRET", "DEMO", "DEMO_PLACE"];

const wrangler = readWranglerToml();
const expected = new Map<string, string>([
  ...wrangler.objects.map(({ binding, className }) => [binding, `DurableObjectNamespace<${className}>`] as const),
  [wrangler.assets.binding, "Fetcher"],
  ...secrets.map((name) => [`${name}?`, "string"] as const),
]);
const envSource = readFileSync(join(root, "worker/env.ts"), "utf8");
const envBody = /^export interface Env \{\n(.*?)^\}/ms.exec(envSource)?.[1] ?? "";
const found = new Map([...envBody.matchAll(/^ {2}(\w+\??): (.+);$/gm)].map(([, name = "", type = ""]) => [name, type]));

const mainSource = readFileSync(join(root, wrangler.main), "utf8");
const classes = wrangler.objects.map(({ className }) => className);
const problems = [
  ...differences(expected, found),
  ...classes
    .filter((name) => !wrangler.sqliteClasses.includes(name))
    .map((name) => `wrangler.toml binds ${name}, but declares no [exports.${name}] with SQLite storage`),
  ...wrangler.sqliteClasses
    .filter((name) => !new RegExp(`^export (?:class ${name}\\b|\\{[^}]*\\b${name}\\b)`, "m").test(mainSource))
    .map((name) => `wrangler.toml declares ${name}, but ${wrangler.main} does not export it`),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function differences(wanted: Map<string, string>, has: Map<string, string>): string[] {
  return [...new Set([...wanted.keys(), ...has.keys()])]
    .filter((name) => wanted.get(name) !== has.get(name))
    .map(
      (name) => `${name}: wrangler.toml gives ${wanted.get(name) ?? "nothing"}, Env has ${has.get(name) ?? "nothing"}`,
    );
}
