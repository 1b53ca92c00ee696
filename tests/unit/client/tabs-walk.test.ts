import fc from "fast-check";
import { expect, test } from "vitest";
import { accessOf } from "../../../widget/client/core/entrance.ts";
import { createShop, insideOf } from "./support/model-api.ts";
import type { Shop, Tab } from "./support/model-api.ts";

/** Each tab's site says this of its customer, whatever the other tab's says. */
const PEOPLE = ["anna", "bob", null] as const;
type Person = (typeof PEOPLE)[number];

const ACTS = {
  "look-up": (tab: Tab) => void tab.lookUp(),
  start: (tab: Tab) => void tab.start(),
  "start-new": (tab: Tab) => void tab.startNew(),
  retry: (tab: Tab) => void tab.retry(),
  dismiss: (tab: Tab) => tab.dismiss(),
  "signed-in": (tab: Tab) => void tab.signedIn(),
  // As a site does it, on the page that is there.
  "signed-out": (tab: Tab) => {
    tab.signOut();
    void tab.lookUp();
  },
  wake: (tab: Tab) => {
    tab.tell({ type: "suspend", held: false });
    tab.tell({ type: "resume" });
  },
} as const;

type Move = { ms: number } & (
  | { do: "act"; tab: 0 | 1; act: keyof typeof ACTS }
  | { do: "reload"; tab: 0 | 1; as: Person }
  | { do: "lose" }
  | { do: "cut"; code: number }
);

const tab = fc.constantFrom<0 | 1>(0, 1);
/** How long nobody does anything afterwards: less than an answer takes, or more. */
const ms = fc.constantFrom(0, 30, 150, 1_000);
const started = fc.constantFrom<keyof typeof ACTS>("start", "start-new");
const act = fc.constantFrom<keyof typeof ACTS>("look-up", "retry", "dismiss", "signed-in", "signed-out", "wake");
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("act" as const), tab, act: started, ms }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("act" as const), tab, act, ms }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reload" as const), tab, as: fc.constantFrom(...PEOPLE), ms }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lose" as const), ms }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const), code: fc.constantFrom(1006, 4020), ms }) },
);

/** mulberry32: a seed decides every latency. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Walk {
  shop: Shop;
  tabs: [Tab, Tab];
  people: [Person, Person];
}

function open({ shop, people }: Pick<Walk, "shop" | "people">, index: 0 | 1): Tab {
  const person = people[index];
  // A guest's site says nothing of anybody.
  const opened = shop.open(async () => person, undefined, person === null ? { identity: undefined } : {});
  void opened.lookUp();
  return opened;
}

/** Nobody is in a conversation of somebody else's. */
function expectOwn({ shop, tabs, people }: Walk): void {
  for (const index of [0, 1] as const) {
    const id = insideOf(tabs[index]);
    const subject = id === null ? null : (shop.talks.get(id)?.subject ?? null);
    if (subject !== null) expect(subject).toBe(people[index]);
  }
}

function take(walk: Walk, next: Move): void {
  const { shop, tabs, people } = walk;
  switch (next.do) {
    case "act":
      return ACTS[next.act](tabs[next.tab]);
    case "reload":
      tabs[next.tab].dispose();
      people[next.tab] = next.as;
      tabs[next.tab] = open(walk, next.tab);
      return;
    case "lose": {
      let left = 1;
      shop.network.fails = () => (left -= 1) >= 0;
      return;
    }
    case "cut":
      return shop.world.cut(next.code);
  }
}

async function walkOf(seed: number, lagMs: number, people: [Person, Person], moves: Move[]): Promise<Walk> {
  const shop = createShop(chanceOf(seed));
  shop.world.lag(lagMs);
  const walk: Walk = { shop, people, tabs: [open({ shop, people }, 0), open({ shop, people }, 1)] };
  for (const next of moves) {
    take(walk, next);
    await shop.world.clock.advance(next.ms);
    expectOwn(walk);
  }
  // Then everything works, and nobody does anything.
  shop.network.fails = () => false;
  await shop.world.clock.advance(30_000);
  expectOwn(walk);
  return walk;
}

const moves = fc.array(move, { minLength: 6, maxLength: 24, size: "max" });
const seed = fc.integer();
const lagMs = fc.constantFrom(0, 400);

test("P08 seeded walks of two tabs: nobody is in another's chat, and left alone they ask nothing more", async () => {
  await fc.assert(
    fc.asyncProperty(
      seed,
      lagMs,
      fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE)),
      moves,
      async (...of) => {
        const walk = await walkOf(...of);
        const { shop } = walk;
        const before = [shop.asked.length, shop.world.attempts()];
        await shop.world.clock.advance(30_000);
        expect([shop.asked.length, shop.world.attempts()]).toEqual(before);
        expectOwn(walk);
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);

test("T05 T06 seeded walks of one person's two tabs: at rest they are in one chat, and it is the one that is stored", async () => {
  const alone = moves.map((all) => all.filter((next) => next.do !== "reload"));
  await fc.assert(
    fc.asyncProperty(seed, lagMs, fc.constantFrom(...PEOPLE), alone, async (dice, lag, person, all) => {
      const { shop, tabs } = await walkOf(dice, lag, [person, person], all);
      const stored = shop.world.stored.get("rejoin:w1:access");
      const id: unknown = stored === undefined ? null : JSON.parse(stored).conversationId;
      for (const { snapshot } of tabs) {
        const { entrance } = snapshot();
        expect([null, id]).toContain(accessOf(entrance)?.conversationId ?? null);
        // Whoever asks nothing has nothing to ask for; who can't be sure says so.
        expect(entrance.at).toMatch(id === null ? /^(none|unreachable)$/ : /^(chatting|ended|unreachable)$/);
        if (entrance.at === "ended") expect(shop.talks.get(String(id))?.ended).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
}, 30_000);
