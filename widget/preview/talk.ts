import type { ResumeAnswer } from "#protocol/bodies.ts";
import type { Entry } from "#protocol/entries.ts";
import type { Welcome } from "#protocol/frames.ts";

const MINUTE_MS = 60_000;
const ANA = { id: "ana", name: "Ana" };

const SAID: readonly (readonly ["customer" | "agent", string])[] = [
  ["customer", "Hello, my parcel has not come yet."],
  ["agent", "Hello. I'll have a look for you."],
  ["agent", "It left the warehouse this morning and will be with you tomorrow."],
  ["customer", "Great, thank you."],
];

/** A conversation to be looked at: nobody said any of it. `now` in epoch milliseconds. */
export function sampleWelcome(now: number): Welcome {
  const startedAt = now - 4 * MINUTE_MS;
  const entries: Entry[] = [
    { seq: 1, at: startedAt, kind: "event", what: { type: "started" } },
    { seq: 2, at: startedAt, kind: "event", what: { type: "joined", agent: ANA } },
    ...SAID.map(([from, text], n): Entry => ({
      seq: n + 3,
      at: startedAt + n * 20_000,
      kind: "message",
      id: `sample-${n}`,
      from,
      text,
      ...(from === "agent" && { agent: ANA }),
    })),
  ];
  const head = entries.length;
  return {
    type: "welcome",
    epoch: "preview",
    head,
    mode: "snapshot",
    entries,
    hasBefore: false,
    more: false,
    view: {
      conversationId: "preview",
      startedAt,
      reconnect: true,
      customer: { name: null, verified: true },
      phase: { state: "active", customer: { at: "present" }, agent: ANA, agentConnected: true },
    },
    seen: { customer: head, agent: head },
    serverTime: now,
  };
}

/** Opens it. */
export function sampleResume(now: number): ResumeAnswer {
  const access = { conversationId: "preview", credential: "preview", identityUntil: now + 60 * MINUTE_MS };
  return { answer: "resume", access, via: "identity", drop: false };
}
