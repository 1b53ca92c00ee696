import type { AgentRef } from "#protocol/basics.ts";
import type { EndReason, Happening } from "#protocol/entries.ts";
import type { Backstage, View } from "#protocol/view.ts";
import type { Actor, Command, Reply, Request } from "../../../worker/core/conversation/commands.ts";
import { decide } from "../../../worker/core/conversation/decide.ts";
import { toSummary } from "../../../worker/core/conversation/report.ts";
import { begin } from "../../../worker/core/conversation/beginning.ts";
import { type ConversationState, isLive } from "../../../worker/core/conversation/state.ts";
import { toBackstage, toView } from "../../../worker/core/conversation/views.ts";
import type { Summary, UnassignReason } from "../../../worker/core/summary.ts";
import type { Terms } from "../../../worker/core/terms.ts";

/** When every conversation here starts. Steps and lines tell their times in seconds since then. */
const START = 1_700_000_000_000;

export function at(seconds: number): number {
  return START + seconds * 1_000;
}

export const MINUTE = 60;
export const PORTAL = "https://shop.example/chat";
export const ana: AgentRef = { id: "ana", name: "Ana" };
export const ben: AgentRef = { id: "ben", name: "Ben" };
export const customer: Actor = { side: "customer" };
export const sue: Actor = { side: "agent", agentId: "sue", role: "supervisor" };

export function byAgent({ id }: AgentRef): Actor {
  return { side: "agent", agentId: id, role: "agent" };
}

/** Hold five minutes, limit twenty, wrap-up a quarter of an hour that blocks nothing: the defaults, with reconnect on. */
const TERMS: Terms = {
  widgetId: "shop",
  workstreamId: "sales",
  reconnect: true,
  holdSeconds: 5 * MINUTE,
  limitSeconds: 20 * MINUTE,
  units: 2,
  wrapUp: { blocks: "none", autoCloseSeconds: 15 * MINUTE },
};

/** What happens, and when. */
export type Step = [seconds: number, command: Command];

/** How a conversation begins, where that matters. */
export interface Given extends Partial<Terms> {
  subject?: string;
}

export interface Life {
  state: ConversationState;
  /** With their times in seconds since the start. */
  lines: [seconds: number, what: Happening][];
  replies: Reply[];
  /** To the last step. */
  reply: Reply | undefined;
  summary: Summary;
  view: View;
  backstage: Backstage;
}

export function beginning({ subject, ...terms }: Given = {}): ConversationState {
  return begin(
    {
      id: "talk",
      startId: "start",
      terms: { ...TERMS, ...terms },
      device: "laptop",
      customer: { name: null, nameSigned: false, subject: subject ?? null, page: null, facts: {} },
    },
    START,
  );
}

/** A conversation from its start through these steps. */
export function life(given: Given, ...steps: Step[]): Life {
  return goOn(beginning(given), ...steps);
}

/** What follows from a state. `lines` and `replies` are those of these steps alone. */
export function goOn(from: ConversationState, ...steps: Step[]): Life {
  let state = from;
  const lines: Life["lines"] = [];
  const replies: Reply[] = [];
  for (const [seconds, command] of steps) {
    const outcome = decide(state, command, at(seconds));
    state = outcome.state;
    replies.push(outcome.reply);
    for (const line of outcome.lines) lines.push([(line.at - START) / 1_000, line.what]);
  }
  const reply = replies.at(-1);
  return {
    state,
    lines,
    replies,
    reply,
    summary: toSummary(state),
    view: toView(state),
    backstage: toBackstage(state),
  };
}

export const clock = (seconds: number): Step => [seconds, { type: "clock" }];
export const comes = (seconds: number): Step => [seconds, { type: "customer-present" }];
/** The customer's connection is lost, noticed `silent` seconds after the last sign of life. */
export const drops = (seconds: number, silent = 0): Step => [
  seconds,
  { type: "customer-dropped", since: at(seconds - silent) },
];
export const given = (seconds: number, agent: AgentRef, offerId = `offer-${agent.id}-${seconds}`): Step => [
  seconds,
  { type: "assign", offerId, agent },
];
/** The desk takes it from an agent who is gone, and has been since `gone`. The offer names the assignment. */
export const taken = (
  seconds: number,
  offerId: string,
  reason: UnassignReason = "disconnected",
  gone = seconds,
): Step => [seconds, { type: "unassign", offerId, reason, at: at(gone) }];
export const connection = (seconds: number, offerId: string, connected: boolean): Step => [
  seconds,
  { type: "agent-connection", offerId, connected },
];
export const placed = (seconds: number, place: number | null): Step => [seconds, { type: "placed", place }];
export const opens = (seconds: number, linkId: string): Step => [seconds, { type: "link-opened", linkId }];
export const signsIn = (seconds: number, subject: string, device: string, name: string | null = null): Step => [
  seconds,
  { type: "identify", subject, name, device },
];

let asked = 0;
/** A request under an id of its own, or under the one that is named. */
export function asks(seconds: number, actor: Actor, request: Request, id = `request-${asked++}`): Step {
  return [seconds, { type: "request", id, actor, request }];
}

export function ends(seconds: number, actor: Actor, reason: EndReason = "ended"): Step {
  return asks(seconds, actor, { type: "end", reason });
}

export function makesLink(seconds: number, actor: Actor, linkId: string, portalUrl: string | null = PORTAL): Step {
  return asks(seconds, actor, { type: "make-link", linkId, portalUrl }, linkId);
}

export function says(
  seconds: number,
  actor: Actor,
  text: string,
  portalUrl: string | null = null,
  linkId = "words",
): Step {
  return [seconds, { type: "say", actor, text, linkId, portalUrl }];
}

export const refusal = (code: string) => ({ ok: false, code });

/** How many of an agent's units it takes, and whose: as the desk reads the summary. */
export function blocked({ phase, units }: Summary): { agentId: string; units: number } | null {
  if (phase.state === "active" || (phase.state === "wrap-up" && phase.blocks !== null)) {
    return { agentId: phase.agent.id, units };
  }
  return null;
}

/** Whether it can be come back to, and so a link can open it. */
export function canBeResumed({ phase }: ConversationState): boolean {
  return isLive(phase);
}
