import type { Actor, Reply, Request } from "../../core/conversation/commands.ts";
import { hasSlug } from "../../core/conversation/links.ts";
import { isTheirs, refusalOf } from "../../core/conversation/rights.ts";
import { CLOSE } from "#protocol/codes.ts";
import type { ErrorCode } from "#protocol/errors.ts";
import { decode } from "#protocol/decode.ts";
import { AgentFrame, CustomerFrame } from "#protocol/frames.ts";
import type { Draft, Ledger } from "./ledger.ts";
import type { Run } from "./life.ts";
import { sendHistory, sendMore } from "./paging.ts";
import type { Settings } from "./settings.ts";
import type { Room, Seat } from "./room.ts";
import { linkUrl } from "./wire.ts";
import { endSocket, sendFrame } from "../sockets.ts";
import { answerUnread, typesOf } from "../unread.ts";

type Frame = CustomerFrame | AgentFrame;
/** Frames that take effect once, under their id. */
type Asking = Exclude<Extract<Frame, { id: string }>, { type: "message" }>;

/** What talking needs of the object around it. */
export interface Talk {
  ledger: Ledger;
  room: Room;
  rootKey: string;
  run: Run;
  /** Who is here, or how long their silence is forgiven, may have changed. */
  attended: () => void;
  /** This page makes the conversation look who is there and what is due, as its alarm does. */
  look: (socket: WebSocket) => void;
  settings: Settings;
}

const FRAMES = { customer: CustomerFrame, agent: AgentFrame } as const;
const KNOWN = typesOf(CustomerFrame, AgentFrame);

/** Reads one frame and does what it says. Whatever cannot be read is answered, and changes nothing. */
export async function hear(talk: Talk, socket: WebSocket, text: string): Promise<void> {
  const seat = talk.room.seatOf(socket);
  const refusal = refusalOf(talk.ledger.state, seat, Date.now());
  if (refusal !== null) {
    endSocket(socket, refusal);
    return talk.attended();
  }
  const frame = decode<typeof CustomerFrame | typeof AgentFrame>(FRAMES[seat.side], text);
  if (!frame.ok)
    return answerUnread(socket, text, KNOWN, frame.problem === "text: too long" ? "too-long" : "bad-frame");
  const asking = frame.value;
  switch (asking.type) {
    case "message":
      return say(talk, socket, seat, asking);
    case "typing":
      if (!isVoice(talk, seat)) return undefined;
      return talk.room.pass(
        { type: "typing", from: seat.side, on: asking.on },
        socket,
        seat.side === "customer" ? "agent" : "customer",
      );
    case "seen":
      return markSeen(talk, socket, seat, asking.seq);
    case "visibility":
      talk.room.update(socket, { ...seat, hidden: asking.hidden, openedAt: Date.now() });
      return talk.attended();
    case "activity":
      return wakeUp(talk, socket, seat);
    case "context":
      talk.run({ type: "context", told: asking }, Date.now());
      return undefined;
    case "more":
      return sendMore(talk, socket, seat, asking.after);
    case "look":
      return talk.look(socket);
    case "history":
      return sendHistory(talk, socket, seat, asking.before);
    default:
      return ask(talk, socket, seat, asking);
  }
}

function actorOf(seat: Seat): Actor {
  return seat.side === "customer" ? { side: "customer" } : { side: "agent", agentId: seat.agentId, role: seat.role };
}

async function say(
  talk: Talk,
  socket: WebSocket,
  seat: Seat,
  { id, text }: { id: string; text: string },
): Promise<void> {
  const known = talk.ledger.store.message(id);
  if (known !== null) {
    const { body } = known;
    const same = body.kind === "message" && body.from === seat.side && body.text === text;
    return sendFrame(
      socket,
      same ? { type: "ack", id, seq: known.seq, at: known.at } : { type: "nack", id, code: "conflict" },
    );
  }
  const asked = seat.side === "agent" && hasSlug(text) ? await answered(talk.settings.portalUrl()) : null;
  if (asked === LATE) return sendFrame(socket, { type: "nack", id, code: "unavailable" });
  if (seat.side === "customer") wakeUp(talk, socket, seat);
  const command = { type: "say", actor: actorOf(seat), text, linkId: id, portalUrl: asked } as const;
  const draft: Draft = ({ author, link }) => ({
    kind: "message",
    id,
    from: seat.side,
    ...(author === undefined ? {} : { agent: author }),
    text,
    ...(link === undefined ? {} : { link }),
  });
  talk.run(command, Date.now(), draft, ({ reply, entries }) => {
    const entry = entries.at(-1);
    if (!reply.ok || entry === undefined) return answer(talk, socket, id, reply);
    // Whom updates reach has the answer in the one that follows: the entry itself. A frame more would be a third of what a message costs.
    if (!seat.live) sendFrame(socket, { type: "ack", id, seq: entry.seq, at: entry.at });
  });
}

/** The organisation did not answer, or not in time. */
const LATE = Symbol("late");

function answered<T>(asked: Promise<T>): Promise<T | typeof LATE> {
  return asked.catch((error: unknown) => {
    console.warn("the organisation could not be asked", error);
    return LATE;
  });
}

/** Requests of agents are rare and weigh much: whoever was signed out meanwhile asks in vain. */
async function ask(talk: Talk, socket: WebSocket, seat: Seat, frame: Asking): Promise<void> {
  const { settings } = talk;
  const nack = (code: ErrorCode) => sendFrame(socket, { type: "nack", id: frame.id, code });
  if (seat.side === "agent") {
    const role = await answered(settings.roleNow(seat.sessionId));
    if (role === LATE) return nack("unavailable");
    // Another role than the socket was opened with: they come back with a fresh ticket, and ask again.
    if (role !== seat.role) {
      endSocket(socket, role === null ? CLOSE.signedOut : CLOSE.stale);
      return talk.attended();
    }
  }
  const target = frame.type === "transfer" ? await answered(settings.exists(frame.to)) : true;
  if (target !== true) return nack(target === LATE ? "unavailable" : "not-found");
  const portalUrl = frame.type === "make-link" ? await answered(settings.portalUrl()) : null;
  if (portalUrl === LATE) return nack("unavailable");
  const request = toRequest(frame, portalUrl);
  const command = { type: "request", id: frame.id, actor: actorOf(seat), request } as const;
  talk.run(command, Date.now(), undefined, ({ reply }) => answer(talk, socket, frame.id, reply));
}

function toRequest(frame: Asking, portalUrl: string | null): Request {
  switch (frame.type) {
    case "end":
      return { type: "end", reason: "ended" };
    case "make-link":
      return { type: "make-link", linkId: frame.id, portalUrl };
    case "revoke-links":
      return { type: "revoke-links", linkId: frame.linkId ?? null };
    case "set-notes":
      return { type: "set-notes", text: frame.text };
    case "transfer":
      return { type: "transfer", to: frame.to };
    case "extend-hold":
    case "give-up-hold":
    case "give-back":
    case "close":
      return { type: frame.type };
  }
}

function answer(talk: Talk, socket: WebSocket, id: string, reply: Reply): void {
  if (!reply.ok) return sendFrame(socket, { type: "nack", id, code: reply.code });
  const { link } = reply;
  const url = link === undefined ? {} : { linkId: link.id, url: linkUrl(talk.rootKey, talk.ledger.state.id, link) };
  sendFrame(socket, { type: "ack", id, ...url });
}

/** The person behind a page that came by link has touched it: it counts as present from now on. */
function wakeUp(talk: Talk, socket: WebSocket, seat: Seat): void {
  if (seat.side !== "customer" || !seat.quiet) return;
  talk.room.update(socket, { ...seat, quiet: false });
  talk.run({ type: "customer-present" }, Date.now());
}

/** Whether somebody speaks for their side: of agents only the one who has the conversation, not who looks in. */
function isVoice(talk: Talk, seat: Seat): boolean {
  return seat.side === "customer" || isTheirs(talk.ledger.state, seat.agentId);
}

function markSeen(talk: Talk, socket: WebSocket, seat: Seat, seq: number): void {
  if (!isVoice(talk, seat)) return;
  const seen = talk.ledger.read(seat.side, seq);
  if (seen === null) return;
  talk.room.update(socket, { ...seat, seen: seq });
  talk.room.pass({ type: "seen", seen }, socket);
}
