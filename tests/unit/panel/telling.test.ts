import { beforeEach, expect, test } from "vitest";
import type { ChatView } from "../../../widget/client/customer.ts";
import { createTelling } from "../../../widget/customer/rest/telling.ts";
import { message, TALKING } from "./views.ts";

let told: [name: string, detail: unknown][];
let tell: (view: ChatView) => void;
beforeEach(() => {
  told = [];
  tell = createTelling((name, detail) => {
    if (name !== "changed") told.push([name, detail]);
  });
});

const { entrance } = TALKING;
if (entrance.at !== "chatting") throw new Error("not chatting");
const by = (via: typeof entrance.via, more: Partial<ChatView> = {}): ChatView => ({
  ...TALKING,
  ...more,
  entrance: { ...entrance, via },
});
const LOST = { is: "reconnecting", retryAt: null } as const;
const over = (view: ChatView): ChatView => {
  const { view: known } = view;
  if (known === null) throw new Error("not known");
  const ended = { at: 5, by: "agent", reason: "ended" } as const;
  return { ...view, view: { ...known, phase: { state: "closed", ended, closedAt: 5 } } };
};

test("T01 a chat that is there again after a reload is told once, with its reason; its history is not", () => {
  tell({ ...TALKING, view: null, status: { is: "connecting" } });
  const view = by("credential", { lines: [message(1, "customer"), message(2, "agent")] });
  tell(view);
  tell({ ...view });
  expect(told).toEqual([["resumed", { conversationId: "c1", reason: "reload" }]]);
});

test.each([
  ["link", "link"],
  ["identity", "identity"],
  ["other-tab", "tab"],
] as const)("by %s it is back for the reason %s", (via, reason) => {
  tell(by(via));
  expect(told).toEqual([["resumed", { conversationId: "c1", reason }]]);
});

test("after the choice at the prompt the reason is the prompt", () => {
  const offer = { agentName: "Ana", awaySince: null, holdUntil: null, resumableUntil: null, customerName: null };
  tell({ ...TALKING, conversationId: null, view: null, status: { is: "idle" }, entrance: { at: "offer", offer } });
  tell(by("identity"));
  expect(told).toEqual([["resumed", { conversationId: "c1", reason: "prompt" }]]);
});

test("a chat that starts is told as started, and its first message as one", () => {
  tell(by("start"));
  tell(by("start", { lines: [message(null, "customer")] }));
  tell(by("start", { lines: [message(2, "customer")] }));
  expect(told).toEqual([
    ["started", { conversationId: "c1" }],
    ["message", { id: "m2", from: "customer", agentName: null, text: "Hello", at: 1_000 }],
  ]);
});

test("what was missed on a lost line is told when the line is back; older history never", () => {
  tell(by("credential", { lines: [message(5, "agent")] }));
  tell(by("credential", { lines: [message(5, "agent")], status: LOST }));
  tell(by("credential", { lines: [message(5, "agent"), message(6, "agent", "Missed")] }));
  tell(by("credential", { lines: [message(4, "agent"), message(5, "agent"), message(6, "agent", "Missed")] }));
  expect(told.slice(1)).toEqual([
    ["resumed", { conversationId: "c1", reason: "network" }],
    ["message", { id: "m6", from: "agent", agentName: "Ana", text: "Missed", at: 1_000 }],
  ]);
});

test("an end is told once, where it was lived to see", () => {
  tell(by("credential"));
  tell(over(by("credential")));
  tell(over(by("credential")));
  expect(told.slice(1)).toEqual([["ended", { conversationId: "c1", by: "agent" }]]);
});

test("T02 a page that comes to a chat that is over tells neither a return nor an end", () => {
  tell(over(by("credential")));
  expect(told).toEqual([]);
});

test("what goes wrong is told when it begins to", () => {
  tell({ ...TALKING, entrance: { at: "refused", reason: "identity-expired" }, conversationId: null, view: null });
  tell({ ...TALKING, entrance: { at: "refused", reason: "identity-expired" }, conversationId: null, view: null });
  tell({ ...TALKING, lasting: false });
  expect(told.filter(([name]) => name === "error")).toEqual([
    ["error", { code: "identity-expired" }],
    ["error", { code: "blocked" }],
  ]);
});
