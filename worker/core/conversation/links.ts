import { LINK_SLUG, LIVE_LINKS } from "#protocol/limits.ts";
import type { Actor, Outcome } from "./commands.ts";
import { refused, unchanged } from "./commands.ts";
import { isInHand } from "./holding.ts";
import type { ConversationState, Link } from "./state.ts";
import { isLive } from "./state.ts";

/** Whether an agent's text asks for a link. */
export function hasSlug(text: string): boolean {
  return text.includes(LINK_SLUG);
}

/** Makes a link, or says why there can be none. The same id makes the same link. */
export function addLink(
  state: ConversationState,
  by: Link["by"],
  linkId: string,
  portalUrl: string | null,
  now: number,
): Outcome {
  if (!isLive(state.phase)) return refused(state, "ended");
  if (!state.terms.reconnect) return refused(state, "reconnect-off");
  const same = state.links.find((link) => link.id === linkId);
  if (same !== undefined) return unchanged(state, { ok: true, link: same });
  if (portalUrl === null) return refused(state, "no-portal-url");
  if (state.links.length >= LIVE_LINKS) return refused(state, "too-many-links");
  const link = { id: linkId, by, base: portalUrl, madeAt: now, openedAt: null };
  return unchanged({ ...state, links: [...state.links, link] }, { ok: true, link });
}

/** A person takes a link away with them. It is recorded; customers who ask again get the one they have. */
export function makeLink(
  state: ConversationState,
  actor: Actor,
  linkId: string,
  portalUrl: string | null,
  now: number,
): Outcome {
  if (actor.side === "agent" && !isInHand(state, actor)) return refused(state, "not-allowed");
  const own = actor.side === "customer" ? state.links.find((link) => link.by === "customer") : undefined;
  const made = addLink(state, actor.side, own?.id ?? linkId, portalUrl, now);
  if (!made.reply.ok || made.state === state) return made;
  return { ...made, lines: [{ at: now, what: { type: "link-made", linkId, by: actor.side } }] };
}

/** Kills one link, or all. Sessions that it opened go on. After the end all are dead already, and the transcript stays as it is. */
export function revokeLinks(state: ConversationState, actor: Actor, linkId: string | null, now: number): Outcome {
  if (actor.side === "agent" && !isInHand(state, actor)) return refused(state, "not-allowed");
  const dead = state.links.filter((link) => linkId === null || link.id === linkId);
  if (dead.length === 0 || !isLive(state.phase)) return unchanged(state);
  const links = state.links.filter((link) => !dead.includes(link));
  const what = { type: "links-revoked", linkIds: dead.map((link) => link.id) } as const;
  return { ...unchanged({ ...state, links }), lines: [{ at: now, what }] };
}

/** Somebody opened it: agents see that, and nothing else changes until the person's first input. */
export function linkOpened(state: ConversationState, linkId: string, now: number): Outcome {
  if (!isLive(state.phase) || !state.links.some((link) => link.id === linkId)) return unchanged(state);
  const links = state.links.map((link) => (link.id === linkId ? { ...link, openedAt: now } : link));
  return unchanged({ ...state, links });
}
