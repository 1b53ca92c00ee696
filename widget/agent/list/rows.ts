import type { DeskItem, Presence } from "#protocol/desk-frames.ts";
import type { ConversationView } from "../../client/agent.ts";
import { nameOf } from "../names.ts";
import { leftOf } from "../ring.ts";
import type { Ring } from "../ring.ts";
import { slugText } from "../slug.ts";
import { waitsForText } from "../words.ts";

/** The one reason for which a conversation needs somebody, or until when it can wait. */
export type Need =
  | { is: "unread"; count: number }
  | { is: "held"; until: number }
  | { is: "returnable"; until: number }
  | { is: "closing"; until: number }
  | { is: "queued"; since: number }
  | { is: "none" };

/** A conversation as its row shows it. */
export interface Row {
  conversationId: string;
  name: string;
  verified: boolean;
  ring: Ring;
  /** What was said last, or first, or who had it before. */
  line: string;
  /** When that was. */
  at: number;
  need: Need;
}

/** Messages of the customer that the agent has not read. */
export function unreadOf({ lines, seen }: ConversationView): number {
  let count = 0;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || (line.seq !== null && line.seq <= seen.agent)) break;
    if (line.kind === "message" && line.from === "customer") count += 1;
  }
  return count;
}

function lastMessage(view: ConversationView | undefined): { text: string; at: number } | null {
  const last = view?.lines.findLast((line) => line.kind === "message");
  if (last?.kind !== "message") return null;
  const whose = last.mine ? "You: " : last.from === "agent" ? `${last.agentName ?? "Agent"}: ` : "";
  return { text: whose + slugText(last.text), at: last.at };
}

function ringOf({ state, present, since, holdUntil, previousAgentName }: DeskItem, now: number): Ring {
  if (!present && holdUntil !== null) return { is: "held", left: leftOf(since, holdUntil, now) };
  if (!present) return { is: "none" };
  return state === "active" ? { is: "here" } : previousAgentName === null ? { is: "none" } : { is: "new" };
}

function needOf({ state, present, since, holdUntil, resumableUntil, closesAt }: DeskItem, unread: number): Need {
  if (state === "wrap-up") return closesAt === null ? { is: "none" } : { is: "closing", until: closesAt };
  if (unread > 0) return { is: "unread", count: unread };
  if (!present && holdUntil !== null) return { is: "held", until: holdUntil };
  if (!present) return resumableUntil === null ? { is: "none" } : { is: "returnable", until: resumableUntil };
  return state === "open" ? { is: "queued", since } : { is: "none" };
}

function lineOf({ words, previousAgentName, waitsFor }: DeskItem, said: string | undefined): string {
  if (said !== undefined) return said;
  const why =
    waitsFor !== null ? waitsForText(waitsFor) : previousAgentName !== null ? `Was with ${previousAgentName}` : null;
  return [why, words].filter((part) => part !== null).join(" · ");
}

/** Whether this agent may take it out of the queue; what they have no room for is said to them when they try. */
export function mayTake({ present, waitsFor }: DeskItem, presence: Presence): boolean {
  return present && presence !== "offline" && (waitsFor === null || waitsFor.mayTake);
}

/** How a conversation stands on the list; `view` is there for one's own. `now` by the server's clock. */
export function rowOf(item: DeskItem, view: ConversationView | undefined, widgetName: string, now: number): Row {
  const { conversationId, page } = item;
  const { name: customerName, verified } = view?.view?.customer ?? { ...item, name: item.customerName };
  const last = lastMessage(view);
  return {
    conversationId,
    name: nameOf({ conversationId, customerName, verified, page, widgetName }),
    verified,
    ring: ringOf(item, now),
    line: lineOf(item, last?.text),
    at: last?.at ?? item.since,
    need: needOf(item, view === undefined ? 0 : unreadOf(view)),
  };
}
