import { begin, type Beginning } from "../conversation/beginning.ts";
import type { Command } from "../conversation/commands.ts";
import { decide } from "../conversation/decide.ts";
import type { EntryBody } from "../conversation/entry-body.ts";
import type { ConversationState } from "../conversation/state.ts";

/** A conversation that was played: its state at the end, and its transcript. */
export interface Played {
  state: ConversationState;
  entries: { at: number; body: EntryBody }[];
}

/** A conversation that goes through the real machine, on a clock of its own. */
export interface Stage {
  readonly state: ConversationState;
  readonly now: number;
  /** Time passes. */
  wait(seconds: number): void;
  /** Something happens; what the clock has brought about since comes first. */
  happens(command: Command): void;
  /** Somebody says something, if they may. */
  says(from: "customer" | "agent", text: string, portalUrl: string): void;
  played(): Played;
}

export function openStage(beginning: Beginning, startedAt: number): Stage {
  let state = begin(beginning, startedAt);
  let now = startedAt;
  const entries: Played["entries"] = [{ at: now, body: { kind: "event", what: { type: "started" } } }];

  function run(command: Command): ReturnType<typeof decide> {
    const outcome = decide(state, command, now);
    state = outcome.state;
    for (const { at, what } of outcome.lines) entries.push({ at, body: { kind: "event", what } });
    return outcome;
  }

  return {
    get state() {
      return state;
    },
    get now() {
      return now;
    },
    wait: (seconds) => {
      now += Math.round(seconds * 1_000);
    },
    happens: (command) => void run(command),
    says: (from, text, portalUrl) => {
      const { phase } = state;
      if (from === "agent" && phase.state !== "active") return;
      const agentId = phase.state === "active" ? phase.agent.id : "";
      const id = `${state.id}-${entries.length}`;
      const actor = from === "customer" ? { side: from } : ({ side: from, agentId, role: "agent" } as const);
      const { reply } = run({ type: "say", actor, text, linkId: id, portalUrl });
      if (!reply.ok) return;
      const { author, link } = reply;
      const agent = author === undefined ? {} : { agent: author };
      const linked = link === undefined ? {} : { link: { id: link.id, base: link.base } };
      entries.push({ at: now, body: { kind: "message", id, from, ...agent, text, ...linked } });
    },
    played: () => ({ state, entries }),
  };
}
