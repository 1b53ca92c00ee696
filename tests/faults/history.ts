import type { Happening } from "#protocol/entries.ts";

/** What somebody composed, and where. */
export interface Composed {
  /** In its text; no other text holds it. */
  token: string;
  side: "customer" | "agent";
  /** Whose storage it lies in until it is said: a browser's name, or an agent's. */
  author: string;
  /** Messages of one page (and of what that page becomes when it is loaded again) stand in the order in which they were composed. */
  page: string;
  conversationId: string;
}

/** An entry, as far as all who read it must see the same. */
export interface Line {
  seq: number;
  at: number;
  /** Of a message. Links in it differ by reader, so texts are compared by their tokens. */
  id: string | null;
  text: string | null;
  what: Happening | null;
}

/** What was composed, told and seen in one run: what the judge judges by. */
export interface History {
  readonly composed: readonly Composed[];
  /** Tokens of messages whose author was told that they are delivered. */
  readonly told: ReadonlySet<string>;
  /** Tokens that were thrown away on purpose: with an ended chat that was closed, by signing out, or with a conversation that left an agent's hands. */
  readonly thrown: ReadonlySet<string>;
  /** Conversations that anybody was in. */
  readonly conversations: ReadonlySet<string>;
  /** What was wrong at the moment at which it was seen. */
  readonly wrong: readonly string[];
  /** Entries that came over any wire, each as often as it came. */
  readonly heard: number;
  compose(message: Composed): void;
  tell(token: string): void;
  /** All that this author has not seen delivered is thrown away; in this conversation, if one is named. */
  throwAway(author: string, conversationId?: string): void;
  /** An entry came over a wire, or is shown. */
  see(conversationId: string, line: Line, by: string): void;
  enter(conversationId: string): void;
  complain(what: string): void;
}

/** The tokens in a text. */
export const tokensIn = (text: string): string[] => text.match(/«[^»]+»/g) ?? [];

export function createHistory(): History {
  const composed: Composed[] = [];
  const told = new Set<string>();
  const thrown = new Set<string>();
  const conversations = new Set<string>();
  const wrong: string[] = [];
  /** What stands where, as the first who saw it saw it. */
  const known = new Map<string, string>();
  let heard = 0;
  const complain = (what: string) => {
    // The same fault is seen by many, again and again.
    if (wrong.length < 50 && !wrong.includes(what)) wrong.push(what);
  };
  return {
    composed,
    told,
    thrown,
    conversations,
    wrong,
    get heard() {
      return heard;
    },
    compose: (message) => composed.push(message),
    tell: (token) => told.add(token),
    throwAway: (author, conversationId) => {
      for (const message of composed) {
        const isMeant = conversationId === undefined || message.conversationId === conversationId;
        if (message.author === author && isMeant && !told.has(message.token)) thrown.add(message.token);
      }
    },
    see: (conversationId, { seq, at, id, text, what }, by) => {
      heard += 1;
      const place = `${conversationId} ${seq}`;
      const face = JSON.stringify([at, id, text === null ? null : tokensIn(text), what]);
      const before = known.get(place);
      if (before === undefined) known.set(place, face);
      else if (before !== face) complain(`${by} sees ${face} at ${seq}, where ${before} stood`);
    },
    enter: (conversationId) => conversations.add(conversationId),
    complain,
  };
}
