import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { AGENT_GRACE_MS } from "#protocol/limits.ts";
import type { Roster } from "../../worker/core/summary.ts";
import { DESK_NAME } from "../../worker/env.ts";
import { pass, stopClock, tellPingsInTestTime } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import { anaOnDuty, anasTicket, begin, connect, conversationOf, reaches, talk } from "./support/people.ts";
import type { Frame, Wire } from "./support/wire.ts";
import { openWire, randomId } from "./support/wire.ts";

freshForEach();

const desk = () => env.DESK.getByName(DESK_NAME);
const ringDesk = () => runDurableObjectAlarm(desk());

/** The next feed of this console in which something holds. */
function feed(wire: Wire, holds: (told: Frame) => boolean): Promise<Frame> {
  return wire.take((frame) => frame.type === "desk" && holds(frame));
}

/** The roster as the desk has it, changed. */
async function changeRoster(change: (roster: Roster) => Roster): Promise<void> {
  const roster = await runInDurableObject(desk(), (_object, { storage }) => {
    const { body } = storage.sql.exec<{ body: string }>("SELECT body FROM roster").one();
    return JSON.parse(body) as Roster;
  });
  await desk().configure({ ...change(roster), rev: roster.rev + 1_000 });
}

const byHand = (roster: Roster): Roster => ({
  ...roster,
  workstreams: roster.workstreams.map((stream) => ({ ...stream, offer: { mode: "by-hand", seconds: 60 } })),
});

describe("console", () => {
  test("the first frame is the whole desk; what cannot be read is answered", async () => {
    const wire = await openWire("/v1/desk/socket", await anasTicket());
    await wire.settled();
    expect(wire.frames[0]).toMatchObject({ type: "desk", me: { presence: "offline", used: 0 }, offers: [], mine: [] });
    wire.send("{");
    expect(await wire.take("error")).toMatchObject({ code: "bad-frame" });
    wire.send({ type: "dance" });
    expect(await wire.take("error")).toMatchObject({ code: "unknown-frame", ref: "dance" });
    expect(await wire.ask({ type: "presence", id: randomId(), presence: "asleep" })).toMatchObject({
      type: "nack",
      code: "bad-frame",
    });
    expect(await wire.ask({ type: "take", id: randomId(), conversationId: "none" })).toMatchObject({
      type: "nack",
      code: "gone",
    });
  });

  test("a newer socket of the same tab takes over, and the agent stays connected", async () => {
    const older = await anaOnDuty();
    const newer = await openWire("/v1/desk/socket", await anasTicket(), { query: { tab: older.tab } });
    expect(await older.closed).toBe(4005);
    expect(await newer.take("desk")).toMatchObject({ me: { presence: "available" } });
    const access = await begin();
    await reaches(await connect(access), "active");
  });

  test("signed out: closed for good, and what was theirs is in the queue again", async () => {
    const { access, customer, desk: wire } = await talk();
    await desk().signedOut((await wire.take("desk"))["me"].id as string, undefined, false);
    expect(await wire.closed).toBe(4007);
    await reaches(customer, "open");
    expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "open", front: true } });
  });

  test("an offer by hand is shown with its end, and taken", async () => {
    const wire = await anaOnDuty();
    await changeRoster(byHand);
    const customer = await connect(await begin());
    const told = await feed(wire, ({ offers }) => offers.length === 1);
    expect(told["me"].slots).toMatchObject([{ reason: "offered", until: told["offers"][0].expiresAt }]);
    const answer = wire.ask({ type: "accept", id: randomId(), offerId: told["offers"][0].offerId });
    await reaches(customer, "active");
    expect(await answer).toMatchObject({ type: "ack" });
    await feed(wire, ({ mine, offers }) => mine.length === 1 && offers.length === 0);
  });

  test("K15 an offer not taken: the alarm sets the agent away", async () => {
    stopClock();
    const wire = await anaOnDuty();
    await tellPingsInTestTime(desk());
    await changeRoster(byHand);
    await connect(await begin());
    await feed(wire, ({ offers }) => offers.length === 1);
    for (let ping = 0; ping < 3; ping++) {
      pass(20_000);
      await wire.ping();
    }
    await ringDesk();
    expect(await feed(wire, ({ me }) => me.presence === "away")).toMatchObject({
      offers: [],
      queue: { count: 1 },
      me: { used: 0 },
    });
  });
});

describe("an agent who is lost", () => {
  test("a close counts at once; the customer is told; back within the grace everything is as it was", async () => {
    const { access, customer, desk: wire } = await talk();
    wire.close();
    await wire.closed;
    await customer.take((frame) => frame["view"]?.phase.agentConnected === false);
    await openWire("/v1/desk/socket", await anasTicket());
    await customer.take((frame) => frame["view"]?.phase.agentConnected === true);
    expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "active" } });
  });

  test("silence counts after 30 s, and the grace from then on; over, the conversation stands at the front", async () => {
    stopClock();
    const { access, customer, desk: wire } = await talk();
    await tellPingsInTestTime(desk());
    await tellPingsInTestTime(conversationOf(access));
    pass(29_999);
    await ringDesk();
    expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "active" } });
    pass(1);
    await customer.ping();
    await ringDesk();
    expect(await wire.closed).toBe(4200);
    await customer.take((frame) => frame["view"]?.phase.agentConnected === false);
    pass(AGENT_GRACE_MS - 1);
    await customer.ping();
    await ringDesk();
    expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "active" } });
    pass(1);
    await ringDesk();
    await reaches(customer, "open");
    expect(await conversationOf(access).report()).toMatchObject({
      phase: { state: "open", front: true, present: true },
    });
  });
});

describe("memory", () => {
  test("put to sleep with its sockets it forgets nothing and tells consoles what comes", async () => {
    const { desk: wire } = await talk();
    await evictDurableObject(desk(), { webSockets: "hibernate" });
    await connect(await begin());
    const { me, mine } = await feed(wire, ({ mine: own }) => own.length === 2);
    expect([me.used, mine.length]).toEqual([2, 2]);
  });

  test("killed, it drops who has no console any more, and keeps the rest", async () => {
    const { access, customer } = await talk();
    await evictDurableObject(desk(), { webSockets: "close" });
    await ringDesk();
    await customer.take((frame) => frame["view"]?.phase.agentConnected === false);
    const back = await openWire("/v1/desk/socket", await anasTicket());
    expect(await back.take("desk")).toMatchObject({
      me: { presence: "available" },
      mine: [{ conversationId: access.conversationId }],
    });
  });

  test("at rest nothing waits to be told, and a visit of the alarm writes nothing but the alarm", async () => {
    const { desk: wire } = await talk();
    await wire.settled();
    await runInDurableObject(desk(), (_object, { storage }) => {
      expect(storage.sql.exec("SELECT topic FROM outbox").toArray()).toEqual([]);
    });
    const rows = () =>
      runInDurableObject(desk(), (_object, { storage }) => storage.sql.exec("SELECT * FROM items").toArray());
    const before = await rows();
    await ringDesk();
    expect(await rows()).toEqual(before);
  });
});
