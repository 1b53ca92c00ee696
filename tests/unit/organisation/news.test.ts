import { expect, test } from "vitest";
import type { Roster } from "../../../worker/core/summary.ts";
import { ROSTER, signedOut, tell } from "../../../worker/objects/organisation/news.ts";
import type { DeskEar } from "../../../worker/objects/organisation/news.ts";
import { addAgent, addWorkstream } from "../../../worker/objects/organisation/settings.ts";
import { stores } from "./stores.ts";

/** A desk that writes down what it hears. */
class ListeningDesk implements DeskEar {
  readonly rosters: Roster[] = [];
  readonly out: [string, string | undefined][] = [];

  async configure(roster: Roster): Promise<void> {
    this.rosters.push(roster);
  }

  async signedOut(agentId: string, sessionId?: string): Promise<void> {
    this.out.push([agentId, sessionId]);
  }
}

test("the roster is told as it is when it is told, under a number that rises with every attempt", async () => {
  const { organisation } = stores();
  const desk = new ListeningDesk();
  addWorkstream(organisation, "general", "General");
  await tell(desk, organisation, ROSTER.topic, ROSTER.body);
  addAgent(organisation, "bo", { name: "Bo", role: "agent", capacity: 2, workstreamIds: ["general"] });
  await tell(desk, organisation, ROSTER.topic, ROSTER.body);
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

test("who signed out is told by session or as a whole, each a matter of its own", async () => {
  const { organisation } = stores();
  const desk = new ListeningDesk();
  const news = [signedOut("bo", "s1"), signedOut("bo", null), signedOut("cy", null)];
  expect(new Set(news.map(({ topic }) => topic)).size).toBe(3);
  for (const { topic, body } of news) await tell(desk, organisation, topic, body);
  expect(desk.out).toEqual([
    ["bo", "s1"],
    ["bo", undefined],
    ["cy", undefined],
  ]);
});

test("news that cannot be read is not taken as told", async () => {
  await expect(tell(new ListeningDesk(), stores().organisation, "roster", { news: "other" })).rejects.toThrow(
    "unreadable",
  );
});
