import { LINK_SLUG } from "#protocol/limits.ts";
import type { Command, Request } from "../../../worker/core/conversation/commands.ts";
import type { Terms } from "../../../worker/core/terms.ts";

/**
 * The design's table once more, as plainly as it can be said: flags, and a clock that goes to the nearest deadline. It knows
 * nothing of how the conversation is kept, and is what the walk holds the conversation against.
 */
export interface Model {
  terms: Terms;
  /** Ended: nobody can come back to it. */
  over: boolean;
  /** Over, and nothing is left to be done about it. */
  shut: boolean;
  agent: string | null;
  /** Its customer is away, and nobody holds any more. */
  isWaiting: boolean;
  /** Who had it last and did not give it away. */
  last: string | null;
  joinedAt: number;
  isAway: boolean;
  since: number;
  noteAt: number;
  holdUntil: number;
  limitAt: number;
  blocksUntil: number;
  shutAt: number;
  /** Whether its customer was ever there. */
  hasBegun: boolean;
  subject: string | null;
  links: { id: string; by: string; base: string; isRevoked: boolean }[];
  notes: string;
  /** What the page told, but for a name that the site has signed. */
  name: string | null;
  isNameSigned: boolean;
  page: string | null;
  facts: Readonly<Record<string, string>>;
  /** Ids of what was done, newest last. */
  done: string[];
  lines: string[];
}

const NEVER = Infinity;

export function modelOf(terms: Terms, now: number): Model {
  const nothing = {
    agent: null,
    joinedAt: 0,
    isWaiting: false,
    last: null,
    hasBegun: false,
    subject: null,
    links: [],
    notes: "",
    name: null,
    isNameSigned: false,
    page: null,
    facts: {},
    done: [],
    lines: [],
  };
  const model = { ...nothing, terms, over: false, shut: false, isAway: true, since: now, noteAt: 0, holdUntil: NEVER };
  return goAway({ ...model, limitAt: 0, blocksUntil: NEVER, shutAt: NEVER }, now, now);
}

/** Who has how many units blocked, by the design's word. */
export function blockedIn(model: Model, now: number): string | null {
  if (model.shut || model.agent === null) return null;
  return model.over && model.blocksUntil <= now ? null : model.agent;
}

/** The name of its state in the design's table. */
export function stateIn({ shut, over, agent, isWaiting }: Model): string {
  if (shut) return "closed";
  if (over) return "wrap-up";
  return agent !== null ? "active" : isWaiting ? "waiting" : "open";
}

export function step(before: Model, command: Command, now: number): { model: Model; ok: boolean } {
  const model = tick(before, now);
  const { next, ok } = obey(model, command, now);
  return { model: tick(next, now), ok };
}

/** To the nearest deadline, and the next, until none is due. */
function tick(model: Model, now: number): Model {
  const due = model.shut ? [] : model.over ? overDue(model) : model.isAway ? awayDue(model) : [];
  const [first] = due.filter(([at]) => at <= now).toSorted(([a], [b]) => a - b);
  return first === undefined ? model : tick(first[1](), now);
}

type Due = [at: number, then: () => Model];

function awayDue(model: Model): Due[] {
  const { since, noteAt, holdUntil, limitAt, agent } = model;
  const held = agent !== null;
  const note: Due = [
    noteAt,
    () => write({ ...model, noteAt: NEVER }, `away since ${since} until ${held ? holdUntil : "-"}`, noteAt),
  ];
  return [
    note,
    [limitAt, () => finish(model, `ended by limit: expired`, limitAt)],
    ...(held && holdUntil < limitAt
      ? [[holdUntil, () => letGo(write(model, `hold-over`, holdUntil))] satisfies Due]
      : []),
  ];
}

function overDue(model: Model): Due[] {
  return [[model.shutAt, () => write({ ...model, shut: true }, "closed", model.shutAt)]];
}

function write(model: Model, line: string, at: number): Model {
  return { ...model, lines: [...model.lines, `${at} ${line}`] };
}

/** What a person does with an absence makes it one to write down, if it is not yet. */
function noteNow(model: Model, now: number): Model {
  const { isAway, noteAt, since, agent, holdUntil } = model;
  if (!isAway || noteAt === NEVER) return model;
  return write({ ...model, noteAt: NEVER }, `away since ${since} until ${agent === null ? "-" : holdUntil}`, now);
}

function goAway(model: Model, since: number, now: number): Model {
  const limitAt = now + model.terms.limitSeconds * 1_000;
  const holdUntil = model.agent === null ? NEVER : Math.min(now + model.terms.holdSeconds * 1_000, limitAt);
  const noteAt = Math.min(Math.max(now, since + 10_000), holdUntil, limitAt);
  return { ...model, isAway: true, since, noteAt, limitAt, holdUntil };
}

/** Which agent may read it: who has it, or had it last where nobody has. */
export function readerIn(model: Model): string | null {
  return model.agent ?? (stateIn(model) === "waiting" || model.shut ? model.last : null);
}

/** Its agent has it no longer, and it can still be come back to. Where it waits, they keep it in view even if they gave it away. */
function letGo(model: Model, isGivenAway = false): Model {
  const { isAway, agent } = model;
  return { ...model, agent: null, isWaiting: isAway, last: isGivenAway && !isAway ? null : agent, holdUntil: NEVER };
}

function finish(model: Model, line: string, at: number): Model {
  if (model.over) return model;
  const ended = write({ ...model, over: true, last: model.agent ?? model.last }, line, at);
  if (model.agent === null) return { ...ended, shut: true };
  const { blocks, autoCloseSeconds } = model.terms.wrapUp;
  const seconds = typeof blocks === "number" ? blocks : 0;
  const shutAt = at + Math.max(seconds, autoCloseSeconds) * 1_000;
  return { ...ended, blocksUntil: blocks === "always" ? shutAt : at + seconds * 1_000, shutAt };
}

type Obeyed = { next: Model; ok: boolean };
const yes = (next: Model): Obeyed => ({ next, ok: true });
const no = (next: Model): Obeyed => ({ next, ok: false });

function obey(model: Model, command: Command, now: number): Obeyed {
  const { over, agent, isAway, subject } = model;
  switch (command.type) {
    case "clock":
    case "agent-connection":
    case "placed":
    case "link-opened":
      return yes(model);
    case "customer-present": {
      if (over || !isAway) return yes(model);
      const seconds = Math.round((now - model.since) / 1_000);
      const noted = model.noteAt === NEVER ? write(model, `back after ${seconds}`, now) : model;
      return yes({ ...noted, isAway: false, isWaiting: false, hasBegun: true });
    }
    case "customer-dropped":
      return yes(over || isAway ? model : goAway(model, Math.min(command.since, now), now));
    case "say":
      return speak(model, command);
    case "request":
      // The same id makes the same link; everything else is done once.
      return command.request.type === "make-link"
        ? grant(model, command, now)
        : once(model, command.id, () => grant(model, command, now));
    case "assign": {
      const { offerId, agent: taker } = command;
      // Accepted already: that stands as long as the assignment does, and never comes back.
      if (model.done.includes(offerId))
        return { next: model, ok: !over && agent !== null && lastOffer(model) === offerId };
      if (over || agent !== null || isAway) return no(model);
      return yes(
        write({ ...model, agent: taker.id, joinedAt: now, done: [...model.done, offerId] }, `joined ${taker.id}`, now),
      );
    }
    case "unassign": {
      if (over || agent === null || lastOffer(model) !== command.offerId) return yes(model);
      const gone = Math.max(model.joinedAt, Math.min(command.at, now));
      return yes(letGo(write(noteNow(model, now), `left ${agent}: ${command.reason}`, gone)));
    }
    case "identify": {
      if (subject === command.subject) return yes(model);
      if (over || subject !== null || command.device !== "laptop") return no(model);
      const { subject: sub, name: signed } = command;
      const named = { name: signed ?? model.name, isNameSigned: signed !== null };
      return yes(write({ ...model, ...named, subject: sub }, "identified", now));
    }
    case "context": {
      const { name: told = model.name, page = model.page, facts = model.facts } = command.told;
      return yes(over ? model : { ...model, name: model.isNameSigned ? model.name : told, page, facts });
    }
  }
}

/** Words change nothing, but that a link is made where an agent asks for one; the message is its line. */
function speak(model: Model, { actor, text, linkId, portalUrl }: Command & { type: "say" }): Obeyed {
  const { over, agent } = model;
  if (over || (actor.side === "agent" && actor.agentId !== agent)) return no(model);
  if (actor.side === "customer" || text !== LINK_SLUG) return yes(model);
  return linked(model, linkId, "agent", portalUrl);
}

/** A link that leads to where the portal is now: the one that has this id, or a new one. One that was revoked stays so. */
function linked(model: Model, id: string, by: string, portalUrl: string | null): Obeyed {
  const { links, terms } = model;
  if (!terms.reconnect || portalUrl === null) return no(model);
  const found = links.find((link) => link.id === id);
  if (found !== undefined) {
    if (found.isRevoked) return no(model);
    return yes({ ...model, links: links.map((link) => (link === found ? { ...link, base: portalUrl } : link)) });
  }
  if (links.length >= 50 || links.filter(({ isRevoked }) => !isRevoked).length >= 5) return no(model);
  return yes({ ...model, links: [...links, { id, by, base: portalUrl, isRevoked: false }] });
}

function lastOffer({ done }: Model): string | undefined {
  return done.findLast((id) => id.startsWith("offer"));
}

/** What was done is done; what was refused may be tried again. */
function once(model: Model, id: string, work: () => Obeyed): Obeyed {
  if (model.done.includes(id)) return yes(model);
  const { next, ok } = work();
  return ok ? yes({ ...next, done: [...next.done, id] }) : no(model);
}

function grant(model: Model, { actor, request }: Command & { type: "request" }, now: number): Obeyed {
  const { over, shut, agent, isAway } = model;
  // Who had it before it began to wait may read it and end it, and nothing more.
  const theirs = shut
    ? model.last
    : (agent ?? (request.type === "end" && stateIn(model) === "waiting" ? model.last : null));
  const isTheirs = actor.side === "agent" && (actor.role === "supervisor" || actor.agentId === theirs);
  const everyones: Request["type"][] = ["end", "make-link", "revoke-links"];
  if (!isTheirs && !(actor.side === "customer" && everyones.includes(request.type))) return no(model);
  const isHeld = !over && agent !== null && isAway;
  switch (request.type) {
    case "end": {
      const reason = actor.side === "agent" ? "ended" : request.reason;
      return yes(finish(model, `ended by ${actor.side}: ${reason}`, now));
    }
    case "extend-hold": {
      if (!isHeld || model.holdUntil >= model.limitAt) return no(model);
      const longer = model.holdUntil + Math.max(60, model.terms.holdSeconds) * 1_000;
      const holdUntil = Math.min(longer, model.limitAt);
      return yes(write({ ...model, holdUntil }, `hold-extended to ${holdUntil}`, now));
    }
    case "give-up-hold":
      return isHeld ? yes(letGo(write(noteNow(model, now), "hold-over: given up", now))) : no(model);
    case "give-back":
      if (over || agent === null) return no(model);
      return yes(letGo(write(noteNow(model, now), `left ${agent}: gave-back`, now), true));
    case "transfer": {
      const isSame = "agentId" in request.to && request.to.agentId === agent;
      if (over || agent === null || isSame) return no(model);
      return yes(letGo(write(noteNow(model, now), `left ${agent}: transferred`, now), true));
    }
    case "close":
      if (shut) return yes(model);
      return over ? yes(write({ ...model, shut: true }, "closed", now)) : no(model);
    case "set-notes":
      return shut ? no(model) : yes({ ...model, notes: request.text });
    case "make-link": {
      if (over) return no(model);
      const isOwn = ({ by, isRevoked }: Model["links"][number]) => by === "customer" && !isRevoked;
      const own = actor.side === "customer" ? model.links.find(isOwn) : undefined;
      const { next, ok } = linked(model, own?.id ?? request.linkId, actor.side, request.portalUrl);
      const isNew = next.links.length > model.links.length;
      return { next: isNew ? write(next, `link-made ${request.linkId} by ${actor.side}`, now) : next, ok };
    }
    case "revoke-links": {
      const isMeant = (id: string) => request.linkId === null || request.linkId === id;
      const dead = model.links.filter(({ id, isRevoked }) => !isRevoked && isMeant(id));
      if (over || dead.length === 0) return yes(model);
      const links = model.links.map((link) => (dead.includes(link) ? { ...link, isRevoked: true } : link));
      return yes(write({ ...model, links }, `links-revoked ${dead.map(({ id }) => id).join()}`, now));
    }
  }
}
