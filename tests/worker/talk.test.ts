import { describe, expect, test } from "vitest";
import { FRAME_BYTES, MESSAGE_CHARS } from "#protocol/limits.ts";
import { answerTo } from "../support/answers.ts";
import { freshForEach } from "./support/fresh.ts";
import {
  anaAt,
  begin,
  connect,
  conversationOf,
  happeningsIn,
  resume,
  rowsOf,
  say,
  talk,
  textsIn,
} from "./support/people.ts";
import type { Frame } from "./support/wire.ts";
import { openWire, randomId } from "./support/wire.ts";

freshForEach();

describe("a message", () => {
  test("N06 said twice under one id is acknowledged twice with the same seq, and stands once in the transcript", async () => {
    const { access, customer, ana } = await talk();
    const message = { type: "message", id: randomId(), text: "Hello" };
    const first = await customer.ask(message);
    expect(first).toMatchObject({ type: "ack", seq: 3 });
    expect(await customer.ask(message)).toEqual(first);
    expect(await rowsOf(access, "SELECT seq FROM entries WHERE seq > 2")).toEqual([{ seq: 3 }]);
    const heard = (await ana.settled()).flatMap((frame) =>
      frame.type === "update" ? (frame["entries"] as Frame[]) : [],
    );
    expect(heard).toEqual([expect.objectContaining({ seq: 3, id: message.id, from: "customer", text: "Hello" })]);
  });

  test("that is new is answered by its entry in one frame; by an ack where it stands already", async () => {
    const { customer } = await talk();
    const message = { type: "message", id: randomId(), text: "Hello" };
    customer.send(message);
    customer.send(message);
    const answers = (await customer.settled()).filter((frame) => answerTo(message.id, [frame]) !== undefined);
    expect(answers).toEqual([
      expect.objectContaining({ type: "update", entries: [expect.objectContaining({ seq: 3, id: message.id })] }),
      expect.objectContaining({ type: "ack", id: message.id, seq: 3 }),
    ]);
  });

  test("T05 N06 sent by two tabs at once, as a shared outbox may do: once", async () => {
    const { access, customer } = await talk();
    const tab = await connect(access);
    const message = { type: "message", id: randomId(), text: "Hello" };
    const [one, two] = await Promise.all([customer.ask(message), tab.ask(message)]);
    expect(one).toEqual(two);
    expect(await rowsOf(access, "SELECT seq FROM entries WHERE seq > 2")).toHaveLength(1);
  });

  test("N08 the same id on a new socket, after the ack was lost with the old one: the first seq again", async () => {
    const { access, customer } = await talk();
    const message = { type: "message", id: randomId(), text: "Hello" };
    customer.send(message);
    customer.close();
    await customer.closed;
    const again = await connect(access);
    expect(await again.ask(message)).toMatchObject({ type: "ack", seq: 3 });
  });

  test("the same id with other words, or from the other side, is a conflict and changes nothing", async () => {
    const { access, customer, ana } = await talk();
    const id = randomId();
    await say(customer, "Hello", id);
    expect(await say(customer, "Hello!", id)).toEqual({ type: "nack", id, code: "conflict" });
    expect(await say(ana, "Hello", id)).toEqual({ type: "nack", id, code: "conflict" });
    expect(await rowsOf(access, "SELECT seq FROM entries WHERE seq > 2")).toHaveLength(1);
  });

  test("many without waiting for their acks keep their order", async () => {
    const { access, customer } = await talk();
    const texts = Array.from({ length: 100 }, (_, n) => `message ${n}`);
    const acks = await Promise.all(texts.map((text) => say(customer, text)));
    expect(acks.map((ack) => ack["seq"])).toEqual(texts.map((_, n) => n + 3));
    const { entries } = await (await connect(access, { after: 2 })).take("welcome");
    expect(textsIn(entries)).toEqual(texts.slice(-50));
  });

  test("one that waits for a setting is not overtaken by the next", async () => {
    const { customer, ana } = await talk();
    const [slow, quick] = await Promise.all([say(ana, "Here: {ReconnectUrl}"), say(ana, "second")]);
    expect(slow["seq"]).toBeLessThan(quick["seq"]);
    const heard = (await customer.settled()).flatMap((frame) =>
      frame.type === "update" ? (frame["entries"] as Frame[]) : [],
    );
    expect(textsIn(heard)).toEqual([expect.stringContaining("#rejoin="), "second"]);
  });

  test(`of ${MESSAGE_CHARS} characters goes through, one more is refused by name`, async () => {
    const { customer } = await talk();
    expect(await say(customer, "ä".repeat(MESSAGE_CHARS))).toMatchObject({ type: "ack" });
    const id = randomId();
    expect(await say(customer, "a".repeat(MESSAGE_CHARS + 1), id)).toEqual({ type: "nack", id, code: "too-long" });
    expect(await say(customer, "still here")).toMatchObject({ type: "ack" });
  });

  test("empty, or under an id that is no random one, is refused", async () => {
    const { customer } = await talk();
    for (const [text, id] of [
      ["  \n", randomId()],
      ["Hello", "short"],
    ] as const) {
      expect(await say(customer, text, id)).toEqual({ type: "nack", id, code: "bad-frame" });
    }
  });

  test("after the end is refused with `ended`, under the same id as often as it comes, and the transcript stays", async () => {
    const { access, customer, ana } = await talk();
    await ana.ask({ type: "end", id: randomId() });
    const id = randomId();
    expect(await say(customer, "too late", id)).toEqual({ type: "nack", id, code: "ended" });
    expect(await say(customer, "too late", id)).toEqual({ type: "nack", id, code: "ended" });
    expect(await rowsOf(access, "SELECT seq FROM entries WHERE message_id IS NOT NULL")).toEqual([]);
  });

  test("that was stored before the end is still acknowledged after it", async () => {
    const { customer, ana } = await talk();
    const id = randomId();
    const ack = await say(customer, "in time", id);
    await ana.ask({ type: "end", id: randomId() });
    expect(await say(customer, "in time", id)).toEqual(ack);
  });
});

describe("a frame", () => {
  test.each([
    ["no JSON", "{", { type: "error", code: "bad-frame" }],
    ["no object", '"typing"', { type: "error", code: "bad-frame" }],
    ["null", "null", { type: "error", code: "bad-frame" }],
    ["no type", "{}", { type: "error", code: "bad-frame" }],
    ["an unknown type", '{"type":"dance","id":"some-id"}', { type: "error", code: "unknown-frame", ref: "dance" }],
    [
      "a name that objects inherit",
      '{"type":"constructor"}',
      { type: "error", code: "unknown-frame", ref: "constructor" },
    ],
    [
      "a known type without what belongs to it",
      '{"type":"typing"}',
      { type: "error", code: "bad-frame", ref: "typing" },
    ],
    [
      "a request without what belongs to it",
      '{"type":"message","id":"some-id"}',
      { type: "nack", id: "some-id", code: "bad-frame" },
    ],
    [
      "a request of the other side",
      '{"type":"give-back","id":"some-id-some-id-some-id"}',
      { type: "nack", id: "some-id-some-id-some-id", code: "bad-frame" },
    ],
  ])("%s: answered, and nothing changes", async (_name, text, answer) => {
    const { access, customer } = await talk();
    customer.send(text);
    expect(await customer.take((frame) => frame.type === "error" || frame.type === "nack")).toEqual(answer);
    expect(await rowsOf(access, "SELECT seq FROM entries")).toHaveLength(2);
    expect(await say(customer, "still here")).toMatchObject({ type: "ack" });
  });

  test("binary: answered, and the socket stays", async () => {
    const { customer } = await talk();
    customer.send(new Uint8Array([1, 2, 3]).buffer);
    expect(await customer.take("error")).toEqual({ type: "error", code: "bad-frame" });
    expect(await say(customer, "still here")).toMatchObject({ type: "ack" });
  });

  test("unknown fields are ignored, so that newer clients can say more", async () => {
    const { customer, ana } = await talk();
    const id = randomId();
    expect(
      await customer.ask({ type: "message", id, text: "Hello", mood: "good", seq: 99, from: "agent" }),
    ).toMatchObject({ type: "ack", seq: 3 });
    const update = await ana.take((frame) => frame.type === "update" && frame["entries"].length > 0);
    expect(update["entries"][0]).toEqual({
      seq: 3,
      at: expect.any(Number),
      kind: "message",
      id,
      from: "customer",
      text: "Hello",
    });
  });

  const filled = (bytes: number, letter: string) => {
    const shell = JSON.stringify({ type: "typing", on: true, filler: "" });
    return shell.replace('""', `"${letter.repeat((bytes - shell.length) / new TextEncoder().encode(letter).length)}"`);
  };

  test("of 64 KB is read", async () => {
    const { customer, ana } = await talk();
    customer.send(filled(FRAME_BYTES, "a"));
    expect(await ana.take("typing")).toMatchObject({ on: true });
  });

  test.each([
    ["one byte more, in ASCII", (size: number) => filled(size + 1, "a")],
    ["few characters but many bytes", (size: number) => filled(size + 3, "€")],
    ["binary", (size: number) => new ArrayBuffer(size + 1)],
  ])("too large (%s): 4009, and nothing of it is read", async (_name, make) => {
    const { access, customer, ana } = await talk();
    customer.send(make(FRAME_BYTES));
    expect(await customer.closed).toBe(4009);
    expect((await ana.settled()).filter((frame) => frame.type === "typing")).toEqual([]);
    expect(await rowsOf(access, "SELECT seq FROM entries")).toHaveLength(2);
  });
});

describe("a reconnect link in a message", () => {
  test("L11 is a URL to the customer's sockets alone: agents, the export and the store have the slug and the link's id", async () => {
    const { access, customer, ana } = await talk();
    const text = "If we get cut off: {ReconnectUrl}";
    expect(await say(ana, text)).toMatchObject({ type: "ack", seq: 3 });
    const message = (frame: Frame) => frame["entries"]?.[0]?.kind === "message";
    const url = /^If we get cut off: http:\/\/localhost:8787\/#rejoin=[\w-]+\.[\w-]+\.[\w-]{43}$/;
    expect((await customer.take(message))["entries"][0]).toMatchObject({
      text: expect.stringMatching(url),
      linkId: expect.any(String),
    });
    expect((await ana.take(message))["entries"][0]).toMatchObject({ text, linkId: expect.any(String) });
    expect((await (await connect(access)).take("welcome"))["entries"][2].text).toMatch(url);
    expect((await (await anaAt(access)).take("welcome"))["entries"][2].text).toBe(text);
    const exported = await conversationOf(access).transcript(2, { generation: 1, identityUntil: null });
    expect(exported).toMatchObject({ entries: [{ text, linkId: expect.any(String) }] });
    for (const table of ["entries", "conversation"]) {
      expect(JSON.stringify(await rowsOf(access, `SELECT * FROM ${table}`))).not.toContain("#rejoin=");
    }
  });

  test("L11 in an ended conversation no link is made", async () => {
    const { access, customer, ana } = await talk();
    await customer.ask({ type: "end", id: randomId() });
    expect(await say(ana, "{ReconnectUrl}")).toMatchObject({ type: "nack", code: "ended" });
    expect(await ana.ask({ type: "make-link", id: randomId() })).toMatchObject({ type: "nack", code: "ended" });
    expect(await rowsOf(access, "SELECT seq FROM entries WHERE seq > 3")).toEqual([]);
  });
});

describe("fleeting frames have no seq and reach whom they concern", () => {
  test("typing reaches the other side alone, not the customer's other tab", async () => {
    const { access, customer, ana } = await talk();
    const tab = await connect(access);
    await tab.take("welcome");
    customer.send({ type: "typing", on: true });
    expect(await ana.take("typing")).toEqual({ type: "typing", from: "customer", on: true });
    expect((await tab.settled()).filter((frame) => frame.type === "typing")).toEqual([]);
    expect(await say(customer, "Hello")).toMatchObject({ seq: 3 });
  });

  test("T06 what is read in one tab is read in all, never beyond the head, never backwards", async () => {
    const { access, customer, ana } = await talk();
    const tab = await connect(access);
    await tab.take("welcome");
    await say(ana, "Hello");
    for (const seq of [99, 3, 2]) customer.send({ type: "seen", seq });
    await customer.settled();
    const seen = { customer: 3, agent: 0 };
    for (const wire of [tab, ana])
      expect((await wire.settled()).filter((frame) => frame.type === "seen")).toEqual([{ type: "seen", seen }]);
    expect(await (await connect(access)).take("welcome")).toMatchObject({ seen });
  });
});

describe("ending", () => {
  test("T06 in one tab is seen in the other; a second end is as good as the first and leaves no second line", async () => {
    const { access, customer, ana } = await talk();
    const tab = await connect(access);
    await tab.take("welcome");
    const id = randomId();
    expect(await customer.ask({ type: "end", id })).toEqual({ type: "ack", id });
    for (const wire of [tab, ana]) {
      expect(await wire.take((frame) => frame["view"]?.phase.state === "wrap-up")).toMatchObject({
        view: { phase: { ended: { by: "customer" } } },
      });
    }
    expect(await tab.ask({ type: "end", id: randomId() })).toMatchObject({ type: "ack" });
    expect(await customer.ask({ type: "end", id })).toEqual({ type: "ack", id });
    const { entries } = await (await connect(access)).take("welcome");
    expect(happeningsIn(entries)).toEqual(["started", "joined", "ended"]);
  });

  test("K12 the transcript can be read with the old credential, page by page; a new start has a new id", async () => {
    const { access, customer } = await talk();
    await say(customer, "Hello");
    await customer.ask({ type: "end", id: randomId() });
    expect(await resume({ credential: access.credential })).toMatchObject({
      answer: "ended",
      via: "credential",
      access: { conversationId: access.conversationId },
    });
    expect(textsIn((await (await connect(access)).take("welcome"))["entries"])).toEqual(["Hello"]);
    expect((await begin({ replaces: access.credential })).conversationId).not.toBe(access.conversationId);
  });
});

describe("opening a socket", () => {
  test.each([
    ["no subprotocol of ours", { protocols: "chat" }, 4000],
    ["our subprotocol without a credential", { protocols: "rejoin.v1" }, 4000],
    ["the credential first", { protocols: "secret, rejoin.v1" }, 4000],
    ["a later version alone", { protocols: "rejoin.v2, secret" }, 4000],
    ["a query that cannot be read", { query: { after: "-1" } }, 4000],
    ["a tab that is no random id", { query: { tab: "1" } }, 4000],
    ["another site's page", { headers: { origin: "https://evil.example" } }, 4003],
  ])("%s: refused by a close that says so", async (_name, opening, code) => {
    const { credential } = await begin();
    expect(await (await openWire("/v1/conversation/socket", credential, opening)).closed).toBe(code);
  });

  test("a newer socket of the same tab takes over: the older one is closed, the customer stays present", async () => {
    const { access, customer, ana } = await talk();
    const newer = await connect(access, { tab: customer.tab });
    expect(await customer.closed).toBe(4005);
    await newer.settled();
    const heard = (await ana.settled()).filter((frame) => frame["view"] !== undefined);
    expect(heard.map((frame) => frame["view"].phase.customer.at)).not.toContain("away");
    expect(await say(newer, "Hello")).toMatchObject({ type: "ack" });
  });
});
