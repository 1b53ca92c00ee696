import { evictDurableObject } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { Records } from "../../worker/index.ts";
import { freshForEach } from "./support/fresh.ts";
import { anaAt, connect, conversationOf, say, talk, owedBy } from "./support/people.ts";
import { randomId } from "./support/wire.ts";
import { writesDuring } from "./support/writes.ts";

freshForEach();

test("the meter counts: a start of a link writes state, entry and what the others learn", async () => {
  const { access, customer } = await talk();
  const { rows } = await writesDuring(conversationOf(access), () =>
    customer.ask({ type: "make-link", id: randomId() }),
  );
  expect(rows).toBe(2);
});

test("a message writes one row and nothing else, from either side, in any number", async () => {
  const { access, customer, ana } = await talk();
  const tab = await connect(access);
  await tab.take("welcome");
  const writes = await writesDuring(conversationOf(access), async () => {
    for (let n = 0; n < 10; n += 1) {
      await say(customer, `customer ${n}`);
      await say(ana, `ana ${n}`);
    }
  });
  expect(writes).toEqual({ rows: 20, alarms: 0 });
});

test("the first message after hibernation costs no more", async () => {
  const { access, customer } = await talk();
  await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
  expect(await writesDuring(conversationOf(access), () => say(customer, "Hello"))).toEqual({ rows: 1, alarms: 0 });
});

test("a message that is repeated, refused or in conflict writes nothing", async () => {
  const { access, customer, ana } = await talk();
  const id = randomId();
  await say(customer, "Hello", id);
  const writes = await writesDuring(conversationOf(access), async () => {
    await say(customer, "Hello", id);
    await say(customer, "Hello!", id);
    await say(customer, "x".repeat(8_001));
    ana.send("{}");
    await ana.settled();
  });
  expect(writes).toEqual({ rows: 0, alarms: 0 });
});

test("what is fleeting writes nothing: typing, reading, visibility, asking for pages and history, pings", async () => {
  const { access, customer, ana } = await talk();
  await say(ana, "Hello");
  const writes = await writesDuring(conversationOf(access), async () => {
    for (const wire of [customer, ana]) {
      for (const on of [true, false]) wire.send({ type: "typing", on });
      for (const hidden of [true, false]) wire.send({ type: "visibility", hidden });
      for (const seq of [1, 2, 3]) wire.send({ type: "seen", seq });
      wire.send({ type: "more", after: 0 });
      wire.send({ type: "history", before: 3 });
      await wire.ping();
      await wire.settled();
    }
  });
  expect(writes).toEqual({ rows: 0, alarms: 0 });
});

test("opening one more socket, of either side, and reading the transcript writes nothing", async () => {
  const { access } = await talk();
  const writes = await writesDuring(conversationOf(access), async () => {
    await (await connect(access)).take("welcome");
    await (await anaAt(access)).take("welcome");
    await conversationOf(access).transcript(0, { generation: 1, identityUntil: null });
    await conversationOf(access).inspect();
    await conversationOf(access).report();
  });
  expect(writes).toEqual({ rows: 0, alarms: 0 });
});

test("what was read is kept with the next change of state, at no extra row", async () => {
  const { access, customer, ana } = await talk();
  await say(ana, "Hello");
  customer.send({ type: "seen", seq: 3 });
  await customer.settled();
  const setNotes = () => ana.ask({ type: "set-notes", id: randomId(), text: "read it" });
  expect(await writesDuring(conversationOf(access), setNotes)).toEqual({ rows: 1, alarms: 0 });
  await evictDurableObject(conversationOf(access), { webSockets: "close" });
  expect(await (await connect(access)).take("welcome")).toMatchObject({ seen: { customer: 3 } });
});

test("a drop and a return cost a handful of rows, and no more on either side of a long transcript", async () => {
  const { access, customer, ana } = await talk();
  for (let n = 0; n < 100; n += 1) await say(ana, `${n}`);
  const writes = await writesDuring(conversationOf(access), async () => {
    customer.close();
    await customer.closed;
    await ana.take((frame) => frame["view"]?.phase.customer?.at === "away");
    await (await connect(access)).take("welcome");
    await ana.take((frame) => frame["view"]?.phase.customer?.at === "present");
  });
  // Twice: the state, the word to the desk, and its confirmation.
  expect(writes.rows).toBeLessThanOrEqual(6);
  expect(writes.alarms).toBeLessThanOrEqual(2);
});

test("an end costs a handful of rows, the record included, however much was said; closing it later tells the records nothing", async () => {
  const { access, customer, ana } = await talk();
  for (let n = 0; n < 50; n += 1) await say(ana, `${n}`);
  const owed = () => owedBy(access);
  const ending = await writesDuring(conversationOf(access), async () => {
    await customer.ask({ type: "end", id: randomId() });
    await vi.waitFor(async () => expect(await owed()).toEqual([]));
  });
  // The state and the line, the words to the desk and to the records, and their confirmations.
  expect(ending.rows).toBeLessThanOrEqual(6);
  const record = vi.spyOn(Records.prototype, "record");
  await ana.ask({ type: "close", id: randomId() });
  await vi.waitFor(async () => expect(await owed()).toEqual([]));
  expect(record).not.toHaveBeenCalled();
});
