import type { Entry } from "#protocol/entries.ts";
import { drive } from "./drive.ts";
import { flush, transmit } from "./flush.ts";
import { confirm, mark } from "./outbox.ts";
import type { Answer, HeardFrame, Session, SessionEffect, SessionStep } from "./session.ts";
import { append, EMPTY, firstSeq, lastSeq, prepend, replace } from "./transcript.ts";
import type { Merged } from "./transcript.ts";

type Frame<T extends HeardFrame["type"]> = Extract<HeardFrame, { type: T }>;

/** The other side's typing is believed for this long, unless it is repeated. */
const TYPING_MS = 6_000;

/** Goes on with another state, keeping the effects that there were. */
function then({ state, effects }: SessionStep, next: (state: Session) => SessionStep): SessionStep {
  const after = next(state);
  return { state: after.state, effects: [...effects, ...after.effects] };
}

/** Entries came in: the outbox lets go of what stands among them. */
function settle(state: Session, merged: Merged, entries: readonly Entry[]): SessionStep {
  const outbox = confirm(state.outbox, entries, lastSeq(merged.transcript));
  const kept = new Set(outbox.map(({ id }) => id));
  const ids = state.outbox.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  return {
    state: { ...state, transcript: merged.transcript, outbox },
    effects: ids.length > 0 ? [{ type: "forget", ids }] : [],
  };
}

function welcome(state: Session, frame: Frame<"welcome">, now: number, random: number): SessionStep {
  if (state.connection.stage.at !== "syncing") return { state, effects: [] };
  const resumed = frame.mode === "resumed";
  const merged = resumed
    ? append(state.transcript, frame.entries)
    : replace(frame.epoch, frame.entries, frame.hasBefore);
  if (merged.gap || (resumed && frame.epoch !== state.transcript.epoch)) {
    return drive({ ...state, transcript: EMPTY }, { type: "resync", fresh: false }, now, random);
  }
  // Another history knows nothing of what the former one had acknowledged: it goes into this one.
  const outbox =
    frame.epoch === state.transcript.epoch || state.transcript.epoch === null
      ? state.outbox
      : state.outbox.map((item) =>
          item.state.is === "stored" ? { ...item, state: { is: "waiting" as const } } : item,
        );
  const { view, seen } = frame;
  const informed = {
    ...state,
    outbox,
    view,
    seen,
    backstage: frame.backstage ?? null,
    clockOffset: frame.serverTime - now,
  };
  return then(settle(informed, merged, frame.entries), (settled) =>
    catchUp(settled, frame, frame.entries.length, now, random),
  );
}

/** After a reply that may leave a rest of the gap: asks for more, or is live. */
function catchUp(
  state: Session,
  { head, more }: { head: number; more: boolean },
  got: number,
  now: number,
  random: number,
): SessionStep {
  const after = lastSeq(state.transcript);
  if (!more && after >= head) return drive(state, { type: "synced" }, now, random);
  if (got === 0) return drive({ ...state, transcript: EMPTY }, { type: "resync", fresh: false }, now, random);
  const moved = drive(state, { type: "progressed" }, now, random);
  return { state: moved.state, effects: [...moved.effects, transmit(moved.state, { type: "more", after })] };
}

function page(state: Session, frame: Frame<"page">, now: number, random: number): SessionStep {
  if (state.connection.stage.at !== "syncing") return { state, effects: [] };
  const merged = append(state.transcript, frame.entries);
  if (merged.gap) return drive({ ...state, transcript: EMPTY }, { type: "resync", fresh: false }, now, random);
  const got = lastSeq(merged.transcript) - lastSeq(state.transcript);
  return then(settle(state, merged, frame.entries), (settled) => catchUp(settled, frame, got, now, random));
}

function update(before: Session, frame: Frame<"update">, now: number, random: number): SessionStep {
  const { view = before.view, backstage = before.backstage } = frame;
  const spoke = frame.entries.some((entry) => entry.kind === "message" && entry.from !== before.role);
  // Of several frames the one that was fastest tells the clock best, and that is the one with the largest difference.
  const clockOffset = Math.max(before.clockOffset, frame.serverTime - now);
  const state = { ...before, view, backstage, clockOffset, typingUntil: spoke ? null : before.typingUntil };
  // Before the replay is through, the pages still to come hold these entries too.
  if (state.connection.stage.at !== "live") return { state, effects: [] };
  const merged = append(state.transcript, frame.entries);
  if (merged.gap) return drive(state, { type: "resync", fresh: false }, now, random);
  return then(settle(state, merged, frame.entries), flush);
}

function ack(state: Session, { id, seq, url, linkId }: Frame<"ack">): SessionStep {
  if (state.outbox.some((item) => item.id === id)) {
    const here = seq === undefined || seq <= lastSeq(state.transcript);
    const outbox = here ? state.outbox.filter((item) => item.id !== id) : mark(state.outbox, id, { is: "stored", seq });
    return then({ state: { ...state, outbox }, effects: [{ type: "forget", ids: [id] }] }, flush);
  }
  const answer: Answer = {
    ok: true,
    ...(url === undefined ? {} : { url }),
    ...(linkId === undefined ? {} : { linkId }),
  };
  return answered(state, id, answer);
}

function answered(state: Session, id: string, answer: Answer): SessionStep {
  const requests = state.requests.filter(({ frame }) => frame.id !== id);
  return {
    state: { ...state, requests },
    effects: requests.length < state.requests.length ? [{ type: "answer", id, answer }] : [],
  };
}

function nack(state: Session, id: string, code: string, now: number, random: number): SessionStep {
  // Nothing is lost by it: on the next socket, with a fresh identity, it is said again.
  if (code === "identity-expired") return drive(state, { type: "resync", fresh: true }, now, random);
  const item = state.outbox.find((candidate) => candidate.id === id);
  if (item === undefined) return answered(state, id, { ok: false, code });
  const failed = { ...item, state: { is: "failed" as const, code } };
  const effects: SessionEffect[] = code === "ended" ? [] : [{ type: "keep", item: failed }];
  return then({ state: { ...state, outbox: mark(state.outbox, id, failed.state) }, effects }, flush);
}

/** One frame of the present socket. What the server says is merged so that hearing it twice changes nothing. */
export function receive(state: Session, frame: HeardFrame, now: number, random: number): SessionStep {
  switch (frame.type) {
    case "welcome":
      return welcome(state, frame, now, random);
    case "page":
      return page(state, frame, now, random);
    case "update":
      return update(state, frame, now, random);
    case "history": {
      const joins = frame.before === firstSeq(state.transcript);
      const transcript = joins ? prepend(state.transcript, frame.entries, frame.hasBefore) : state.transcript;
      return { state: { ...state, loadingEarlier: false, transcript }, effects: [] };
    }
    case "ack":
      return ack(state, frame);
    case "nack":
      return nack(state, frame.id, frame.code, now, random);
    case "typing":
      return {
        state: frame.from === state.role ? state : { ...state, typingUntil: frame.on ? now + TYPING_MS : null },
        effects: [],
      };
    case "seen":
      return { state: { ...state, seen: frame.seen }, effects: [] };
    case "error":
      return frame.code === "identity-expired"
        ? drive(state, { type: "resync", fresh: true }, now, random)
        : { state: { ...state, loadingEarlier: false }, effects: [] };
  }
}
