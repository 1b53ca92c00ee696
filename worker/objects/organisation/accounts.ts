import type { AgentSettings, Role } from "#protocol/settings.ts";
import { changedFields } from "../../core/settings/changed-fields.ts";
import type { OrganisationStore } from "../../storage/organisation-store.ts";
import type { SessionStore } from "../../storage/session-store.ts";
import type { ChangeStore } from "../../storage/change-store.ts";
import type { Actor, SaveAnswer } from "./change.ts";
import { fingerprint, randomToken } from "../../tokens/seal.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
export const SETUP_LINK_MS = HOUR_MS;
export const INVITATION_MS = 7 * DAY_MS;
/** A session lives this long after it was last used; written anew once a day at most, so that using it costs no rows. */
export const SESSION_MS = 30 * DAY_MS;
const RENEWED_EVERY_MS = DAY_MS;

/** Under this id the owner signs in by a set-up link, the first time and whenever they are locked out. */
export const OWNER_ID = "owner";
const OWNER_CAPACITY = 3;

/** Someone signed in. The id is the session's fingerprint: it can stand in tickets and logs, and opens nothing. */
export interface Session {
  sessionId: string;
  agentId: string;
  name: string;
  role: Role;
}

export interface Stores {
  organisation: OrganisationStore;
  sessions: SessionStore;
  changes: ChangeStore;
}

export interface OneTime {
  token: string;
  expiresAt: number;
}

/** A sign-in link with the agent it is for. */
export type InviteAnswer =
  | ({ outcome: "invited"; agentId: string } & OneTime)
  | Exclude<SaveAnswer, { outcome: "saved" }>;

/** Who is let in, with the secret for their cookie; or not. Unknown, expired and spent tokens are one answer. */
export type SignInAnswer =
  | { outcome: "signed-in"; secret: string; session: Session; rosterChanged: boolean }
  | { outcome: "name-needed" }
  | { outcome: "refused" };

/** `renewed`: the session was prolonged, so the cookie is to be set again. */
export type SessionAnswer = { session: Session; renewed: boolean };

function makeToken(sessions: SessionStore, agentId: string | null, expiresAt: number): OneTime {
  const token = randomToken(32);
  sessions.putToken(fingerprint(token), { agentId }, expiresAt);
  return { token, expiresAt };
}

export function makeSetupToken({ sessions }: Stores, now: number): OneTime {
  return makeToken(sessions, null, now + SETUP_LINK_MS);
}

/** A link by which this agent signs in; an older one that was not used is void from then on. */
export function makeInvitation({ sessions }: Stores, agentId: string, now: number): OneTime {
  sessions.dropTokensOf(agentId);
  return makeToken(sessions, agentId, now + INVITATION_MS);
}

/** A link by which an agent who is there signs in; those who are deactivated get none. */
export function invite(stores: Stores, agentId: string, by: Actor, now: number): InviteAnswer {
  const agent = stores.organisation.agents.get(agentId);
  if (agent === null) return { outcome: "not-found" };
  if (!agent.active) {
    const problem = { field: "active", detail: `${agent.name} is deactivated. Activate them first.` };
    return { outcome: "refused", code: "invalid-settings", ...problem, problems: [problem] };
  }
  recordOf(stores, agentId, "invited", by, now);
  return { outcome: "invited", agentId, ...makeInvitation(stores, agentId, now) };
}

/** Opens a session for an agent; null if there is none of this id, or they are deactivated. */
export function openSession(
  { organisation, sessions }: Stores,
  agentId: string,
  now: number,
): { secret: string; session: Session } | null {
  const agent = organisation.agents.get(agentId);
  if (agent?.active !== true) return null;
  const secret = randomToken(32);
  const sessionId = fingerprint(secret);
  sessions.sweep(now);
  sessions.putSession(sessionId, agentId, now + SESSION_MS);
  return { secret, session: { sessionId, agentId, name: agent.name, role: agent.role } };
}

/** The owner is a supervisor of everything, also if someone took that from them meanwhile: whoever has the set-up secret decides. */
function admitOwner(
  { organisation, changes }: Stores,
  name: string | undefined,
  now: number,
): "admitted" | "name-needed" {
  const admit = (owner: AgentSettings): "admitted" => {
    const fields = changedFields(organisation.agents.get(OWNER_ID), owner, () => "secret");
    const action = organisation.agents.get(OWNER_ID) === null ? "made" : "changed";
    if (fields.length > 0) organisation.agents.put(OWNER_ID, owner);
    const by = { id: OWNER_ID, name: owner.name };
    if (fields.length > 0)
      changes.append({ at: now, by, kind: "agent", targetId: OWNER_ID, name: owner.name, action, fields });
    return "admitted";
  };
  const known = organisation.agents.get(OWNER_ID);
  if (known !== null) return admit({ ...known, role: "supervisor", active: true });
  if (name === undefined) return "name-needed";
  return admit({
    name,
    role: "supervisor",
    capacity: OWNER_CAPACITY,
    workstreamIds: [...organisation.workstreams.all().keys()],
    active: true,
  });
}

/** Spends a one-time token for a session. To be run in one transaction. A token is not spent while a name is missing. */
export function signIn(stores: Stores, token: string, name: string | undefined, now: number): SignInAnswer {
  const key = fingerprint(token);
  const grant = stores.sessions.readToken(key, now);
  if (grant === null) return { outcome: "refused" };
  const admitted = grant.agentId === null ? admitOwner(stores, name, now) : "admitted";
  if (admitted === "name-needed") return { outcome: "name-needed" };
  stores.sessions.spendToken(key);
  const opened = openSession(stores, grant.agentId ?? OWNER_ID, now);
  return opened === null
    ? { outcome: "refused" }
    : { outcome: "signed-in", ...opened, rosterChanged: grant.agentId === null };
}

/** Who has this session; the agent's name and role as they are now. Null if it has ended or expired. */
export function findSession({ organisation, sessions }: Stores, sessionId: string, now: number): Session | null {
  const found = sessions.readSession(sessionId, now);
  const agent = found === null ? null : organisation.agents.get(found.agentId);
  if (found === null || agent?.active !== true) return null;
  return { sessionId, agentId: found.agentId, name: agent.name, role: agent.role };
}

/** The same for who shows its cookie, which is prolonged now and then: `renewed` means that the cookie is to be set anew. */
export function readSession(stores: Stores, sessionId: string, now: number): SessionAnswer | null {
  const session = findSession(stores, sessionId, now);
  if (session === null) return null;
  const expiresAt = stores.sessions.readSession(sessionId, now)?.expiresAt ?? 0;
  const renewed = expiresAt < now + SESSION_MS - RENEWED_EVERY_MS;
  if (renewed) stores.sessions.putSession(sessionId, session.agentId, now + SESSION_MS);
  return { session, renewed };
}

/** Writes down what was done to an agent beside their settings. */
export function recordOf(
  { organisation, changes }: Stores,
  agentId: string,
  action: "invited" | "signed-out",
  by: Actor,
  now: number,
): void {
  const name = organisation.agents.get(agentId)?.name ?? agentId;
  changes.append({ at: now, by: { ...by }, kind: "agent", targetId: agentId, name, action, fields: [] });
}

/** Ends all of an agent's sessions, and voids what they could open new ones with. */
export function lockOut({ sessions }: Stores, agentId: string): void {
  sessions.endSessionsOf(agentId);
  sessions.dropTokensOf(agentId);
}
