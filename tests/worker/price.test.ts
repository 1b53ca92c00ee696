import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { DESK_NAME } from "../../worker/env.ts";
import { pass, stopClock, tellPingsInTestTime } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import { beyond, billed, type Spending, startMeter, total } from "./support/meter.ts";
import { anasTicket, begin, connect, conversationOf, reaches, resume, rowsOf, say, talk } from "./support/people.ts";
import type { Wire } from "./support/wire.ts";
import { openWire, randomId } from "./support/wire.ts";

declare module "vitest" {
  interface TaskMeta {
    /** What one conversation of the script costs; the benchmark prints it. */
    spending?: Spending;
  }
}

freshForEach();

const SECOND = 1_000;
const desk = () => env.DESK.getByName(DESK_NAME);

/** Whoever is here, and whose page looks when it is asked to, as the console's does. */
class Here extends Set<Wire> {
  /** How many of its frames were heeded. */
  readonly #heeded = new Map<Wire, number>();
  readonly #lookAt = new Map<Wire, number>();

  /** When the next page is to look. */
  nextLookAt(): number {
    for (const wire of this) {
      const asked = wire.frames.slice(this.#heeded.get(wire) ?? 0).findLast(({ type }) => type === "look-at");
      this.#heeded.set(wire, wire.frames.length);
      if (asked !== undefined) this.#lookAt.set(wire, Date.now() + Number(asked["inMs"]));
    }
    return Math.min(...[...this].map((wire) => this.#lookAt.get(wire) ?? Infinity));
  }

  async look(): Promise<void> {
    for (const wire of this) {
      if ((this.#lookAt.get(wire) ?? Infinity) > Date.now()) continue;
      this.#lookAt.delete(wire);
      const before = wire.frames.length;
      wire.send({ type: "look" });
      // It is asked anew at once.
      await vi.waitFor(() => expect(wire.frames.slice(before).some(({ type }) => type === "look-at")).toBe(true));
    }
  }
}

/** Lets time pass as it does: who is there pings every ten seconds, and each alarm rings when it is due. */
function timeFor(stubs: DurableObjectStub[], here: Here) {
  let nextPingAt = Date.now() + 10 * SECOND;
  const alarms = () =>
    Promise.all(stubs.map((stub) => runInDurableObject(stub, (_object, { storage }) => storage.getAlarm())));
  return async function until(time: number): Promise<void> {
    for (;;) {
      const due = await alarms();
      const next = Math.min(nextPingAt, here.nextLookAt(), ...due.map((at) => at ?? Infinity));
      if (next > time) break;
      if (next > Date.now()) pass(next - Date.now());
      if (next === nextPingAt) {
        for (const wire of here) await wire.ping();
        nextPingAt += 10 * SECOND;
      }
      await here.look();
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
/** With the wrap-up that follows, until it closes by itself. */
const ALL_SECONDS = SECONDS + 930;

/** Eighteen messages, four reconnects, one of them within a hold, twelve minutes; then the agent ends it, and it closes by itself. */
async function script(here: Here, ticket: string): Promise<void> {
  const startedAt = Date.now();
  const access = await begin();
  const stub = conversationOf(access);
  await tellPingsInTestTime(stub);
  const until = timeFor([stub, desk()], here);
  let customer = await connect(access);
  here.add(customer);
  await reaches(customer, "active");
  const ana = await openWire(`/v1/agent/conversations/${access.conversationId}/socket`, ticket);
  here.add(ana);
  await ana.take("welcome");
  ana.send({ type: "look" });
  await ana.take("look-at");
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
  await until(startedAt + ALL_SECONDS * SECOND);
  expect(last).toBeGreaterThanOrEqual(MESSAGES);
  expect(await rowsOf(access, "SELECT seq FROM entries WHERE body LIKE '%\"closed\"%'")).toHaveLength(1);
}

/** What happens at a desk with one console open while nobody writes. */
async function quiet(here: Here): Promise<void> {
  await timeFor([desk()], here)(Date.now() + ALL_SECONDS * SECOND);
}

/** What is spent on this; a desk with a console stands there already. */
async function metered(work: (here: Here, ticket: string) => Promise<void>): Promise<Spending> {
  stopClock();
  // All objects but the conversation's own are there already.
  const { customer, ana, desk: console_ } = await talk();
  await customer.ask({ type: "end", id: randomId() });
  for (const wire of [customer, ana]) wire.close();
  await tellPingsInTestTime(desk());
  await timeFor([desk()], new Here([console_]))(Date.now() + 60 * SECOND);
  const ticket = await anasTicket();
  const spent = await startMeter(desk());
  await work(new Here([console_]), ticket);
  await console_.settled();
  vi.restoreAllMocks();
  return spent;
}

test("what a conversation costs: eighteen messages, four reconnects, one of them within a hold, twelve minutes", async ({
  task,
}) => {
  const alone = await metered(quiet);
  await reset();
  const together = await metered(script);
  const { rows, requests, messages } = beyond(together, alone);
  task.meta.spending = { rows, requests, messages };
  expect(rows["Conversation: messages"]).toBe(MESSAGES);
  // What was reached, with nothing to spare: whoever makes it dearer has to say why here.
  expect(total(rows)).toBeLessThanOrEqual(79);
  expect(billed({ rows, requests, messages })).toBeLessThanOrEqual(37);
});
