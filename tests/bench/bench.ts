import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "../../worker/local/build.ts";
import { BENCHES } from "./figures/all.ts";
import type { Figure } from "./kit/figure.ts";
import { machineLine } from "./kit/machine.ts";
import { markdown, table } from "./kit/table.ts";

// `npm run bench`: measures the figures here and now, each beside what it is compared with, and prints them.
// --only NAME picks a group (several times for several), --json FILE writes them, --markdown prints those with an aim for a document;
// --from FILE measures nothing and prints what was written before.

// Whoever is told to stop takes the runtime along.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    json: { type: "string" },
    markdown: { type: "boolean" },
    from: { type: "string", multiple: true },
    tiny: { type: "boolean" },
  },
});
if (options.from !== undefined) {
  const written = options.from.flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as Figure[]);
  console.log(options.markdown ? markdown(written) : table(written));
  process.exit();
}
const names = BENCHES.map(({ name }) => name);
const unknown = (options.only ?? []).filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  process.exit(2);
}
const chosen = BENCHES.filter(({ name }) => options.only?.includes(name) ?? true);
const machine = machineLine();
console.error(machine);
const builtDir = mkdtempSync(join(tmpdir(), "rejoin-bench-built-"));
const figures: Figure[] = [];
let failed = false;
try {
  await build(builtDir);
  for (const { name, measure } of chosen) {
    try {
      const say = (line: string): void => console.error(`  ${line}`);
      figures.push(...(await measure({ builtDir, size: options.tiny ? "tiny" : "full", say })));
    } catch (error) {
      failed = true;
      console.error(`${name} could not be measured:`, error);
    }
  }
} finally {
  rmSync(builtDir, { recursive: true, force: true });
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
console.log(options.markdown ? markdown(figures) : table(figures));
console.log(`\n${machine}`);
process.exit(failed ? 1 : 0);
