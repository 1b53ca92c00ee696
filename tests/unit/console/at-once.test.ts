import { expect, test } from "vitest";
import type { DeskItem, Slot } from "#protocol/desk-frames.ts";
import { atOnce } from "../../../widget/agent/at-once.ts";
import type { ConversationView, DeskView } from "../../../widget/client/agent.ts";

const item: DeskItem = {
  conversationId: "c",
  workstreamId: "s",
  widgetId: "w",
  customerName: null,
  verified: false,
  state: "active",
  present: true,
  since: 500,
  units: 1,
  holdUntil: null,
  resumableUntil: null,
  previousAgentName: null,
  closesAt: null,
  waitsFor: null,
  page: null,
  words: null,
};
const taken: Slot = { conversationId: "c", customerName: null, units: 1, reason: "active", until: null };
const gone = { at: "away", since: 1_000, holdUntil: 121_000, resumableUntil: 900_000 } as const;

function told(change: Partial<DeskItem> = {}, slot: Partial<Slot> = {}): DeskView {
  const me = { id: "ana", name: "Ana", role: "agent", presence: "available", capacity: 2, used: 1 } as const;
  return {
    status: { is: "connected" },
    clockOffset: 0,
    feed: {
      type: "desk",
      me: { ...me, slots: [{ ...taken, ...slot }] },
      offers: [],
      mine: [{ ...item, ...change }],
      queue: { count: 0, first: [] },
      colleagues: [],
      serverTime: 0,
    },
  };
}

function line(customer: typeof gone | { at: "present" }, status: ConversationView["status"] = { is: "connected" }) {
  const view: ConversationView = {
    conversationId: "c",
    status,
    view: {
      conversationId: "c",
      startedAt: 0,
      reconnect: true,
      customer: { name: null, verified: false },
      phase: { state: "active", customer, agent: { id: "ana", name: "Ana" }, agentConnected: true },
    },
    backstage: null,
    lines: [],
    hasBefore: false,
    typing: false,
    seen: { customer: 0, agent: 0 },
    draft: "",
    clockOffset: 0,
    lasting: true,
  };
  return new Map([["c", view]]);
}

test("who is gone is held at once, in the row and in the slot, before the desk says so", () => {
  const { feed } = atOnce(told(), line(gone));
  expect(feed?.mine[0]).toMatchObject({ present: false, since: 1_000, holdUntil: 121_000, resumableUntil: 900_000 });
  expect(feed?.me.slots[0]).toMatchObject({ reason: "held", until: 121_000 });
});

test("who is back is here at once", () => {
  const held = told({ present: false, since: 1_000, holdUntil: 121_000, resumableUntil: 900_000 }, { reason: "held" });
  const { feed } = atOnce(held, line({ at: "present" }));
  expect(feed?.mine[0]).toMatchObject({ present: true, holdUntil: null, resumableUntil: null });
  expect(feed?.me.slots[0]).toMatchObject({ reason: "active", until: null });
});

test("the desk has the word where the conversation's line is down, where it is over, and for slots that are offered", () => {
  for (const [desk, lines] of [
    [told(), line(gone, { is: "reconnecting", retryAt: 2_000 })],
    [told({ state: "wrap-up" }, { reason: "wrap-up" }), line(gone)],
    [told({ state: "open" }, { reason: "offered" }), new Map<string, ConversationView>()],
  ] as const)
    expect(atOnce(desk, lines)).toStrictEqual(desk);
});
