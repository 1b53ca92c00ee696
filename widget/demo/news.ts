import type { Facts } from "./facts.ts";
import type { Scene } from "./scene.ts";
import { frontTab } from "./scene.ts";

/** Whose news it is. */
export type Side = "Shop" | "Phone" | "Console" | "Network" | "Server";

/** Something that one side came to know, or that was done to it. */
export interface News {
  at: number;
  side: Side;
  text: string;
}

const WAYS = { whole: "connected", pulled: "cable pulled", lost: "without Wi-Fi" } as const;

/** What is new, in words, each side's in one; a clock that runs is no news. */
export function newsOf(before: Scene, after: Scene, at: number): News[] {
  const news: News[] = [];
  const tell = (side: Side, ...words: string[]): void => {
    if (words.length > 0) news.push({ at, side, text: words.join(", ") });
  };
  for (const [side, was, is] of [
    ["Shop", before.faults.shop, after.faults.shop],
    ["Phone", before.faults.phone, after.faults.phone],
  ] as const)
    if (was !== is) tell("Network", `${side.toLowerCase()} ${WAYS[is]}`);
  if (before.faults.server !== after.faults.server)
    tell("Server", after.faults.server === "up" ? "started again" : "killed");
  if (before.console.dropped !== after.console.dropped)
    tell("Network", after.console.dropped ? "console dropped" : "console connected");
  if (before.shop.hung !== after.shop.hung) tell("Shop", after.shop.hung ? "hangs" : "runs again");
  tell("Shop", ...differences(frontTab(before).facts, frontTab(after).facts));
  tell("Phone", ...differences(before.phone.facts, after.phone.facts));
  tell("Console", ...differences(before.console.facts, after.console.facts));
  return news;
}

/** Lines that say something; on the way from one to the next there are others. */
const LINES: Record<string, string> = {
  connected: "connected",
  reconnecting: "line lost",
  unreachable: "no answer",
  suspended: "line dropped",
};

function differences(before: Facts | null, after: Facts | null): string[] {
  if (after === null) return before === null ? [] : ["no chat any more"];
  const news: string[] = [];
  const line = LINES[after.line];
  if (before?.line !== after.line && line !== undefined) news.push(line);
  if (before?.state !== after.state && after.state !== "") news.push(`chat ${after.state}`);
  if (before?.customer !== after.customer && after.customer !== null)
    news.push(after.customer === "away" ? "customer away" : "customer there");
  if ((before?.holdUntil ?? null) === null && after.holdUntil !== null) news.push("slot held");
  const [agent] = after.agent?.split(" ") ?? [];
  if (before !== null && before.agentConnected !== after.agentConnected && agent !== undefined)
    news.push(after.agentConnected ? `${agent} there` : `${agent} reconnecting`);
  if (after.seq > (before?.seq ?? 0)) news.push(`has entry ${after.seq}`);
  if (after.waiting > (before?.waiting ?? 0)) news.push(`${after.waiting} waiting to be sent`);
  if (after.entrance === "offer" && before?.entrance !== "offer") news.push("asks: continue?");
  return news;
}
