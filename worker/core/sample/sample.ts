import { LINK_SLUG } from "#protocol/limits.ts";
import type { AgentRef } from "#protocol/basics.ts";
import { isLive } from "../conversation/state.ts";
import type { Terms } from "../terms.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { DIALOGUES, NAMES, PAGES } from "./dialogues.ts";
import { openStage, type Played, type Stage } from "./stage.ts";

/** Of what a sample is made. */
export interface SampleOf {
  terms: Terms;
  /** Who answers: the first of them most. */
  agents: readonly [AgentRef, AgentRef, AgentRef];
  portalUrl: string;
  /** The last conversation has ended before this. */
  until: number;
  days: number;
  seed: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The longest that one lasts, its limit and wrap-up included: nothing of a sample reaches into the present. */
const LONGEST_MS = 3 * HOUR_MS;
/** How many begin at each hour of a working day; at weekends a third of it. */
const PER_HOUR = [0, 0, 0, 0, 0, 0, 0.1, 0.3, 0.7, 1.3, 1.7, 1.5, 1, 1.2, 1.5, 1.4, 1.2, 1, 0.7, 0.5, 0.4, 0.2, 0.1, 0];

/**
 * Conversations of a small shop's last weeks, each played through the real machine: what is shown of them is what such
 * conversations leave, and not something made to look like it. The same seed makes the same.
 */
export function* sampleConversations(of: SampleOf): Generator<Played> {
  const chance = chanceOf(of.seed);
  const first = Math.floor((of.until - of.days * DAY_MS) / HOUR_MS) * HOUR_MS;
  let n = 0;
  for (let hour = first; hour < of.until; hour += HOUR_MS) {
    // Epoch day 0 was a Thursday.
    const weekday = (Math.floor(hour / DAY_MS) + 4) % 7;
    const rate = (PER_HOUR[Math.floor(hour / HOUR_MS) % 24] ?? 0) * (weekday === 0 || weekday === 6 ? 0.35 : 1);
    for (let left = rate; left > 0; left -= 1) {
      const startedAt = hour + Math.floor(chance.between(0, HOUR_MS));
      if (!chance.happens(Math.min(1, left)) || startedAt > of.until - LONGEST_MS) continue;
      n += 1;
      yield playOne(`sample-${String(n).padStart(4, "0")}`, startedAt, of, chance);
    }
  }
}

function playOne(id: string, startedAt: number, of: SampleOf, chance: Chance): Played {
  const name = chance.happens(0.6) ? chance.pick(NAMES) : null;
  const subject =
    name !== null && chance.happens(0.4) ? `customer-${String(NAMES.indexOf(name) + 101).padStart(4, "0")}` : null;
  const customer = { name, nameSigned: subject !== null, subject, page: chance.pick(PAGES), facts: {} };
  const stage = openStage({ id, startId: id, terms: of.terms, device: id, customer }, startedAt);
  const [opening, ...lines] = chance.pick(DIALOGUES);
  stage.wait(chance.between(0.2, 1));
  stage.happens({ type: "customer-present" });
  stage.says("customer", opening, of.portalUrl);
  if (!findAgent(stage, of, chance)) return finish(stage, chance);
  const sendsLink = chance.happens(0.3);
  const dropsAt = new Set(chance.happens(0.4) ? lines.map((_, at) => at).filter(() => chance.happens(0.32)) : []);
  for (const [at, line] of lines.entries()) {
    if (dropsAt.has(at) && !dropAndReturn(stage, of, chance)) return finish(stage, chance);
    const from = at % 2 === 0 ? "agent" : "customer";
    stage.wait(Math.min(240, chance.about(from === "agent" ? 24 : 16)));
    stage.says(from, line, of.portalUrl);
    if (at === 0 && sendsLink) {
      stage.wait(4);
      stage.says("agent", `If we get cut off, this brings you straight back to me: ${LINK_SLUG}`, of.portalUrl);
    }
  }
  return finish(stage, chance);
}

/** An agent takes it, the one who had it before if they can. False: the customer was gone before. */
function findAgent(stage: Stage, { agents }: SampleOf, chance: Chance): boolean {
  const busy = chance.happens(0.15);
  stage.wait(chance.about(busy ? 130 : 14));
  if (busy && chance.happens(0.3)) {
    stage.happens({ type: "customer-dropped", since: stage.now });
    return false;
  }
  const { phase } = stage.state;
  const before = phase.state === "open" ? phase.previousAgent : null;
  const [most, some, few] = agents;
  const agent = before !== null && chance.happens(0.55) ? before : chance.pick([most, most, some, some, few]);
  stage.happens({ type: "assign", offerId: `${stage.state.id}-${stage.now}`, agent });
  return true;
}

/** The customer's connection is lost. False: they never came back. */
function dropAndReturn(stage: Stage, of: SampleOf, chance: Chance): boolean {
  stage.wait(chance.between(1, 20));
  stage.happens({ type: "customer-dropped", since: stage.now - Math.floor(chance.between(0, 20_000)) });
  const { phase } = stage.state;
  const actor = { side: "agent", agentId: phase.state === "active" ? phase.agent.id : "", role: "agent" } as const;
  const seconds = absence(chance);
  const asked = chance.next();
  if (seconds > 150 && asked < 0.14) {
    stage.wait(90);
    const request = { type: asked < 0.08 ? "give-up-hold" : "extend-hold" } as const;
    stage.happens({ type: "request", id: `${stage.state.id}-${stage.now}`, actor, request });
    stage.wait(seconds - 90);
  } else stage.wait(Math.min(seconds, of.terms.limitSeconds + 60));
  if (seconds > of.terms.limitSeconds) return false;
  const link = stage.state.links[0];
  if (link !== undefined && seconds > 25 && chance.happens(0.6))
    stage.happens({ type: "link-opened", linkId: link.id });
  stage.happens({ type: "customer-present" });
  return stage.state.phase.state === "open" ? findAgent(stage, of, chance) : true;
}

/** How long people are away: mostly moments, at times minutes, and some for good. */
function absence(chance: Chance): number {
  const kind = chance.next();
  if (kind < 0.58) return chance.about(38);
  if (kind < 0.82) return chance.between(60, 240);
  if (kind < 0.9) return chance.between(240, 540);
  if (kind < 0.93) return chance.between(540, 1_100);
  return Number.MAX_SAFE_INTEGER / 1e6;
}

/** Somebody ends it, or the clock does; and it is closed. */
function finish(stage: Stage, chance: Chance): Played {
  stage.wait(chance.between(5, 40));
  const { phase, terms } = stage.state;
  if (isLive(phase) && phase.side.at === "present") {
    const isAgents = phase.state === "active" && chance.happens(0.45);
    const actor = isAgents
      ? ({ side: "agent", agentId: phase.agent.id, role: "agent" } as const)
      : ({ side: "customer" } as const);
    const request = { type: "end", reason: !isAgents && chance.happens(0.05) ? "started-new" : "ended" } as const;
    stage.happens({ type: "request", id: `${stage.state.id}-end`, actor, request });
  }
  stage.wait(terms.limitSeconds + terms.wrapUp.autoCloseSeconds + 60);
  stage.happens({ type: "clock" });
  return stage.played();
}
