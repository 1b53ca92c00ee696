import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { DESK_NAME } from "../../worker/env.ts";
import { pass, stopClock, tellPingsInTestTime } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import { beyond, type Spending, startMeter, total } from "./support/meter.ts";
import { anaAt, anaOnDuty, begin, connect, conversationOf, reaches, resume, say } from "./support/people.ts";
import type { Wire } from "./support/wire.ts";
import { randomId } from "./support/wire.ts";

declare module "vitest" {
  interface TaskMeta {
    /** What one conversation of the script costs; the benchmark prints it. */
    spending?: Spending;
  }
}

freshForEach();

const SECOND = 1_000;
const desk = () => env.DESK.getByName(DESK_NAME);

/** Lets time pass as it does: who is there pings every ten seconds, and each alarm rings when it is due. */
function timeFor(stubs: DurableObjectStub[], here: Set<Wire>) {
  let nextPingAt = Date.now() + 10 * SECOND;
  const alarms = () =>
    Promise.all(stubs.map((stub) => runInDurableObject(stub, (_object, { storage }) => storage.getAlarm())));
  return async function until(time: number): Promise<void> {
    for (;;) {
      const due = await alarms();
      const next = Math.min(nextPingAt, ...due.map((at) => at ?? Infinity));
      if (next > time) break;
      if (next > Date.now()) pass(next - Date.now());
      if (next === nextPingAt) {
        for (const wire of here) await wire.ping();
        nextPingAt += 10 * SECOND;
      }
      for (const [index, at] of due.entries())
        if (at !== null && at <= Date.now()) await runDurableObjectAlarm(stubs[index]!);
    }
    pass(Math.max(0, time - Date.now()));
  };
}

/** When the customer's line is lost, for how long, and whether their page has gone with it. */
const ABSENCES = [
  { at: 100, seconds: 2, reload: false },
  { at: 250, seconds: 3, reload: false },
  // The hold: the agent's unit stays blocked until they are back.
  { at: 400, seconds: 120, reload: true },
  { at: 600, seconds: 5, reload: true },
];
const MESSAGES = 18;
const SECONDS = 720;

/** Eighteen messages, four reconnects, one of them within a hold, twelve minutes; then the agent ends it, and it closes by itself. */
async function script(here: Set<Wire>, deskWire: Wire): Promise<void> {
  const startedAt = Date.now();
  const access = await begin();
  const stub = conversationOf(access);
  await tellPingsInTestTime(stub);
  const until = timeFor([stub, desk()], here);
  let customer = await connect(access);
  here.add(customer);
  await reaches(customer, "active");
  const ana = await anaAt(access);
  here.add(ana);
  await ana.take("welcome");
  const events = [
    ...ABSENCES.map((absence) => ({ ...absence, what: "absence" as const })),
    ...Array.from({ length: MESSAGES }, (_, n) => ({ what: "message" as const, at: 8 + n * 40, n })),
  ].toSorted((a, b) => a.at - b.at);
  let credential = access.credential;
  let last = 0;
  for (const event of events) {
    await until(Math.max(Date.now(), startedAt + event.at * SECOND));
    if (event.what === "message") {
      const [one, other] = event.n % 2 === 0 ? [customer, ana] : [ana, customer];
      one.send({ type: "typing", on: true });
      const ack = await say(one, `It is word ${event.n} of the two of us.`);
      last = ack["seq"] as number;
      other.send({ type: "seen", seq: last });
      await other.settled();
      continue;
    }
    here.delete(customer);
    customer.close();
    await customer.closed;
    await ana.take((frame) => frame["view"]?.phase.customer?.at === "away");
    await until(Date.now() + event.seconds * SECOND);
    if (event.reload) credential = (await resume({ credential }))["access"].credential as string;
    customer = await connect({ credential });
    here.add(customer);
    await ana.take((frame) => frame["view"]?.phase.customer?.at === "present");
  }
  await until(startedAt + SECONDS * SECOND);
  await ana.ask({ type: "end", id: randomId() });
  for (const wire of [customer, ana]) {
    here.delete(wire);
    wire.close();
    await wire.closed;
  }
  await until(startedAt + 2 * SECONDS * SECOND + 300 * SECOND);
  expect(last).toBeGreaterThanOrEqual(MESSAGES);
  expect((await stub.report())?.phase.state).toBe("closed");
  await deskWire.settled();
}

async function metered(work: (here: Set<Wire>, deskWire: Wire) => Promise<void>): Promise<Spending> {
  stopClock();
  const deskWire = await anaOnDuty();
  await tellPingsInTestTime(desk());
  const spent = await startMeter(desk());
  await work(new Set([deskWire]), deskWire);
  return spent;
}

test("one conversation of eighteen messages, four reconnects and twelve minutes", async ({ task }) => {
  const busy = await metered(script);
  task.meta.spending = busy;
  console.log(JSON.stringify(busy, null, 1), total(busy.rows), total(busy.requests), busy.messages);
  void beyond;
});
