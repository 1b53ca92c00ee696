import type { ErrorCode } from "#protocol/errors.ts";
import type { Actor, Command, Line, Outcome, Request } from "./commands.ts";
import { refused, unchanged } from "./commands.ts";
import type { Deadline } from "./deadlines.ts";
import { nextDeadline } from "./deadlines.ts";
import { tellContext } from "./context.ts";
import { counted } from "./counting.ts";
import { close, end, endByPerson, unblock } from "./ending.ts";
import { agentConnection, assign, giveBack, placed, transfer, unassign } from "./handling.ts";
import { extendHold, giveUpHold } from "./holding.ts";
import { addLink, hasSlug, linkOpened, makeLink, revokeLinks } from "./links.ts";
import { arrive, leave, noteAway } from "./presence.ts";
import { heard } from "./beginning.ts";
import { mayAct, mayRead } from "./rights.ts";
import { toSummary } from "./report.ts";
import type { ConversationState } from "./state.ts";
import { isLive, remembering } from "./state.ts";

/**
 * What a command leads to: a total function of the state, the command and the time. What the clock has brought about
 * since is taken first, each with the time at which it was due, so that a late alarm changes nothing.
 */
export function decide(before: ConversationState, command: Command, now: number): Outcome {
  const passed = elapse(before, now);
  const outcome = carryOut(passed.state, command, now);
  const settled = elapse(counted(passed.state, outcome.state, now), now);
  const state = reported(before, settled.state);
  return { state, lines: [...passed.lines, ...outcome.lines, ...settled.lines], reply: outcome.reply };
}

/** Takes every deadline that has passed, in order. */
function elapse(before: ConversationState, now: number): Outcome {
  let state = before;
  const lines: Line[] = [];
  for (let due = nextDeadline(state.phase); due !== null && due.at <= now; due = nextDeadline(state.phase)) {
    const outcome = fallDue(state, due);
    state = counted(state, outcome.state, due.at);
    lines.push(...outcome.lines);
  }
  return { ...unchanged(state), lines };
}

function fallDue(state: ConversationState, { name, at }: Deadline): Outcome {
  switch (name) {
    case "limit":
      return end(state, "limit", "expired", at);
    case "hold":
      return giveUpHold(state, at, false);
    case "note-away":
      return noteAway(state, at);
    case "unblock":
      return unblock(state);
    case "close":
      return close(state, at);
  }
}

function carryOut(state: ConversationState, command: Command, now: number): Outcome {
  switch (command.type) {
    case "clock":
      return unchanged(state);
    case "customer-present":
      return arrive(state, now);
    case "customer-dropped":
      return leave(state, command.since, now);
    case "say":
      return say(state, command.actor, command, now);
    case "request":
      return command.request.type === "make-link"
        ? ask(state, command.actor, command.request, now)
        : once(state, command.id, () => ask(state, command.actor, command.request, now));
    case "assign":
      return assign(state, command.offerId, command.agent, now);
    case "unassign":
      return unassign(state, command.offerId, command.reason, Math.min(command.at, now), now);
    case "agent-connection":
      return agentConnection(state, command.offerId, command.connected);
    case "placed":
      return placed(state, command.place);
    case "link-opened":
      return linkOpened(state, command.linkId, now);
    case "identify":
      return identify(state, command, now);
    case "context":
      return tellContext(state, command.told);
  }
}

/**
 * Does a request unless it was done before. One that found nothing to change counts as done too: repeated later, "revoke all
 * links" would hit links made since, and who had a conversation in hand may only read it once it is closed. What is closed
 * already needs no such memory, as nothing about it changes any more; nor does making a link, as the same id makes the same.
 */
function once(state: ConversationState, id: string, work: () => Outcome): Outcome {
  if (state.recentRequests.includes(id)) return unchanged(state);
  const outcome = work();
  if (!outcome.reply.ok || (outcome.state === state && state.phase.state === "closed")) return outcome;
  return { ...outcome, state: remembering(outcome.state, id) };
}

function ask(state: ConversationState, actor: Actor, request: Request, now: number): Outcome {
  const agentsOnly = (work: () => Outcome) =>
    actor.side === "agent" && mayAct(state, actor) ? work() : refused(state, denial(state, actor));
  switch (request.type) {
    case "end":
      return endByPerson(state, actor, request.reason, now);
    case "make-link":
      return makeLink(state, actor, request.linkId, request.portalUrl, now);
    case "revoke-links":
      return revokeLinks(state, actor, request.linkId, now);
    case "extend-hold":
      return agentsOnly(() => extendHold(state, now));
    case "give-up-hold":
      return agentsOnly(() => giveUpHold(state, now, true));
    case "give-back":
      return agentsOnly(() => giveBack(state, now));
    case "transfer":
      return agentsOnly(() => transfer(state, request.to, now));
    case "close":
      return agentsOnly(() => close(state, now));
    case "set-notes":
      return agentsOnly(() => setNotes(state, request.text));
  }
}

/** Who may look on learns that it is too late for this; anybody else, that it is not theirs. */
function denial(state: ConversationState, actor: Actor): ErrorCode {
  return actor.side === "agent" && mayRead(state, actor) ? "not-now" : "not-allowed";
}

/** Notes are for as long as somebody may work on it: in wrap-up still, but not after. */
function setNotes(state: ConversationState, notes: string): Outcome {
  return state.phase.state === "closed" ? refused(state, "ended") : unchanged({ ...state, notes });
}

/** Whether words may be said, and under whose name; the line itself is the store's to number. */
function say(
  state: ConversationState,
  actor: Actor,
  words: { text: string; linkId: string; portalUrl: string | null },
  now: number,
): Outcome {
  const { phase } = state;
  if (!isLive(phase)) return refused(state, "ended");
  if (actor.side === "customer") return unchanged(heard(state, words.text));
  if (phase.state !== "active" || phase.agent.id !== actor.agentId) return refused(state, "not-allowed");
  const author = phase.agent;
  if (!hasSlug(words.text)) return unchanged(state, { ok: true, author });
  const made = addLink(state, "agent", words.linkId, words.portalUrl, now);
  return made.reply.ok ? { ...made, reply: { ...made.reply, author } } : made;
}

/** The browser that started a guest's chat signs in: theirs from now on, under the name that the site has signed, and older credentials are void. */
function identify(
  state: ConversationState,
  { subject, name, device }: Command & { type: "identify" },
  now: number,
): Outcome {
  if (state.customer.subject === subject) return unchanged(state);
  if (!isLive(state.phase)) return refused(state, "ended");
  if (state.customer.subject !== null || state.starter !== device) return refused(state, "not-allowed");
  const customer = { ...state.customer, subject, ...(name !== null && { name, nameSigned: true }) };
  const claimed = { ...state, customer, generation: state.generation + 1 };
  return { ...unchanged(claimed), lines: [{ at: now, what: { type: "identified" } }] };
}

/** Gives the state a new `rev` if the desk would read it differently. */
function reported(before: ConversationState, after: ConversationState): ConversationState {
  // A message leaves the state as it is, and is what happens most.
  if (before === after) return after;
  const same = JSON.stringify(toSummary(before)) === JSON.stringify(toSummary(after));
  return same ? after : { ...after, rev: after.rev + 1 };
}
