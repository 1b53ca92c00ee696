/** What the desk's decisions and feeds take, at a size: `node tests/unit/desk/cost.ts`. Prints; asserts nothing, since machines differ. */
import { feedFor } from "../../../worker/core/desk/feed.ts";
import { type DeskState, EMPTY_DESK, REST } from "../../../worker/core/desk/state.ts";
import { decideDesk } from "../../../worker/core/desk/decide.ts";
import type { Summary } from "../../../worker/core/summary.ts";
import { createDeskStore, deskMigrations } from "../../../worker/storage/desk-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { nodeSql } from "../../support/node-sql.ts";
import { active, open, person, rosterOf } from "./scene.ts";

const AGENTS = 200;
const CLOSED = 100_000;
const NOW = 2_000_000;

function summary(n: number, rev: number): Summary {
  return {
    conversationId: `c${n}`,
    rev,
    workstreamId: "w",
    widgetId: "shop",
    units: 1,
    customer: { name: null, verified: false },
    startedAt: n,
    phase: n % 10 === 0 ? open({ present: false, queuedAt: n }) : active(`a${n % AGENTS}`, `o${n}`),
  };
}

/** So many conversations: nine of ten with an agent, one in the queue with its customer away. */
function deskOf(items: number): DeskState {
  const people = Array.from({ length: AGENTS }, (_, n) => person(`a${n}`, items));
  const here = { presence: "available", connection: { at: "connected" }, idleSince: 0 } as const;
  const rest = { hand: REST, refusals: [], toldPlace: null, toldConnected: true, askAt: null };
  return {
    ...EMPTY_DESK,
    roster: rosterOf(people),
    agents: new Map(people.map(({ id }) => [id, here])),
    items: new Map(Array.from({ length: items }, (_, n) => [`c${n}`, { summary: summary(n, 1), ...rest }])),
  };
}

/** Milliseconds for one, over a second of them. */
function timeOf(one: (n: number) => void): string {
  const start = performance.now();
  let times = 0;
  while (performance.now() - start < 1_000) one(times++);
  return ((performance.now() - start) / times).toFixed(3);
}

const sql = nodeSql();
migrate(sql, deskMigrations);
const store = createDeskStore(sql);
sql.transaction(() => {
  const closed = Array.from({ length: CLOSED }, (_, n) => `closed${n}`);
  store.save(EMPTY_DESK, { roster: false, agents: [], items: [], closed }, NOW);
});
console.log(`is it closed, among ${CLOSED}: ${timeOf((n) => store.isClosed(`c${n}`))} ms`);
for (const items of [100, 1_000, 10_000]) {
  let state = deskOf(items);
  const decision = timeOf((n) => {
    const decided = decideDesk(state, { type: "summary", summary: summary(1, n + 2) }, NOW + n, "seed");
    sql.transaction(() => store.save(decided.state, decided.changes, NOW + n));
    ({ state } = decided);
  });
  const feeds = timeOf((n) => {
    state = { ...state };
    for (let agent = 0; agent < AGENTS; agent++) feedFor(state, `a${agent}`, NOW + n);
  });
  console.log(`${items} conversations: a decision with its rows ${decision} ms, ${AGENTS} feeds ${feeds} ms`);
}
