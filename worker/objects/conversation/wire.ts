import { toBackstage, toView } from "../../core/conversation/views.ts";
import type { ConversationState } from "../../core/conversation/state.ts";
import type { StoredEntry } from "../../storage/conversation-store.ts";
import { mintLinkToken } from "../../tokens/link.ts";
import type { Entry } from "#protocol/entries.ts";
import type { Welcome } from "#protocol/frames.ts";
import { FIRST_ENTRIES, LINK_FRAGMENT, LINK_SLUG, PAGE_ENTRIES } from "#protocol/limits.ts";
import type { Change, Ledger } from "./ledger.ts";

/** Who reads: links are rendered for the customer alone. */
export type Reader = "customer" | "agent" | "export";

/** The URL of a link. It is made anew whenever it is shown; nothing that opens anything is stored. */
export function linkUrl(rootKey: string, conversationId: string, link: { id: string; base: string }): string {
  return `${link.base}#${LINK_FRAGMENT}=${mintLinkToken(rootKey, { conversationId, linkId: link.id })}`;
}

/** An entry as it goes over the wire to this reader. */
export function toWire(entry: StoredEntry, reader: Reader, rootKey: string, conversationId: string): Entry {
  const { seq, at, body } = entry;
  if (body.kind === "event") return { seq, at, ...body };
  const { link, ...message } = body;
  if (link === undefined) return { seq, at, ...message };
  const text =
    reader === "customer" ? body.text.replaceAll(LINK_SLUG, linkUrl(rootKey, conversationId, link)) : body.text;
  return { seq, at, ...message, text, linkId: link.id };
}

/** The first frame on a socket: this state and the words together, as far as they fit. */
export function welcome(
  ledger: Ledger,
  state: ConversationState,
  cursor: { after: number | null; epoch: string | null },
  reader: Reader,
  rootKey: string,
  now: number,
): Welcome {
  const { store, epoch } = ledger;
  const head = store.head();
  const follows = cursor.after !== null && cursor.epoch === epoch && cursor.after <= head ? cursor.after : null;
  const entries = follows === null ? store.before(head + 1, FIRST_ENTRIES) : store.after(follows, PAGE_ENTRIES);
  const last = entries.at(-1)?.seq ?? head;
  return {
    type: "welcome",
    epoch,
    head,
    mode: follows === null ? "snapshot" : "resumed",
    entries: entries.map((entry) => toWire(entry, reader, rootKey, state.id)),
    hasBefore: follows === null && (entries[0]?.seq ?? 1) > 1,
    more: last < head,
    view: toView(state),
    ...(reader === "agent" ? { backstage: toBackstage(state) } : {}),
    seen: ledger.seen,
    serverTime: now,
  };
}

/** The frames that tell a change, as text, by who reads them; null for whom nothing of it is to be seen. */
export function updateFrames(
  change: Change,
  rootKey: string,
  now: number,
): Record<"customer" | "agent", string | null> {
  const textFor = (reader: Reader) => {
    const frame = updateFrame(change, reader, rootKey, now);
    return frame === null ? null : JSON.stringify(frame);
  };
  const customer = textFor("customer");
  const isSameToBoth =
    change.before === change.after &&
    change.entries.every(({ body }) => body.kind === "event" || body.link === undefined);
  return { customer, agent: isSameToBoth ? customer : textFor("agent") };
}

/** What a change looks like to this reader; null if they would see nothing of it. */
function updateFrame(change: Change, reader: Reader, rootKey: string, now: number): object | null {
  const { before, after } = change;
  // A message leaves the state as it is, and is what happens most.
  const same = before === after;
  const view = same ? null : ifChanged(toView(before), toView(after));
  const backstage = same || reader !== "agent" ? null : ifChanged(toBackstage(before), toBackstage(after));
  if (change.entries.length === 0 && view === null && backstage === null) return null;
  return {
    type: "update",
    entries: change.entries.map((entry) => toWire(entry, reader, rootKey, after.id)),
    ...(view === null ? {} : { view }),
    ...(backstage === null ? {} : { backstage }),
    serverTime: now,
  };
}

/** The whole state without words: for a socket that has caught up, since changes went past it while it asked for pages. */
export function stateFrame(ledger: Ledger, reader: Reader, now: number): object {
  const { state } = ledger;
  const backstage = reader === "agent" ? { backstage: toBackstage(state) } : {};
  return { type: "update", entries: [], view: toView(state), ...backstage, serverTime: now };
}

function ifChanged<T>(before: T, after: T): T | null {
  return JSON.stringify(before) === JSON.stringify(after) ? null : after;
}
