import type { ConversationView } from "../client/agent.ts";
import { countdown } from "../agent/time.ts";

/** What one side knows at a moment, in the order in which it is shown. */
export type Facts = Readonly<Record<"connection" | "cursor" | "state" | "customer" | "hold", string>>;

export const NOTHING: Facts = { connection: "-", cursor: "-", state: "-", customer: "-", hold: "-" };

/** Reads one side's conversation. */
export function factsOf({ status, lines, view, clockOffset }: ConversationView, now: number): Facts {
  const phase = view?.phase;
  const side = phase !== undefined && "customer" in phase ? phase.customer : null;
  const until = side?.at === "away" ? side.holdUntil : undefined;
  return {
    connection: status.is,
    cursor: String(lines.findLast(({ seq }) => seq !== null)?.seq ?? 0),
    state: phase?.state ?? "-",
    customer: side?.at ?? "-",
    hold: until === undefined ? "-" : countdown(until - now - clockOffset),
  };
}

/** What is new in the facts, in words; a clock that runs is no news. */
export function newsOf(before: Facts, after: Facts): string[] {
  const news: string[] = [];
  for (const [name, word] of [
    ["connection", "connection"],
    ["cursor", "entry"],
    ["state", "conversation"],
    ["customer", "customer"],
  ] as const) {
    if (before[name] !== after[name]) news.push(`${word} ${before[name]} → ${after[name]}`);
  }
  if ((before.hold === "-") !== (after.hold === "-"))
    news.push(after.hold === "-" ? "no hold" : `held for ${after.hold}`);
  return news;
}
