import { expect, test } from "vitest";
import { createAgentConversation, forgetAgentTexts } from "../../../widget/client/agent.ts";
import { createWorld } from "./support/world.ts";
import type { World } from "./support/world.ts";

const open = (world: World, agentId: string, conversationId = "c1") =>
  createAgentConversation({
    baseUrl: "http://server",
    conversationId,
    agentId,
    ports: world.tab().ports,
    ticket: async () => ({ ok: true, value: "ticket" }),
  });
const messages = (page: ReturnType<typeof open>) =>
  page.snapshot().lines.flatMap((line) => (line.kind === "message" ? [line] : []));

test("what one agent left unsent is not said by the next one at the same desk", () => {
  const world = createWorld(() => 0.5);
  world.network("down");
  const ana = open(world, "ana");
  ana.send("from Ana");
  ana.setDraft("and more");
  ana.dispose();
  const ben = open(world, "ben");
  expect([messages(ben), ben.snapshot().draft]).toEqual([[], ""]);
  const again = open(world, "ana");
  expect([messages(again).map(({ text }) => text), again.snapshot().draft]).toEqual([["from Ana"], "and more"]);
});

test("a conversation that is theirs no more is forgotten, and at sign-out all of them are; a customer's texts are not touched", () => {
  const world = createWorld(() => 0.5);
  world.network("down");
  const { store } = world.tab().ports;
  store.set("rejoin:w1:access", "a customer's");
  const [one, two] = [open(world, "ana", "c1"), open(world, "ana", "c2")];
  one.send("one");
  one.setDraft("one");
  two.send("two");
  one.forget();
  expect([...world.stored.keys()].filter((key) => key.includes("c1"))).toEqual([]);
  expect([...world.stored.keys()].filter((key) => key.includes("c2"))).toHaveLength(1);
  forgetAgentTexts(store);
  expect([...world.stored.keys()]).toEqual(["rejoin:w1:access"]);
});

test("a former agent's messages are not this agent's own", async () => {
  const world = createWorld(() => 0.5);
  world.server.agentSays("I am Ana");
  const [ana, ben] = [open(world, "ana"), open(world, "ben")];
  await world.clock.advance(1_000);
  expect(messages(ana).map(({ mine }) => mine)).toEqual([true]);
  expect(messages(ben).map(({ mine, agentName }) => [mine, agentName])).toEqual([[false, "Ana"]]);
});
