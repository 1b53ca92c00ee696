import { CLOSE } from "#protocol/codes.ts";
import type { Entry } from "#protocol/entries.ts";
import { isLive, say, untell } from "./connection.ts";
import { drive, resync } from "./drive.ts";
import { flush } from "./flush.ts";
import { mark, without } from "./outbox.ts";
import { answered } from "./requests.ts";
import type { HeardFrame, SessionTurn } from "./session.ts";
import { append, EMPTY, firstSeq, lastSeq, prepend, replace } from "./transcript.ts";
import type { Transcript } from "./transcript.ts";

type Frame<T extends HeardFrame["type"]> = Extract<HeardFrame, { type: T }>;

/** The other side's typing is believed for this long, unless it is repeated. */
const TYPING_MS = 6_000;

/** A message has its answer: it is in the transcript. Should storage bring it back, from a tab that does not know of it yet, it is said again. */
function stands(turn: SessionTurn, id: string): void {
  if (turn.told[id]) untell(turn, id);
  turn.outbox = without(turn.outbox, id);
}

/** Entries came in: what stands among them waits no more. */
function settle(turn: SessionTurn, transcript: Transcript, entries: readonly Entry[]): void {
  turn.transcript = transcript;
  for (const entry of entries) if (entry.kind === "message") stands(turn, entry.id);
}

/** What is held leads nowhere: the next socket brings all of it anew. */
function startOver(turn: SessionTurn): void {
  turn.transcript = EMPTY;
  resync(turn);
}

/** A reply that may leave a rest of the gap: asks for more, or is live. `transcript` is null if it does not join what is held. */
function catchUp(
  turn: SessionTurn,
  transcript: Transcript | null,
  { entries, head, more }: Frame<"welcome" | "page">,
): void {
  if (transcript === null) return startOver(turn);
  // Whoever gets nothing new would ask for the same for ever.
  const isNews = entries.length > 0 && transcript !== turn.transcript;
  settle(turn, transcript, entries);
  const after = lastSeq(transcript);
  if (!more && after >= head) return drive(turn, { type: "synced" });
  if (!isNews) return startOver(turn);
  drive(turn, { type: "opened" });
  say(turn, { type: "more", after });
}

function welcome(turn: SessionTurn, frame: Frame<"welcome">): void {
  const { transcript } = turn;
  const { epoch, entries } = frame;
  const joins = epoch === transcript.epoch ? append(transcript, entries) : null;
  turn.view = frame.view;
  turn.backstage = frame.backstage ?? null;
  turn.seen = frame.seen;
  turn.clockOffset = frame.serverTime - turn.now;
  catchUp(turn, frame.mode === "resumed" ? joins : replace(epoch, entries, frame.hasBefore), frame);
}

function update(turn: SessionTurn, frame: Frame<"update">): void {
  const { entries } = frame;
  turn.view = frame.view ?? turn.view;
  turn.backstage = frame.backstage ?? turn.backstage;
  // Of several frames the one that was fastest tells the clock best, and that is the one with the largest difference.
  turn.clockOffset = Math.max(turn.clockOffset, frame.serverTime - turn.now);
  if (entries.some((entry) => entry.kind === "message" && entry.from !== turn.role)) turn.typingUntil = null;
  // Before the replay is through, the pages still to come hold these entries too.
  if (!isLive(turn)) return;
  const transcript = append(turn.transcript, entries);
  if (transcript === null) return resync(turn);
  settle(turn, transcript, entries);
  flush(turn);
}

/** One frame of the present socket. What the server says is merged so that hearing it twice changes nothing. */
export function receive(turn: SessionTurn, frame: HeardFrame): void {
  const { transcript } = turn;
  switch (frame.type) {
    case "welcome":
      if (!isLive(turn)) welcome(turn, frame);
      return;
    case "page":
      if (!isLive(turn)) catchUp(turn, append(transcript, frame.entries), frame);
      return;
    case "update":
      return update(turn, frame);
    case "history":
      if (frame.before === firstSeq(transcript)) turn.transcript = prepend(transcript, frame.entries, frame.hasBefore);
      return;
    case "ack":
      // Of a message: it stood there already, and so among what was replayed.
      stands(turn, frame.id);
      answered(turn, frame.id, { ok: true, url: frame.url, linkId: frame.linkId });
      return flush(turn);
    case "error":
    case "nack":
      // Nothing is lost by it: on the next socket, with a fresh identity, it is said again.
      if (frame.code === "identity-expired") return resync(turn, CLOSE.identityExpired);
      // It may be older history that can't be had now.
      if (frame.type === "error") return untell(turn, "history");
      untell(turn, frame.id);
      answered(turn, frame.id, { ok: false, code: frame.code });
      turn.outbox = mark(turn.outbox, frame.id, { is: "failed", code: frame.code });
      return flush(turn);
    case "typing":
      if (frame.from !== turn.role) turn.typingUntil = frame.on ? turn.now + TYPING_MS : null;
      return;
    case "seen":
      turn.seen = frame.seen;
  }
}
