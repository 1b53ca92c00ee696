import { describe, expect, test } from "vitest";
import {
  INVITATION_MS,
  lockOut,
  makeInvitation,
  makeSetupToken,
  openSession,
  OWNER_ID,
  readSession,
  SESSION_MS,
  SETUP_LINK_MS,
  signIn,
} from "../../../worker/objects/organisation/accounts.ts";
import { addAgent, addWorkstream } from "../../../worker/objects/organisation/settings.ts";
import { fingerprint } from "../../../worker/tokens/seal.ts";
import { stores } from "./stores.ts";

const NOW = 1_800_000_000_000;
const DAY_MS = 86_400_000;

/** A workstream and an agent, Bo. */
function team() {
  const made = stores();
  addWorkstream(made.organisation, "general", { name: "General" });
  addAgent(made.organisation, "bo", { name: "Bo", role: "agent", capacity: 2, workstreamIds: ["general"] });
  return made;
}

describe("the owner's link", () => {
  test("the first sign-in makes a supervisor of all workstreams, and needs a name, without which the link stays good", () => {
    const made = team();
    const { token } = makeSetupToken(made, NOW);
    expect(signIn(made, token, undefined, NOW)).toEqual({ outcome: "name-needed" });
    expect(signIn(made, token, "Olga", NOW)).toMatchObject({
      outcome: "signed-in",
      session: { agentId: OWNER_ID, name: "Olga", role: "supervisor" },
      rosterChanged: true,
    });
    expect(made.organisation.agents.get(OWNER_ID)).toEqual({
      name: "Olga",
      role: "supervisor",
      capacity: 3,
      workstreamIds: ["general"],
      active: true,
    });
  });

  test("spent once: the second time, and for a stranger's token, the answer is the same", () => {
    const made = team();
    const { token } = makeSetupToken(made, NOW);
    signIn(made, token, "Olga", NOW);
    expect(signIn(made, token, "Mallory", NOW)).toEqual({ outcome: "refused" });
    expect(signIn(made, "never-made", "Mallory", NOW)).toEqual({ outcome: "refused" });
  });

  test("another set-up link lets the same owner in again, as a supervisor, under the name they have", () => {
    const made = team();
    signIn(made, makeSetupToken(made, NOW).token, "Olga", NOW);
    made.organisation.agents.put(OWNER_ID, {
      name: "Olga",
      role: "agent",
      capacity: 9,
      workstreamIds: [],
      active: true,
    });
    expect(signIn(made, makeSetupToken(made, NOW).token, undefined, NOW)).toMatchObject({
      session: { name: "Olga", role: "supervisor" },
    });
    expect(made.organisation.agents.get(OWNER_ID)).toEqual({
      name: "Olga",
      role: "supervisor",
      capacity: 9,
      workstreamIds: [],
      active: true,
    });
  });

  test("lives an hour", () => {
    const made = team();
    const { token, expiresAt } = makeSetupToken(made, NOW);
    expect(expiresAt).toBe(NOW + SETUP_LINK_MS);
    expect(signIn(made, token, "Olga", expiresAt)).toEqual({ outcome: "refused" });
    expect(signIn(made, token, "Olga", expiresAt - 1)).toMatchObject({ outcome: "signed-in" });
  });
});

describe("invitations", () => {
  test("sign in as the agent they are for, once, for seven days; a newer one voids the older", () => {
    const made = team();
    const older = makeInvitation(made, "bo", NOW);
    const { token, expiresAt } = makeInvitation(made, "bo", NOW);
    expect(expiresAt).toBe(NOW + INVITATION_MS);
    expect(signIn(made, older.token, undefined, NOW)).toEqual({ outcome: "refused" });
    expect(signIn(made, token, "Robert", expiresAt - 1)).toMatchObject({
      outcome: "signed-in",
      session: { agentId: "bo", name: "Bo", role: "agent" },
      rosterChanged: false,
    });
    expect(signIn(made, token, undefined, NOW)).toEqual({ outcome: "refused" });
    expect(signIn(made, makeInvitation(made, "bo", NOW).token, undefined, NOW + INVITATION_MS)).toEqual({
      outcome: "refused",
    });
  });

  test("an invitation for the owner's id is nobody's way to become owner", () => {
    const made = team();
    expect(signIn(made, makeInvitation(made, OWNER_ID, NOW).token, "Mallory", NOW)).toEqual({ outcome: "refused" });
    expect(made.organisation.agents.get(OWNER_ID)).toBeNull();
  });
});

describe("sessions", () => {
  const opened = () => {
    const made = team();
    const session = openSession(made, "bo", NOW);
    if (session === null) throw new Error("no session");
    return { made, ...session };
  };

  test("neither the cookie's secret nor a token is stored, only fingerprints", () => {
    const { made, secret, session } = opened();
    const { token } = makeInvitation(made, "bo", NOW);
    const kept = JSON.stringify([made.sql.exec("SELECT * FROM sessions"), made.sql.exec("SELECT * FROM tokens")]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(token);
    expect(session.sessionId).toBe(fingerprint(secret));
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test("slide: thirty days after they were last used, prolonged at most once a day", () => {
    const { made, session } = opened();
    const id = session.sessionId;
    expect(readSession(made, id, NOW + DAY_MS)).toEqual({ session, renewed: false });
    expect(readSession(made, id, NOW + DAY_MS + 1)).toEqual({ session, renewed: true });
    expect(readSession(made, id, NOW + DAY_MS + 2)).toEqual({ session, renewed: false });
    expect(readSession(made, id, NOW + DAY_MS + SESSION_MS)).toMatchObject({ renewed: true });
    expect(readSession(made, id, NOW + DAY_MS + 2 * SESSION_MS)).toBeNull();
  });

  test("tell the role as it is now", () => {
    const { made, session } = opened();
    made.organisation.agents.put("bo", {
      name: "Bo",
      role: "supervisor",
      capacity: 2,
      workstreamIds: [],
      active: true,
    });
    expect(readSession(made, session.sessionId, NOW)?.session.role).toBe("supervisor");
  });

  test("end one by one, or all of an agent's with the links that would open new ones", () => {
    const { made, session } = opened();
    const second = openSession(made, "bo", NOW);
    const { token } = makeInvitation(made, "bo", NOW);
    made.sessions.endSession(session.sessionId);
    expect(readSession(made, session.sessionId, NOW)).toBeNull();
    expect(readSession(made, second?.session.sessionId ?? "", NOW)).not.toBeNull();
    lockOut(made, "bo");
    expect(readSession(made, second?.session.sessionId ?? "", NOW)).toBeNull();
    expect(signIn(made, token, undefined, NOW)).toEqual({ outcome: "refused" });
  });

  test("what has expired is removed when somebody signs in", () => {
    const { made } = opened();
    makeSetupToken(made, NOW);
    openSession(made, "bo", NOW + SESSION_MS);
    expect(made.sql.exec("SELECT count(*) AS n FROM sessions UNION ALL SELECT count(*) FROM tokens")).toEqual([
      { n: 1 },
      { n: 0 },
    ]);
  });

  test("nobody signs in as an agent who does not exist", () => {
    expect(openSession(stores(), "ghost", NOW)).toBeNull();
  });
});
