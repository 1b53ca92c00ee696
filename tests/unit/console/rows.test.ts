import { describe, expect, test } from "vitest";
import type { DeskItem } from "#protocol/desk-frames.ts";
import type { ConversationView, Line } from "../../../widget/client/agent.ts";
import { mayTake, rowOf, unreadOf } from "../../../widget/agent/list/rows.ts";
import { initialsOf, nameOf, shortNameOf } from "../../../widget/agent/names.ts";
import { leftOf } from "../../../widget/agent/ring.ts";
import { ago } from "../../../widget/agent/time.ts";

const item: DeskItem = {
  conversationId: "c",
  workstreamId: "s",
  widgetId: "w",
  customerName: null,
  verified: false,
  state: "active",
  present: true,
  since: 1_000,
  units: 1,
  holdUntil: null,
  resumableUntil: null,
  previousAgentName: null,
  closesAt: null,
  waitsFor: null,
  page: "https://shop.example/help/warranty",
  words: "Does it cover water?",
};

const said = (seq: number | null, from: "customer" | "agent", text = "x"): Line => ({
  kind: "message",
  key: `${seq}`,
  seq,
  at: 5_000,
  mine: from === "agent",
  from,
  agentName: null,
  text,
  delivery: { is: "delivered" },
});

const view = (lines: readonly Line[], seen = 0): ConversationView => ({
  conversationId: "c",
  status: { is: "connected" },
  view: null,
  backstage: null,
  lines,
  hasBefore: false,
  typing: false,
  seen: { customer: 0, agent: seen },
  draft: "",
  clockOffset: 0,
  lasting: true,
});

const signedIn: ConversationView["view"] = {
  conversationId: "c",
  startedAt: 0,
  reconnect: true,
  customer: { name: null, verified: true },
  phase: { state: "active", customer: { at: "present" }, agent: { id: "ana", name: "Ana" }, agentConnected: true },
};

const backstage: NonNullable<ConversationView["backstage"]> = {
  widgetId: "w",
  workstreamId: "s",
  units: 1,
  holdSeconds: 300,
  limitSeconds: 1_200,
  subject: null,
  links: [],
  notes: "",
  unstableUntil: null,
  blocks: null,
  page: null,
  context: {},
};

const row = (change: Partial<DeskItem>, of?: ConversationView) => rowOf({ ...item, ...change }, of, "Shop", 61_000);

describe("the one reason of a row", () => {
  test.for([
    [
      { state: "open", since: 1_000 },
      { is: "queued", since: 1_000 },
    ],
    [
      { present: false, holdUntil: 301_000, resumableUntil: 900_000 },
      { is: "held", until: 301_000 },
    ],
    [
      { state: "waiting", present: false, resumableUntil: 900_000 },
      { is: "returnable", until: 900_000 },
    ],
    [
      { state: "wrap-up", present: false, closesAt: 70_000 },
      { is: "closing", until: 70_000 },
    ],
    [{}, { is: "none" }],
  ] as const)("of %j is %j", ([change, need]) => {
    expect(row(change).need).toEqual(need);
  });

  test("is what is not read, before all others that concern somebody who may come back", () => {
    const unread = view([said(3, "customer"), said(4, "customer")], 2);
    expect(row({ present: false, holdUntil: 301_000 }, unread).need).toEqual({ is: "unread", count: 2 });
    expect(row({ state: "wrap-up", closesAt: 70_000 }, unread).need).toEqual({ is: "closing", until: 70_000 });
  });
});

describe("the ring of a row", () => {
  test("runs out with the hold, from the drop on", () => {
    expect(row({ present: false, since: 1_000, holdUntil: 121_000 }).ring).toEqual({ is: "held", left: 0.5 });
    expect(leftOf(0, 100, 250)).toBe(0);
    expect(leftOf(100, 100, 100)).toBe(0);
  });

  test("is full for who is here, and for who came back into the queue", () => {
    expect(row({}).ring).toEqual({ is: "here" });
    expect(row({ state: "open", previousAgentName: "Ben" }).ring).toEqual({ is: "new" });
    expect(row({ state: "open" }).ring).toEqual({ is: "none" });
  });
});

describe("the line of a row", () => {
  test("is what was said last, and by whom", () => {
    expect(row({}, view([said(2, "customer", "Hi"), said(null, "agent", "Hello")])).line).toBe("You: Hello");
  });

  test("is what the desk knows where there is no socket", () => {
    expect(row({ state: "open" }).line).toBe("Does it cover water?");
    expect(row({ state: "open", previousAgentName: "Ben" }).line).toBe("Was with Ben · Does it cover water?");
    expect(row({ state: "open", words: null }).line).toBe("");
  });
});

describe("what was transferred", () => {
  const ben = { id: "ben", name: "Ben Costa", mayTake: false };

  test("says for whom it waits", () => {
    expect(row({ state: "open", waitsFor: ben }).line).toBe("Waits for Ben Costa · Does it cover water?");
  });

  test("is to be taken by who may", () => {
    const queued = { ...item, state: "open" as const };
    expect(mayTake(queued, "busy")).toBe(true);
    expect(mayTake(queued, "offline")).toBe(false);
    expect(mayTake({ ...queued, present: false }, "available")).toBe(false);
    expect(mayTake({ ...queued, waitsFor: ben }, "available")).toBe(false);
    expect(mayTake({ ...queued, waitsFor: { ...ben, mayTake: true } }, "available")).toBe(true);
  });
});

test("unread are the customer's messages after what was seen; events and one's own are not", () => {
  const event: Line = { kind: "event", key: "e", seq: 4, at: 0, what: { type: "started" } };
  expect(
    unreadOf(view([said(1, "customer"), said(3, "customer"), event, said(5, "customer"), said(6, "agent")], 1)),
  ).toBe(2);
  expect(unreadOf(view([said(1, "customer"), said(null, "agent")], 1))).toBe(0);
});

describe("names", () => {
  const who = { conversationId: "talk", customerName: null, verified: false, page: null, widgetName: "" };

  test("who has none is told apart by a number, and by where they began", () => {
    expect(nameOf({ ...who, page: "https://www.shop.example/" })).toBe("Guest 228 · shop.example");
    expect(nameOf({ ...who, widgetName: "Help" })).toBe("Guest 228 · Help");
    expect(nameOf(who)).toBe("Guest 228");
    expect(nameOf({ ...who, conversationId: "other" })).not.toBe("Guest 228");
    expect(nameOf({ ...who, customerName: "Sam", page: "https://shop.example/" })).toBe("Sam");
  });

  test("whom the site vouches for without a name is no guest", () => {
    expect(nameOf({ ...who, verified: true, page: "https://shop.example/help" })).toBe("Customer 228 · /help");
    const known: ConversationView = { ...view([]), view: signedIn };
    expect(row({}, known).name).toMatch(/^Customer \d{3} · \/help\/warranty$/);
  });

  test("nobody is renamed while they go from page to page", () => {
    const elsewhere: ConversationView = { ...view([]), backstage: { ...backstage, page: "https://shop.example/cart" } };
    expect(row({}, elsewhere).name).toBe(row({}).name);
  });

  test.for([
    ["Sam Oliveira", "SO"],
    ["Guest · /help", "G"],
    ["josé maría núñez", "JN"],
    ["山田", "山"],
    ["😀", ""],
    ["", ""],
  ] as const)("the initials of %j are %j", ([name, initials]) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test("a sentence has the first name alone", () => {
    expect(shortNameOf("Sam Oliveira")).toBe("Sam");
    expect(shortNameOf(null, "the customer")).toBe("the customer");
  });
});

test.for([
  [0, "now"],
  [59_999, "now"],
  [60_000, "1m"],
  [3_599_999, "59m"],
  [3_600_000, "1h"],
  [90_000_000, "1d"],
  [-5, "now"],
] as const)("%i ms ago is %s", ([ms, text]) => {
  expect(ago(1_000_000_000, 1_000_000_000 + ms)).toBe(text);
});
