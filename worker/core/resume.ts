import type { PromptMode } from "#protocol/settings.ts";
import type { Ending } from "#protocol/view.ts";

/** A verified customer who comes back within this time to the page that holds their credential is not asked: that is a refresh, not a return. */
export const REAL_ABSENCE_MS = 60_000;

/** One conversation, as it bears on the question. */
export interface Evidence {
  conversationId: string;
  widgetId: string;
  subject: string | null;
  customerName: string | null;
  starter: string;
  generation: number;
  reconnect: boolean;
  linkIds: string[];
  startedAt: number;
  /** Null while it can be resumed. */
  ended: Ending | null;
  awaySince: number | null;
  holdUntil: number | null;
  resumableUntil: number | null;
  agentName: string | null;
}

export type Identity = { kind: "none" } | { kind: "valid"; sub: string } | { kind: "invalid" } | { kind: "expired" };

/** What the visitor shows, with what we know of each. Seals were checked before. */
export interface Question {
  widgetId: string;
  prompt: PromptMode;
  identity: Identity;
  link: { evidence: Evidence | null; linkId: string } | null;
  credential: { evidence: Evidence | null; device: string; generation: number } | null;
  /** Conversations that the customer object knows for this identity and widget; also the latest that ended, for who chose to continue it. */
  own: Evidence[];
  /** Chosen at the prompt. */
  continue: boolean;
}

export type Via = "link" | "credential" | "identity";

/** The one answer. `drop`: the visitor's credential is void for good (another person's, outdated, unknown) and is to be cleared. */
export type Resumption =
  | { answer: "resume"; conversationId: string; via: Via; claim: boolean; drop: boolean }
  | { answer: "offer"; evidence: Evidence; drop: boolean }
  | { answer: "ended"; evidence: Evidence; via: Via; readable: boolean; drop: boolean }
  | { answer: "none"; drop: boolean }
  | { answer: "refused"; reason: "identity-invalid" | "identity-expired" };

/**
 * "What may this visitor resume?" Identity filters first; then the link, the credential, the identity's own conversations.
 * A link that does not open falls through, and its end counts only if nothing else can be resumed.
 */
export function decideResume(question: Question, now: number): Resumption {
  const { identity, widgetId } = question;
  if (identity.kind === "invalid") return { answer: "refused", reason: "identity-invalid" };
  if (identity.kind === "expired") return { answer: "refused", reason: "identity-expired" };
  const sub = identity.kind === "valid" ? identity.sub : null;

  const here = (evidence: Evidence) => evidence.widgetId === widgetId;
  const theirs = (evidence: Evidence) => here(evidence) && (evidence.subject === null || evidence.subject === sub);
  const link = usableLink(question, theirs);
  const credential = usableCredential(question, theirs);
  // A page that does not know its customer yet clears nothing of theirs.
  const drop = question.credential !== null && usableCredential(question, sub === null ? here : theirs) === null;

  if (link !== null && link.ended === null) {
    return {
      answer: "resume",
      conversationId: link.conversationId,
      via: "link",
      claim: mayClaim(link, credential, question, sub),
      drop,
    };
  }
  if (credential !== null && credential.ended === null && credential.subject === null) {
    const claim = mayClaim(credential, credential, question, sub);
    return { answer: "resume", conversationId: credential.conversationId, via: "credential", claim, drop };
  }
  const inHand = credential !== null && owns(credential, sub) ? credential : null;
  const own =
    inHand ?? newest(question.own.filter((evidence) => owns(evidence, sub) && theirs(evidence) && evidence.reconnect));
  if (own !== null) {
    const silent = question.continue || isSilent(question.prompt, own, credential, now);
    return silent
      ? { answer: "resume", conversationId: own.conversationId, via: "identity", claim: false, drop }
      : { answer: "offer", evidence: own, drop };
  }
  const over = question.continue
    ? newest(question.own.filter((evidence) => isOf(evidence, sub) && theirs(evidence) && evidence.ended !== null))
    : null;
  if (over !== null) return { answer: "ended", evidence: over, via: "identity", readable: true, drop };
  if (link !== null)
    return {
      answer: "ended",
      evidence: link,
      via: "link",
      readable: link.conversationId === credential?.conversationId,
      drop,
    };
  if (credential !== null) return { answer: "ended", evidence: credential, via: "credential", readable: true, drop };
  return { answer: "none", drop };
}

/** Whether it is a live conversation of this identity. */
function owns(evidence: Evidence, sub: string | null): boolean {
  return isOf(evidence, sub) && evidence.ended === null;
}

function isOf(evidence: Evidence, sub: string | null): boolean {
  return sub !== null && evidence.subject === sub;
}

/** The link's conversation, if the link is live there, or was when it ended. */
function usableLink({ link }: Question, theirs: (evidence: Evidence) => boolean): Evidence | null {
  if (link === null || link.evidence === null || !theirs(link.evidence)) return null;
  return link.evidence.reconnect && link.evidence.linkIds.includes(link.linkId) ? link.evidence : null;
}

/**
 * The credential's conversation, if it is still this visitor's. One from before its customer signed in is as good as a new one: it is
 * their identity that proves them, and the answer to the sign-in may have got lost.
 */
function usableCredential(
  { credential, identity }: Question,
  theirs: (evidence: Evidence) => boolean,
): Evidence | null {
  if (credential === null || credential.evidence === null || !theirs(credential.evidence)) return null;
  const { evidence, generation } = credential;
  const isProved = identity.kind === "valid" && isOf(evidence, identity.sub);
  return isProved || generation >= evidence.generation ? evidence : null;
}

/** Only the browser that started a guest's chat can claim it for an identity; one that has a live chat of its own already keeps that. */
function mayClaim(evidence: Evidence, credential: Evidence | null, question: Question, sub: string | null): boolean {
  if (sub === null || evidence.subject !== null || credential?.conversationId !== evidence.conversationId) return false;
  if (question.own.some((own) => owns(own, sub))) return false;
  return question.credential?.device === evidence.starter;
}

/** Whether they go on without being asked; with reconnect off there is no prompt at all. */
function isSilent(prompt: PromptMode, own: Evidence, credential: Evidence | null, now: number): boolean {
  if (!own.reconnect) return true;
  switch (prompt) {
    case "never":
      return true;
    case "always":
      return false;
    case "return":
      return (
        credential?.conversationId === own.conversationId &&
        (own.awaySince === null || now - own.awaySince < REAL_ABSENCE_MS)
      );
  }
}

function newest(list: Evidence[]): Evidence | null {
  return list.toSorted((a, b) => b.startedAt - a.startedAt)[0] ?? null;
}
