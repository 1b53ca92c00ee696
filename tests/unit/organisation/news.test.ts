import { expect, test } from "vitest";
import type { Roster } from "../../../worker/core/summary.ts";
import { ROSTER, signedOut, tell } from "../../../worker/objects/organisation/news.ts";
import type { DeskEar } from "../../../worker/objects/organisation/news.ts";
import { addAgent, addWorkstream } from "../../../worker/objects/organisation/settings.ts";
import { stores } from "./stores.ts";

/** A desk that writes down what it hears. */
class ListeningDesk implements DeskEar {
  readonly rosters: Roster[] = [];
  readonly out: [string, string | undefined, boolean][] = [];

  async configure(roster: Roster): Promise<void> {
    this.rosters.push(roster);
  }

  async signedOut(agentId: string, sessionId: string | undefined, hasOthers: boolean): Promise<void> {
    this.out.push([agentId, sessionId, hasOthers]);
  }
}

test("the roster is told as it is when it is told, under a number that rises with every attempt", async () => {
  const made = stores();
  const { organisation } = made;
  const desk = new ListeningDesk();
  addWorkstream(organisation, "general", { name: "General" });
  await tell(desk, made, ROSTER.topic, ROSTER.body);
  addAgent(organisation, "bo", { name: "Bo", role: "agent", capacity: 2, workstreamIds: ["general"] });
  await tell(desk, made, ROSTER.topic, ROSTER.body);
  expect(desk.rosters).toEqual([
    {
      rev: 1,
      agents: [],
      workstreams: [{ id: "general", name: "General", offer: { mode: "automatic", seconds: 60 } }],
    },
    {
      rev: 2,
      agents: [{ id: "bo", name: "Bo", role: "agent", capacity: 2, workstreamIds: ["general"] }],
      workstreams: [{ id: "general", name: "General", offer: { mode: "automatic", seconds: 60 } }],
    },
  ]);
});

test("who signed out is told by session or as a whole, each a matter of its own, and whether they are signed in elsewhere", async () => {
  const made = stores();
  made.sessions.putSession("s2", "bo", Date.now() + 60_000);
  made.sessions.putSession("s3", "cy", Date.now() - 1);
  const desk = new ListeningDesk();
  const news = [signedOut("bo", "s1"), signedOut("bo", null), signedOut("cy", null)];
  expect(new Set(news.map(({ topic }) => topic)).size).toBe(3);
  for (const { topic, body } of news) await tell(desk, made, topic, body);
  expect(desk.out).toEqual([
    ["bo", "s1", true],
    ["bo", undefined, true],
    ["cy", undefined, false],
  ]);
});

test("news that cannot be read is not taken as told", async () => {
  await expect(tell(new ListeningDesk(), stores(), "roster", { news: "other" })).rejects.toThrow("unreadable");
});
