import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { pass, stopClock } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import { connect, conversationOf, happeningsIn, ring, talk } from "./support/people.ts";
import type { Frame } from "./support/wire.ts";

freshForEach();

/** What the object does, in order: what it writes, and when it answers an upgrade. */
function journal(stub: ReturnType<typeof conversationOf>): Promise<string[]> {
  const did: string[] = [];
  return runInDurableObject(stub, (object, { storage }) => {
    const { sql } = storage;
    const exec = sql.exec.bind(sql);
    const setAlarm = storage.setAlarm.bind(storage);
    const answer = object.fetch.bind(object);
    sql.exec = ((...args: Parameters<typeof exec>) => {
      if (!/^\s*SELECT/.test(args[0])) did.push(args[0]);
      return exec(...args);
    }) as typeof sql.exec;
    storage.setAlarm = (...args) => {
      did.push("alarm");
      return setAlarm(...args);
    };
    object.fetch = async (request) => {
      const response = await answer(request);
      did.push("answered");
      return response;
    };
    return did;
  });
}

test("who comes back after a while is welcomed before anything is written: the answer would wait for the disk", async () => {
  stopClock();
  const { access, customer } = await talk();
  customer.close(4300);
  await customer.closed;
  // What alarms there were have rung: the one that stands is for the end of the hold.
  for (let n = 0; n < 3; n += 1) {
    pass(31_000);
    await ring(access);
  }
  const did = await journal(conversationOf(access));
  const back = await connect(access, { after: 0 });
  await back.take("welcome");
  await expect.poll(() => did.filter((what) => what !== "answered").length).toBeGreaterThan(0);
  expect(did).toContain("alarm");
  expect(did[0]).toBe("answered");
});

test("K03 a return in the last moment of the hold is in time, though it is written down only after it: same agent, and no hold that is over", async () => {
  stopClock();
  const { access, customer, ana } = await talk();
  customer.close(4300);
  await customer.closed;
  const away = await ana.take((frame) => frame["view"]?.phase?.customer?.at === "away");
  pass(away["view"].phase.customer.holdUntil - Date.now() - 3);
  const back = await connect(access, { after: 0 });
  pass(6);
  expect((await back.take("welcome"))["view"]).toMatchObject({ phase: { state: "active" } });
  const frames = await back.settled();
  expect(happeningsIn(frames.flatMap((frame) => (frame["entries"] as Frame[] | undefined) ?? []))).not.toContain(
    "hold-over",
  );
  expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "active", away: null } });
});
