import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { AGENT_GRACE_MS } from "#protocol/limits.ts";
import { connectionText } from "./connection-text.ts";
import { noticeLine } from "./notice.ts";
import { clockTime } from "./time.ts";
import type { Trouble } from "./trouble.ts";
import { WORDS } from "./words.ts";
import type { WorkplaceView } from "./workplace.ts";

/** Until when what is one's own stays so, whatever becomes of the line; and what customers see meanwhile. */
function graceText(since: number, conversations: number, now: number): string {
  if (conversations === 0) return "";
  const until = since + AGENT_GRACE_MS;
  if (until <= now) return "Your conversations may be with others by now.";
  const yours = conversations === 1 ? "Your conversation stays" : `Your ${conversations} conversations stay`;
  return `${yours} yours until ${clockTime(until)}; customers are told that you are reconnecting.`;
}

/** The agent's own line is in trouble: what is the matter, what is kept, and when something is tried next. */
export function lineNotice({ desk }: WorkplaceView, trouble: Trouble, now: number, retry: () => void): TemplateResult {
  const told = trouble.judge(desk.status, now) === "told";
  const text = told ? connectionText(desk.status, WORDS.theServer, now) : null;
  const active = desk.feed?.mine.filter(({ state }) => state === "active").length ?? 0;
  const grace = text === null || trouble.since === null ? "" : graceText(trouble.since, active, now);
  return html`${noticeLine(text, WORDS.tryNow, retry)}
  ${grace === "" ? nothing : html`<p class="notice grace" role="status">${grace}</p>`}`;
}
