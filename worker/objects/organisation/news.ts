import type { Stores } from "./accounts.ts";
import type { SavedRecord, SettingsChange } from "./change.ts";
import * as v from "valibot";
import { check } from "#protocol/decode.ts";
import type { Roster } from "../../core/summary.ts";
import type { OrganisationStore } from "../../storage/organisation-store.ts";

/** One thing that the organisation tells the desk, as it waits in the outbox. */
const News = v.variant("news", [
  /** The roster changed. It is read when it is told, so that the newest is. */
  v.object({ news: v.literal("roster") }),
  /** Sockets of this session are to be closed; with null, all of the agent's. */
  v.object({ news: v.literal("signed-out"), agentId: v.string(), sessionId: v.nullable(v.string()) }),
]);
type News = v.InferOutput<typeof News>;

/** The part of the desk that the organisation speaks to. */
export interface DeskEar {
  configure(roster: Roster): Promise<void>;
  signedOut(agentId: string, sessionId: string | undefined, hasOthers: boolean): Promise<void>;
}

export const ROSTER: { topic: string; body: News } = { topic: "roster", body: { news: "roster" } };

export function signedOut(agentId: string, sessionId: string | null): { topic: string; body: News } {
  return { topic: `signed-out/${agentId}/${sessionId ?? "all"}`, body: { news: "signed-out", agentId, sessionId } };
}

/** What the desk is to hear of a change that was carried out. */
export function newsOf(change: SettingsChange, record: SavedRecord): { topic: string; body: News }[] {
  switch (change.do) {
    case "add-workstream":
    case "save-workstream":
    case "remove-workstream":
    case "add-agent":
      return [ROSTER];
    case "save-agent":
      return "active" in record && !record.active ? [ROSTER, signedOut(change.id, null)] : [ROSTER];
    default:
      return [];
  }
}

/** Who works here, without those who are deactivated, whole, under a `rev` that no earlier one had. */
export function readRoster(store: OrganisationStore): Roster {
  return {
    rev: store.nextRosterRev(),
    agents: [...store.agents.all()].flatMap(([id, { active, ...agent }]) => (active ? [{ id, ...agent }] : [])),
    workstreams: [...store.workstreams.all()].map(([id, { name, offer }]) => ({ id, name, offer })),
  };
}

/** Tells one thing. Rejects if the desk did not confirm it. */
export async function tell(desk: DeskEar, stores: Stores, topic: string, body: unknown): Promise<void> {
  const read = check(News, body);
  if (!read.ok) throw new Error(`unreadable news on ${topic}: ${read.problem}`);
  switch (read.value.news) {
    case "roster":
      return desk.configure(readRoster(stores.organisation));
    case "signed-out": {
      const { agentId, sessionId } = read.value;
      return desk.signedOut(agentId, sessionId ?? undefined, stores.sessions.hasSession(agentId, Date.now()));
    }
  }
}
