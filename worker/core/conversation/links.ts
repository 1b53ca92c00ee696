import { LINK_SLUG, LIVE_LINKS } from "#protocol/limits.ts";
import type { Actor, Outcome } from "./commands.ts";
import { refused, unchanged } from "./commands.ts";
import { mayAct } from "./rights.ts";
import type { ConversationState, Link } from "./state.ts";
import { isLive, liveLinks } from "./state.ts";

/** Whether an agent's text asks for a link. */
export function hasSlug(text: string): boolean {
  return text.includes(LINK_SLUG);
}

/** How many links a conversation has in its life, the revoked ones included. */
const LINKS_EVER = 50;

/**
 * Makes a link, or says why there can be none. The same id makes the same link, which leads to where the portal is now; one
 * that was revoked is never made again.
 */
export function addLink(
  state: ConversationState,
  by: Link["by"],
  linkId: string,
  portalUrl: string | null,
  now: number,
): Outcome {
  if (!isLive(state.phase)) return refused(state, "ended");
  if (!state.terms.reconnect) return refused(state, "reconnect-off");
  if (portalUrl === null) return refused(state, "no-portal-url");
  const same = state.links.find((link) => link.id === linkId);
  if (same !== undefined && same.revokedAt !== null) return refused(state, "gone");
  if (same?.base === portalUrl) return unchanged(state, { ok: true, link: same });
  const isFull = liveLinks(state).length >= LIVE_LINKS || state.links.length >= LINKS_EVER;
  if (same === undefined && isFull) return refused(state, "too-many-links");
  const link =
    same === undefined
      ? { id: linkId, by, base: portalUrl, madeAt: now, openedAt: null, revokedAt: null }
      : { ...same, base: portalUrl };
  const others = state.links.filter((other) => other !== same);
  return unchanged({ ...state, links: [...others, link] }, { ok: true, link });
}

/** A person takes a link away with them. It is recorded; customers who ask again get the one they have. */
export function makeLink(
  state: ConversationState,
  actor: Actor,
  linkId: string,
  portalUrl: string | null,
  now: number,
): Outcome {
  if (!mayAct(state, actor)) return refused(state, "not-allowed");
  const own = actor.side === "customer" ? liveLinks(state).find((link) => link.by === "customer") : undefined;
  const made = addLink(state, actor.side, own?.id ?? linkId, portalUrl, now);
  if (!made.reply.ok || made.state.links.length === state.links.length) return made;
  return { ...made, lines: [{ at: now, what: { type: "link-made", linkId, by: actor.side } }] };
}

/** Kills one link, or all. Sessions that it opened go on. After the end all are dead already, and the transcript stays as it is. */
export function revokeLinks(state: ConversationState, actor: Actor, linkId: string | null, now: number): Outcome {
  if (!mayAct(state, actor)) return refused(state, "not-allowed");
  const dead = liveLinks(state).filter((link) => linkId === null || link.id === linkId);
  if (dead.length === 0) return unchanged(state);
  const links = state.links.map((link) => (dead.includes(link) ? { ...link, revokedAt: now } : link));
  const what = { type: "links-revoked", linkIds: dead.map((link) => link.id) } as const;
  return { ...unchanged({ ...state, links }), lines: [{ at: now, what }] };
}

/** Somebody opened it: agents see that, and nothing else changes until the person's first input. */
export function linkOpened(state: ConversationState, linkId: string, now: number): Outcome {
  if (!liveLinks(state).some((link) => link.id === linkId)) return unchanged(state);
  const links = state.links.map((link) => (link.id === linkId ? { ...link, openedAt: now } : link));
  return unchanged({ ...state, links });
}
