import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { freshForEach } from "./support/fresh.ts";
import type { Access, Talk } from "./support/people.ts";
import { connect, conversationOf, say, talk as someoneTalks, textsIn } from "./support/people.ts";
import { randomId } from "./support/wire.ts";
import type { Frame, Wire } from "./support/wire.ts";

freshForEach();

/** A conversation in which both have said something: `started`, `joined`, "one", "two". */
async function talk(): Promise<Talk> {
  const there = await someoneTalks();
  await say(there.customer, "one");
  await say(there.ana, "two");
  return there;
}

/** Writes so many messages straight into the store, as a long talk would have left them. */
function fill(access: Access, count: number): Promise<void> {
  return runInDurableObject(conversationOf(access), (_object, { storage }) => {
    const body = (n: number) =>
      JSON.stringify({
        kind: "message",
        id: `seeded-${n}`,
        from: "agent",
        agent: { id: "ana", name: "Ana" },
        text: `n${n}`,
      });
    storage.transactionSync(() => {
      const { head } = storage.sql.exec<{ head: number }>("SELECT max(seq) AS head FROM entries").one();
      for (let n = 1; n <= count; n += 1) {
        storage.sql.exec(
          "INSERT INTO entries (seq, at, message_id, body) VALUES (?, ?, ?, ?)",
          head + n,
          Date.now(),
          `seeded-${n}`,
          body(n),
        );
      }
    });
  });
}

/** Asks for page after page until the socket is live; all entries, the first frame's included. */
async function catchUp(socket: Wire): Promise<Frame[]> {
  let page = await socket.take("welcome");
  const entries = [...(page["entries"] as Frame[])];
  while (page["more"] === true) {
    socket.send({ type: "more", after: entries.at(-1)?.["seq"] });
    page = await socket.take("page");
    entries.push(...(page["entries"] as Frame[]));
  }
  return entries;
}

const seqs = (entries: Frame[]) => entries.map((entry) => entry["seq"] as number);
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe("the first frame", () => {
  test("without a cursor: the state and the newest entries", async () => {
    const { access } = await talk();
    const frame = await (await connect(access)).take("welcome");
    expect(frame).toMatchObject({
      mode: "snapshot",
      head: 4,
      more: false,
      hasBefore: false,
      view: { phase: { state: "active" } },
    });
    expect(seqs(frame["entries"])).toEqual([1, 2, 3, 4]);
  });

  test("with a cursor: what follows it, and nothing else", async () => {
    const { access, epoch } = await talk();
    const frame = await (await connect(access, { after: 3, epoch })).take("welcome");
    expect(frame).toMatchObject({ mode: "resumed", head: 4, more: false, hasBefore: false, epoch });
    expect(textsIn(frame["entries"])).toEqual(["two"]);
  });

  test("a cursor at the end: resumed, with nothing to add", async () => {
    const { access, epoch } = await talk();
    expect(await (await connect(access, { after: 4, epoch })).take("welcome")).toMatchObject({
      mode: "resumed",
      entries: [],
      head: 4,
      more: false,
    });
  });

  test("a page that has received nothing yet resumes at 0: the whole transcript, no new conversation", async () => {
    const { access, epoch } = await talk();
    const frame = await (await connect(access, { after: 0, epoch })).take("welcome");
    expect(frame).toMatchObject({ mode: "resumed", view: { conversationId: access.conversationId } });
    expect(seqs(frame["entries"])).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ["another epoch", { after: 3, epoch: "another" }],
    ["no epoch", { after: 3 }],
    ["an epoch without a cursor", { epoch: "same" }],
    ["a cursor from the future", { after: 5, epoch: "same" }],
  ])("%s: a snapshot of the same conversation", async (_name, query) => {
    const { access, epoch } = await talk();
    const socket = await connect(access, "epoch" in query && query.epoch === "same" ? { ...query, epoch } : query);
    const frame = await socket.take("welcome");
    expect(frame).toMatchObject({ mode: "snapshot", epoch, view: { conversationId: access.conversationId } });
    expect(seqs(frame["entries"])).toEqual([1, 2, 3, 4]);
  });

  test("a snapshot of a long transcript is its newest 50, and older ones are had by asking", async () => {
    const { access } = await talk();
    await fill(access, 296);
    const socket = await connect(await reopened(access));
    const first = await socket.take("welcome");
    expect(first).toMatchObject({ mode: "snapshot", head: 300, hasBefore: true, more: false });
    expect(seqs(first["entries"])).toEqual(upTo(300, 251));
    socket.send({ type: "history", before: 251 });
    const older = await socket.take("history");
    expect(older).toMatchObject({ before: 251, hasBefore: true });
    expect(seqs(older["entries"])).toEqual(upTo(250, 51));
    socket.send({ type: "history", before: 51 });
    const oldest = await socket.take("history");
    expect(oldest["hasBefore"]).toBe(false);
    expect(seqs(oldest["entries"])).toEqual(upTo(50));
  });
});

/** The object reads its head when it wakes; what `fill` wrote is there after that. */
async function reopened(access: Access): Promise<Access> {
  await evictDurableObject(conversationOf(access));
  return access;
}

describe("a gap that is too long for one reply", () => {
  test("N10 5,000 missed messages: pages, all there, in order, once", async () => {
    const { access, epoch } = await talk();
    await fill(access, 5_000);
    const socket = await connect(await reopened(access), { after: 4, epoch });
    const entries = await catchUp(socket);
    expect(seqs(entries)).toEqual(upTo(5_004, 5));
    expect(textsIn(entries)).toEqual(upTo(5_000).map((n) => `n${n}`));
    expect(socket.frames.filter((frame) => frame.type === "page")).toHaveLength(24);
  });

  test("N10 what is said meanwhile comes after the replay, exactly once", async () => {
    const { access, ana, epoch } = await talk();
    await fill(access, 500);
    await reopened(access);
    const socket = await connect(access, { after: 4, epoch });
    expect(await socket.take("welcome")).toMatchObject({ head: 504, more: true });
    await say(ana, "meanwhile");
    socket.send({ type: "more", after: 204 });
    expect(await socket.take("page")).toMatchObject({ head: 505, more: true });
    await say(ana, "and again");
    const beforeLast = await socket.settled();
    expect(beforeLast.filter((frame) => frame.type === "update")).toEqual([]);
    socket.send({ type: "more", after: 404 });
    const last = await socket.take("page");
    expect(last).toMatchObject({ head: 506, more: false });
    expect(textsIn(last["entries"]).slice(-2)).toEqual(["meanwhile", "and again"]);
    await say(ana, "live");
    const update = await socket.take((frame) => frame.type === "update" && frame["entries"].length > 0);
    expect(seqs(update["entries"])).toEqual([507]);
  });

  test("a message that is said before the replay is through is answered by an ack, as no update will tell of it", async () => {
    const { access, epoch } = await talk();
    await fill(access, 500);
    await reopened(access);
    const socket = await connect(access, { after: 4, epoch });
    const message = { type: "message", id: randomId(), text: "Hello" };
    socket.send(message);
    const answer = { type: "ack", id: message.id, seq: 505, at: expect.any(Number) };
    expect((await socket.settled()).filter((frame) => frame.type === "ack" || frame.type === "update")).toEqual([
      answer,
    ]);
  });

  test("a state that changed while pages were on their way is known once the socket is live, and so is what was read", async () => {
    const { access, ana, epoch } = await talk();
    await fill(access, 300);
    await reopened(access);
    const socket = await connect(access, { after: 4, epoch });
    expect(await socket.take("welcome")).toMatchObject({ more: true, view: { phase: { state: "active" } } });
    ana.send({ type: "seen", seq: 3 });
    await ana.ask({ type: "end", id: "an-end-an-end-an-end-an-end" });
    socket.send({ type: "more", after: 204 });
    expect(await socket.take("page")).toMatchObject({ more: false });
    expect(await socket.take("update")).toMatchObject({ entries: [], view: { phase: { state: "wrap-up" } } });
    expect(await socket.take("seen")).toMatchObject({ seen: { agent: 3 } });
  });

  test("asking again for a page on a live socket changes nothing", async () => {
    const { access, ana } = await talk();
    const socket = await connect(access);
    await socket.take("welcome");
    socket.send({ type: "more", after: 2 });
    expect(seqs((await socket.take("page"))["entries"])).toEqual([3, 4]);
    await say(ana, "live");
    await socket.settled();
    expect(socket.frames.filter((frame) => frame.type === "update" && frame["entries"].length > 0)).toHaveLength(1);
  });

  test("50 resumes in a row each bring what was missed, and nothing twice", async () => {
    const { access, ana, epoch } = await talk();
    let after = 4;
    for (let round = 0; round < 50; round += 1) {
      await say(ana, `round ${round}`);
      const socket = await connect(access, { after, epoch });
      const frame = await socket.take("welcome");
      expect(frame["mode"]).toBe("resumed");
      expect(textsIn(frame["entries"])).toEqual([`round ${round}`]);
      after = frame["head"];
      socket.close();
      await socket.closed;
    }
  });
});

test("two sockets of one customer and the agent's hear the same entries in the same order", async () => {
  const { access, customer, ana } = await talk();
  const phone = await connect(access);
  const heard = { phone: await phone.take("welcome") };
  await Promise.all([
    ...upTo(10).map((n) => say(customer, `customer ${n}`)),
    ...upTo(10).map((n) => say(ana, `ana ${n}`)),
    say(phone, "phone"),
  ]);
  const live = async (wire: Wire) =>
    (await wire.settled()).flatMap((frame) => (frame.type === "update" ? (frame["entries"] as Frame[]) : []));
  const [one, two, three] = [await live(customer), await live(phone), await live(ana)];
  expect(seqs(two)).toEqual(upTo(heard.phone["head"] + 21, heard.phone["head"] + 1));
  expect(one.slice(-21)).toEqual(two);
  expect(three.slice(-21)).toEqual(two);
  expect(textsIn(two).filter((text) => text.startsWith("ana"))).toEqual(upTo(10).map((n) => `ana ${n}`));
});
