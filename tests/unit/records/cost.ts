import { rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adviseHold, holdsToTry } from "../../../worker/core/insights/advice.ts";
import { spreadOf } from "../../../worker/core/insights/bins.ts";
import type { ConversationRecord } from "../../../worker/core/records/record.ts";
import { figuresOf } from "../../../worker/storage/insights-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { recordsMigrations } from "../../../worker/storage/records-schema.ts";
import { createRecordsStore } from "../../../worker/storage/records-store.ts";
import { nodeSql } from "../../support/node-sql.ts";
import { SAMPLE_UNTIL, sampleRecords } from "../../support/suites/sample-records.ts";

// What records cost when there are many: `node tests/unit/records/cost.ts [how many]`. For docs/architecture.md; nothing asserts a time.

const many = Number(process.argv[2] ?? 100_000);
const DAY_MS = 86_400_000;
const file = join(tmpdir(), `rejoin-records-${process.pid}.sqlite`);
const sql = nodeSql(file);
migrate(sql, recordsMigrations);
const store = createRecordsStore(sql);
const sample = sampleRecords();

/** One of a hundred days, each as busy as the others. */
function another(n: number): ConversationRecord {
  const [model] = sample.slice(n % sample.length);
  if (model === undefined) throw new Error("no sample");
  const endedAt = SAMPLE_UNTIL - Math.floor((n / many) * 100 * DAY_MS);
  return { ...model, conversationId: `${model.conversationId}-${n}`, startedAt: endedAt - 600_000, endedAt };
}

function measured(what: string, times: number, work: () => unknown): void {
  const began = performance.now();
  for (let n = 0; n < times; n += 1) work();
  console.log(`${what}: ${((performance.now() - began) / times).toFixed(2)} ms`);
}

let n = 0;
sql.transaction(() => {
  for (; n < many; n += 1) store.put(another(n));
});
console.log(`${many} records: ${(statSync(file).size / many / 1_024).toFixed(1)} KB each`);
measured("one more record", 200, () => store.put(another((n += 1))));
measured("the newest 20", 20, () => store.find({}, { sees: "all" }, 21));
measured("two words that many have", 5, () => store.find({ q: "parcel neigh" }, { sees: "all" }, 21));
measured("a word that none has", 20, () => store.find({ q: "zzzz" }, { sees: "all" }, 21));
measured("one customer's", 20, () => store.find({ subject: "customer-0105" }, { sees: "all" }, 21));
for (const days of [7, 28, 91]) {
  const figures = figuresOf(sql, { from: SAMPLE_UNTIL - days * DAY_MS, until: SAMPLE_UNTIL });
  measured(`figures of ${days} days (${figures.conversations().count} conversations)`, 1, () => {
    const clocks = figures.clocks();
    const choices = clocks === null ? [] : figures.choices(holdsToTry(clocks));
    for (const what of ["wait", "answer", "back-in-hold", "back-later"] as const)
      spreadOf(figures.durations(what), { widthSeconds: 30, bins: 40 });
    figures.conversations();
    figures.drops();
    figures.agents();
    figures.holds();
    figures.quarters();
    figures.lateness([60, 300]);
    adviseHold(choices, clocks?.holdSeconds ?? 0, figures.returnsToHold());
  });
}
rmSync(file, { force: true });
