import fc from "fast-check";
import { expect, test } from "vitest";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import type { Conversation } from "../../../widget/client/io/conversation.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { createWorld } from "./support/world.ts";
import type { Network, World } from "./support/world.ts";

type Command =
  | { do: "send"; tab: 0 | 1 }
  | { do: "agent-says" }
  | { do: "cut" }
  | { do: "network"; mode: Network }
  | { do: "advance"; ms: number }
  | { do: "sleep"; ms: number }
  | { do: "crash"; tab: 0 | 1 }
  | { do: "tell"; tab: 0 | 1; event: "hint" | "suspend" | "resume" | "hide" | "show" }
  | { do: "refuse-next" }
  | { do: "server-closes"; code: number }
  | { do: "earlier"; tab: 0 | 1 }
  | { do: "end" };

const tab = fc.constantFrom<0 | 1>(0, 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("send" as const), tab }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("agent-says" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cut" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("network" as const),
      mode: fc.constantFrom<Network>("up", "down", "black-hole"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("advance" as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 25_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sleep" as const), ms: fc.integer({ min: 0, max: 600_000 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("crash" as const), tab }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("tell" as const),
      tab,
      event: fc.constantFrom("hint" as const, "suspend" as const, "resume" as const, "hide" as const, "show" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("refuse-next" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("server-closes" as const), code: fc.constantFrom(1006, 4100, 4200, 4020) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("earlier" as const), tab }) },
);

function mulberry(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Two tabs of one browser in one conversation, and what they composed. */
function createBrowser(world: World) {
  const open = () => {
    const { ports, tell } = world.tab();
    const conversation = createConversation({
      role: "customer",
      ports,
      socketUrl: "ws://server/v1/conversation/socket",
      prefix: "rejoin:w1:",
      authorise: async () => ({ key: "credential" }),
      read: readServerFrame,
    });
    conversation.attach("c1", false);
    return { conversation, tell };
  };
  const tabs = [open(), open()] as [ReturnType<typeof open>, ReturnType<typeof open>];
  const composed: { id: string; text: string; page: Conversation }[] = [];
  return {
    tabs,
    composed,
    run: async (step: Command): Promise<void> => {
      switch (step.do) {
        case "send": {
          const { conversation } = tabs[step.tab];
          const text = `text ${composed.length}`;
          const sent = conversation.send(text);
          if ("id" in sent) composed.push({ id: sent.id, text, page: conversation });
          return;
        }
        case "agent-says":
          return world.server.agentSays("hello");
        case "cut":
          return world.cut();
        case "network":
          return world.network(step.mode);
        case "advance":
          return world.clock.advance(step.ms);
        case "sleep":
          return world.clock.sleep(step.ms);
        case "crash":
          // Nothing runs when a tab dies; that its socket goes is the network's doing.
          tabs[step.tab].conversation.dispose();
          tabs[step.tab] = open();
          return;
        case "tell":
          if (step.event === "hide" || step.event === "show")
            tabs[step.tab].tell({ type: "hidden", hidden: step.event === "hide" });
          else if (step.event === "suspend") tabs[step.tab].tell({ type: "suspend", held: false });
          else tabs[step.tab].tell({ type: step.event });
          return;
        case "refuse-next":
          return world.server.refuseNext("unavailable");
        case "server-closes":
          return world.cut(step.code);
        case "earlier":
          return tabs[step.tab].conversation.dispatch({ type: "load-earlier" });
        case "end":
          return world.server.end("expired");
      }
    },
    /** The network is good, the person looks at both tabs, and everything that was refused is tried again. */
    quiesce: async (): Promise<void> => {
      world.network("up");
      for (let round = 0; round < 3; round += 1) {
        for (const { conversation, tell } of tabs) {
          tell({ type: "resume" });
          tell({ type: "hint" });
          for (const line of conversation.snapshot().lines)
            if (line.kind === "message" && line.delivery.is === "failed")
              conversation.dispatch({ type: "retry", id: line.key });
        }
        await world.clock.advance(40_000);
      }
    },
  };
}

const gapless = (seqs: readonly number[]): boolean =>
  seqs.every((seq, index) => index === 0 || seq === (seqs[index - 1] ?? 0) + 1);

test(
  "seeded walks: every composed message stands once and in order, transcripts have no gaps, every stage has a way back",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(command, { minLength: 5, maxLength: 60 }), async (seed, commands) => {
        const world = createWorld(mulberry(seed));
        const browser = createBrowser(world);
        for (const step of commands) {
          await browser.run(step);
          expect(world.open()).toBeLessThanOrEqual(4);
          for (const { conversation } of browser.tabs) {
            const { entries } = conversation.session().transcript;
            expect(gapless(entries.map(({ seq }) => seq))).toBe(true);
          }
        }
        await browser.quiesce();
        const { entries } = world.server;
        const standing = entries.flatMap((entry) =>
          entry.kind === "message" && entry.from === "customer" ? [entry.id] : [],
        );
        expect(new Set(standing)).toEqual(new Set(browser.composed.map(({ id }) => id)));
        expect(standing.length).toBe(browser.composed.length);
        // What was refused and tried again stands later than it was composed; nothing else may.
        if (!commands.some((step) => step.do === "refuse-next")) {
          for (const page of new Set(browser.composed.map((item) => item.page))) {
            const mine = browser.composed.filter((item) => item.page === page).map(({ id }) => id);
            expect(standing.filter((id) => mine.includes(id))).toEqual(mine);
          }
        }
        for (const { conversation } of browser.tabs) {
          const { status, lines } = conversation.snapshot();
          expect(status).toEqual({ is: "connected" });
          const shown = conversation.session().transcript.entries;
          expect(shown).toEqual(entries.slice(entries.length - shown.length));
          expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
          expect(lines.every((line) => line.seq !== null)).toBe(true);
        }
        expect([...world.stored.keys()].filter((key) => key.includes(":out:"))).toEqual([]);
        expect(world.open()).toBe(2);
      }),
      { numRuns: 300 },
    );
  },
);

test(
  "N03 seeded walks with an end: what was composed is in the transcript once, or in the draft; never in both, never lost",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(command, { minLength: 5, maxLength: 30 }),
        fc.array(command, { maxLength: 20 }),
        async (seed, before, after) => {
          const world = createWorld(mulberry(seed));
          const browser = createBrowser(world);
          for (const step of [...before, { do: "end" } as const, ...after]) await browser.run(step);
          await browser.quiesce();
          const texts = world.server.entries.flatMap((entry) => (entry.kind === "message" ? [entry.text] : []));
          const drafts = browser.tabs.flatMap(({ conversation }) => conversation.snapshot().draft.split("\n"));
          for (const { text } of browser.composed) {
            const count = texts.filter((standing) => standing === text).length;
            expect([count, drafts.includes(text)]).toEqual(count === 1 ? [1, false] : [0, true]);
          }
          for (const { conversation } of browser.tabs) {
            expect(conversation.snapshot().lines.every((line) => line.seq !== null)).toBe(true);
            expect(conversation.send("too late")).toEqual({ refused: "ended" });
          }
        },
      ),
      { numRuns: 200 },
    );
  },
);
