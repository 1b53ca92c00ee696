import type { ChatView, Line } from "../../../widget/client/customer.ts";

/** A chat that goes on with Ana, on a line that stands. */
export const TALKING: ChatView = {
  conversationId: "c1",
  status: { is: "connected" },
  view: {
    conversationId: "c1",
    startedAt: 0,
    reconnect: true,
    customer: { name: null, verified: false },
    phase: { state: "active", customer: { at: "present" }, agent: { id: "a1", name: "Ana" }, agentConnected: true },
  },
  backstage: null,
  lines: [],
  hasBefore: false,
  typing: false,
  seen: { customer: 0, agent: 0 },
  draft: "",
  clockOffset: 0,
  lasting: true,
  entrance: {
    at: "chatting",
    access: { conversationId: "c1", credential: "x", identityUntil: null },
    via: "credential",
  },
};

/** What somebody said. */
export function message(seq: number | null, from: "customer" | "agent", text = "Hello"): Line {
  return {
    kind: "message",
    key: `m${seq ?? "-new"}`,
    seq,
    at: 1_000,
    mine: from === "customer",
    from,
    agentName: from === "agent" ? "Ana" : null,
    text,
    delivery: { is: "delivered" },
  };
}
