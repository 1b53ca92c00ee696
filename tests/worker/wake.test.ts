import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, test, vi } from "vitest";
import { pass, stopClock } from "./support/clock.ts";
import { freshForEach } from "./support/fresh.ts";
import type { Access } from "./support/people.ts";
import {
  anaAt,
  begin,
  connect,
  conversationOf,
  happeningsIn,
  reaches,
  resume,
  ring,
  rowsOf,
  say,
  talk,
} from "./support/people.ts";
import type { Frame, Wire } from "./support/wire.ts";
import { randomId } from "./support/wire.ts";

freshForEach();

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What may happen to the object between any two steps of a story. */
type Mishap = (access: Access) => Promise<void>;

const mishaps: Record<string, Mishap> = {
  "it hibernates": (access) => evictDurableObject(conversationOf(access), { webSockets: "hibernate" }),
  "it is killed and its sockets with it": (access) =>
    evictDurableObject(conversationOf(access), { webSockets: "close" }),
  "its alarm rings early, and twice": async (access) => {
    await ring(access);
    await ring(access);
  },
  "its alarm rings first thing after hibernation": async (access) => {
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    await ring(access);
  },
};

/** A whole life of a conversation; resolves to all that its people could see of it, with times from its start. */
async function live(mishap: Mishap): Promise<unknown> {
  stopClock();
  const { access, customer, ana: first, epoch } = await talk();
  const startedAt = Date.now();
  first.close();
  await first.closed;
  let page: Wire | null = customer;
  const shown: unknown[] = [];

  /** The customer's page: the open one, or a new one if it was lost. */
  const here = async () => {
    if (page !== null && (await isOpen(page))) return page;
    page = await connect(access, { after: 0, epoch });
    await page.take("welcome");
    return page;
  };
  const asAna = async (act: (ana: Wire) => Promise<unknown>) => {
    const ana = await anaAt(access);
    await ana.take("welcome");
    await act(ana);
    ana.close();
    await ana.closed;
  };
  const leave = async () => {
    const leaving = await here();
    leaving.close(4300);
    await leaving.closed;
    page = null;
  };

  const steps: (() => Promise<unknown>)[] = [
    async () => say(await here(), "one"),
    () => asAna((ana) => say(ana, "two")),
    async () => (await here()).ask({ type: "make-link", id: "link-link-link-link-link" }),
    () => asAna((ana) => ana.ask({ type: "set-notes", id: randomId(), text: "a note" })),
    leave,
    async () => {
      pass(15 * SECOND);
      await ring(access);
    },
    async () => here(),
    () => asAna((ana) => say(ana, "Come back by {ReconnectUrl}", "sent-sent-sent-sent-sent")),
    leave,
    async () => {
      pass(6 * MINUTE);
      await ring(access);
    },
    async () => reaches(await here(), "active"),
    async () => say(await here(), "three"),
    () => asAna((ana) => ana.ask({ type: "end", id: randomId() })),
    async () => {
      pass(16 * MINUTE);
      await ring(access);
    },
  ];
  for (const step of steps) {
    await step();
    await mishap(access);
  }
  const { entries, view, mode } = await (await connect(access, { after: 0, epoch })).take("welcome");
  for (const { at, kind, text, what, ...entry } of entries as Frame[]) {
    shown.push([
      at - startedAt,
      entry["seq"],
      kind === "event" ? what.type : text.replace(access.conversationId, "<id>").replace(/\.[^.]+$/, ""),
    ]);
  }
  return { mode, phase: view.phase.state, closedAfter: view.phase.closedAt - startedAt, shown };
}

async function isOpen(wire: Wire): Promise<boolean> {
  try {
    await wire.settled();
    return true;
  } catch {
    return false;
  }
}

describe("whatever happens to the object between any two steps, its people see the same life", () => {
  const expected = {
    mode: "resumed",
    phase: "closed",
    closedAfter: 6 * MINUTE + 15 * SECOND + 15 * MINUTE,
    shown: [
      [0, 1, "started"],
      [0, 2, "joined"],
      [0, 3, "one"],
      [0, 4, "two"],
      [0, 5, "link-made"],
      [10 * SECOND, 6, "away"],
      [15 * SECOND, 7, "back"],
      [15 * SECOND, 8, "Come back by http://localhost:8787/#rejoin=<id>.sent-sent-sent-sent-sent"],
      [25 * SECOND, 9, "away"],
      [15 * SECOND + 5 * MINUTE, 10, "hold-over"],
      [15 * SECOND + 6 * MINUTE, 11, "back"],
      [15 * SECOND + 6 * MINUTE, 12, "joined"],
      [15 * SECOND + 6 * MINUTE, 13, "three"],
      [15 * SECOND + 6 * MINUTE, 14, "ended"],
      [15 * SECOND + 21 * MINUTE, 15, "closed"],
    ],
  };

  test("nothing at all", async () => {
    expect(await live(async () => undefined)).toEqual(expected);
  });

  test.each(Object.entries(mishaps))("N08 %s", async (_name, mishap) => {
    expect(await live(mishap)).toEqual(expected);
  });
});

describe("sockets after hibernation", () => {
  test("go on as if nothing had been: same epoch, next seq, both directions, links rendered for the customer alone", async () => {
    const { access, customer, ana } = await talk();
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    expect(await say(customer, "from here")).toMatchObject({ type: "ack", seq: 3 });
    expect(await ana.take((frame) => frame.type === "update" && frame["entries"].length > 0)).toMatchObject({
      entries: [{ seq: 3, text: "from here" }],
    });
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    await say(ana, "{ReconnectUrl}");
    const update = await customer.take((frame) => frame["entries"]?.[0]?.seq === 4);
    expect(update["entries"][0].text).toMatch(/^http:\/\/localhost:8787\/#rejoin=/);
  });

  test("pings are answered without waking it", async () => {
    const { access, customer } = await talk();
    const stub = conversationOf(access);
    await evictDurableObject(stub, { webSockets: "hibernate" });
    await customer.ping();
    // Only what runs can be evicted.
    await expect(evictDurableObject(stub)).rejects.toThrow(/not.*running/i);
  });

  test("a close is seen at once, with its time, and the agent hears of it", async () => {
    const { access, customer, ana } = await talk();
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    customer.close();
    expect(await customer.closed).toBe(1000);
    expect((await ana.take((frame) => frame["view"]?.phase.customer?.at === "away"))["view"].phase).toMatchObject({
      state: "active",
    });
  });

  test("a socket that was asking for pages when it hibernated is live only after its last page", async () => {
    const { access, ana, epoch } = await talk();
    for (let n = 0; n < 5; n += 1) await Promise.all(Array.from({ length: 50 }, (_, k) => say(ana, `${n} ${k}`)));
    const socket = await connect(access, { after: 2, epoch });
    expect(await socket.take("welcome")).toMatchObject({ more: true });
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    await say(ana, "meanwhile");
    socket.send({ type: "more", after: 202 });
    expect(await socket.take("page")).toMatchObject({ more: false, head: 253 });
    await evictDurableObject(conversationOf(access), { webSockets: "hibernate" });
    await say(ana, "live");
    const heard = (await socket.settled()).flatMap((frame) =>
      frame.type === "update" ? (frame["entries"] as Frame[]) : [],
    );
    expect(heard).toMatchObject([{ seq: 254, text: "live" }]);
  });
});

test("N08 the first to come after a kill: what they do bears no earlier time than the absence that they find, though time passes meanwhile", async () => {
  stopClock();
  const { access, epoch } = await talk();
  await evictDurableObject(conversationOf(access), { webSockets: "close" });
  pass(MINUTE);
  // Each look at the clock takes a moment.
  vi.spyOn(Date, "now").mockImplementation(
    (
      (now) => () =>
        (now += 1)
    )(Date.now()),
  );
  const page = await connect(access, { after: 0, epoch });
  const frames = [await page.take("welcome"), await page.take("update")];
  vi.mocked(Date.now).mockRestore();
  const entries = frames.flatMap((frame) => frame["entries"] as Frame[]);
  expect(happeningsIn(entries)).toEqual(["started", "joined", "away", "back"]);
  const times = entries.map(({ at }) => at as number);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

describe("deadlines that passed while nothing ran", () => {
  const linesAfter = async (access: Access, seq: number, startedAt: number) => {
    const rows = await rowsOf<{ at: number; body: string }>(
      access,
      `SELECT at, body FROM entries WHERE seq > ${seq} ORDER BY seq`,
    );
    return rows.map(({ at, body }) => [(at - startedAt) / SECOND, JSON.parse(body).what.type]);
  };

  test("K14 K04 K05 take effect on wake, in order, with their due times, once; the agent's unit is free", async () => {
    stopClock();
    const { access, customer, desk } = await talk();
    const leftAt = Date.now();
    customer.close();
    await customer.closed;
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    pass(60 * MINUTE);
    expect(await ring(access)).toBe(true);
    const due = [
      [10, "away"],
      [5 * 60, "hold-over"],
      [20 * 60, "ended"],
    ];
    expect(await linesAfter(access, 2, leftAt)).toEqual(due);
    await desk.take((frame) => frame.type === "desk" && frame["me"].used === 0 && frame["mine"].length === 0);
    await ring(access);
    await evictDurableObject(conversationOf(access));
    pass(60 * MINUTE);
    await ring(access);
    expect(await linesAfter(access, 2, leftAt)).toEqual(due);
  });

  test("K14 the first to come is the customer themselves, too late: ended, and not by their coming", async () => {
    stopClock();
    const { access, customer } = await talk();
    const leftAt = Date.now();
    customer.close();
    await customer.closed;
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    pass(21 * MINUTE);
    expect(await resume({ credential: access.credential })).toMatchObject({
      answer: "ended",
      ended: { at: leftAt + 20 * MINUTE, by: "limit", reason: "expired" },
    });
    const { view } = await (await connect(access)).take("welcome");
    expect(view.phase).toMatchObject({ state: "closed" });
  });

  test("K10 K14 a wrap-up is over after its time, though nothing ran", async () => {
    stopClock();
    const { access, ana } = await talk();
    await ana.ask({ type: "end", id: randomId() });
    const endedAt = Date.now();
    await evictDurableObject(conversationOf(access), { webSockets: "close" });
    pass(120 * MINUTE);
    await ring(access);
    expect(await linesAfter(access, 3, endedAt)).toEqual([[15 * 60, "closed"]]);
  });

  test("K01 who never connected after the start is closed after the limit, and never assigned", async () => {
    stopClock();
    const access = await begin();
    const startedAt = Date.now();
    await evictDurableObject(conversationOf(access));
    pass(21 * MINUTE);
    await ring(access);
    expect(await linesAfter(access, 1, startedAt)).toEqual([
      [10, "away"],
      [20 * 60, "ended"],
    ]);
  });

  test("an alarm that rings a moment early changes nothing and is set again", async () => {
    stopClock();
    const { access, customer } = await talk();
    customer.close();
    await customer.closed;
    pass(10 * SECOND - 1);
    await ring(access);
    expect(happeningsIn((await (await anaAt(access)).take("welcome"))["entries"])).toEqual(["started", "joined"]);
    const at = await runInDurableObject(conversationOf(access), (_object, { storage }) => storage.getAlarm());
    expect(at).not.toBeNull();
    pass(1);
    await ring(access);
    expect(happeningsIn((await (await anaAt(access)).take("welcome"))["entries"])).toEqual([
      "started",
      "joined",
      "away",
    ]);
  });

  test("an alarm on an object that never began does nothing", async () => {
    const stub = conversationOf({ conversationId: "never-begun" });
    await runInDurableObject(stub, (object) => object.alarm());
    expect(await stub.report()).toBeNull();
  });
});
