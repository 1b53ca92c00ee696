import { CustomerFrame } from "#protocol/frames.ts";
import type { ServerFrame } from "#protocol/frames.ts";
import { decode, frameType } from "#protocol/decode.ts";
import type { Entry } from "#protocol/entries.ts";
import type { Phase } from "#protocol/view.ts";

/** Small, so that short walks page. */
const PAGE = 4;
const FIRST = 3;

export interface ServerSocket {
  say(frame: ServerFrame): void;
  close(code: number): void;
}

/** The least that a conversation's server can be: one log, ids that stand once, and an end. */
export interface ModelServer {
  readonly entries: readonly Entry[];
  connect(query: URLSearchParams, socket: ServerSocket): { hear(text: string): void; gone(): void };
  agentSays(text: string): void;
  end(reason: "ended" | "expired"): void;
  /** The next message is refused with this code. */
  refuseNext(code: string): void;
  readonly heardFrames: readonly CustomerFrame[];
  readonly queries: readonly string[];
}

export function createModelServer(now: () => number): ModelServer {
  const entries: Entry[] = [];
  const ids = new Map<string, number>();
  const heardFrames: CustomerFrame[] = [];
  const queries: string[] = [];
  const live = new Set<ServerSocket>();
  let phase: Phase = {
    state: "active",
    customer: { at: "present" },
    agent: { id: "ana", name: "Ana" },
    agentConnected: true,
  };
  let refusal: string | null = null;
  const view = () => ({
    conversationId: "c1",
    startedAt: 0,
    reconnect: true,
    customer: { name: null, verified: false },
    phase,
  });

  const append = (entry: Entry): void => {
    entries.push(entry);
    for (const socket of live) socket.say({ type: "update", entries: [entry], view: view(), serverTime: now() });
  };
  const message = (socket: ServerSocket, id: string, text: string): void => {
    const known = ids.get(id);
    if (known !== undefined) return socket.say({ type: "ack", id, seq: known, at: now() });
    if (phase.state === "closed") return socket.say({ type: "nack", id, code: "ended" });
    if (refusal !== null) {
      socket.say({ type: "nack", id, code: refusal });
      refusal = null;
      return;
    }
    const seq = entries.length + 1;
    ids.set(id, seq);
    append({ seq, at: now(), kind: "message", id, from: "customer", text });
    // Whom updates reach has its answer in this one.
    if (!live.has(socket)) socket.say({ type: "ack", id, seq, at: now() });
  };

  return {
    entries,
    heardFrames,
    queries,
    connect: (query, socket) => {
      queries.push(query.toString());
      const after = query.has("after") ? Number(query.get("after")) : null;
      const resumed = after !== null && query.get("epoch") === "e1" && after <= entries.length;
      const from = resumed ? after : Math.max(0, entries.length - FIRST);
      const page = entries.slice(from, resumed ? from + PAGE : undefined);
      const more = from + page.length < entries.length;
      if (!more) live.add(socket);
      socket.say({
        type: "welcome",
        epoch: "e1",
        head: entries.length,
        mode: resumed ? "resumed" : "snapshot",
        entries: page,
        hasBefore: from > 0,
        more,
        view: view(),
        seen: { customer: 0, agent: 0 },
        serverTime: now(),
      });
      return {
        gone: () => live.delete(socket),
        hear: (text) => {
          // It plays for agents, too, and never asks them to look.
          if (frameType(text) === "look") return undefined;
          const frame = decode(CustomerFrame, text);
          if (!frame.ok) throw new Error(`the client said ${text}: ${frame.problem}`);
          heardFrames.push(frame.value);
          switch (frame.value.type) {
            case "message":
              return message(socket, frame.value.id, frame.value.text);
            case "more": {
              const rest = entries.slice(frame.value.after, frame.value.after + PAGE);
              const further = frame.value.after + rest.length < entries.length;
              socket.say({ type: "page", entries: rest, head: entries.length, more: further });
              if (further || live.has(socket)) return;
              live.add(socket);
              // What changed while it asked for pages went past it.
              return socket.say({ type: "update", entries: [], view: view(), serverTime: now() });
            }
            case "history": {
              const first = Math.max(0, frame.value.before - 1 - PAGE);
              return socket.say({
                type: "history",
                before: frame.value.before,
                entries: entries.slice(first, frame.value.before - 1),
                hasBefore: first > 0,
              });
            }
            case "end":
              phase = { state: "closed", ended: { at: now(), by: "customer", reason: "ended" }, closedAt: now() };
              append({ seq: entries.length + 1, at: now(), kind: "event", what: { type: "closed" } });
              return socket.say({ type: "ack", id: frame.value.id });
            case "make-link":
              return socket.say({
                type: "ack",
                id: frame.value.id,
                url: "https://shop.example/#rejoin=t",
                linkId: "l1",
              });
            default:
              return undefined;
          }
        },
      };
    },
    agentSays: (text) => {
      if (phase.state !== "closed")
        append({
          seq: entries.length + 1,
          at: now(),
          kind: "message",
          id: `agent-${entries.length + 1}-0123456789`,
          from: "agent",
          agent: { id: "ana", name: "Ana" },
          text,
        });
    },
    end: (reason) => {
      if (phase.state === "closed") return;
      phase = {
        state: "closed",
        ended: { at: now(), by: reason === "expired" ? "limit" : "agent", reason },
        closedAt: now(),
      };
      append({ seq: entries.length + 1, at: now(), kind: "event", what: { type: "ended", by: "agent", reason } });
    },
    refuseNext: (code) => {
      refusal = code;
    },
  };
}
