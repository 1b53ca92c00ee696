import { evictDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { freshForEach } from "./support/fresh.ts";
import { anaAt, connect, conversationOf, say, talk } from "./support/people.ts";

freshForEach();

test("T06 what was read in one tab is read in all, over hibernation and after the reader has left", async () => {
  const { access, customer, ana } = await talk();
  const { seq } = await say(ana, "Hello");
  customer.send({ type: "seen", seq: seq as number });
  expect(await ana.take("seen")).toMatchObject({ seen: { customer: seq } });
  await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
  expect((await (await connect(access)).take("welcome"))["seen"]).toMatchObject({ customer: seq });

  const answer = await say(customer, "Hello Ana");
  ana.send({ type: "seen", seq: answer["seq"] as number });
  await ana.settled();
  ana.close(4300);
  await ana.closed;
  await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
  const again = await anaAt(access);
  expect((await again.take("welcome"))["seen"]).toMatchObject({ agent: answer["seq"] });
});
