import { expect, test } from "vitest";
import type { ResumeAnswer } from "#protocol/bodies.ts";
import { createCustomer, guest, owned } from "./support/customer.ts";

const none: ResumeAnswer = { answer: "none", drop: false };
const offer: ResumeAnswer = {
  answer: "offer",
  drop: false,
  offer: { agentName: "Ana", awaySince: 1, holdUntil: null, resumableUntil: null, customerName: null },
};
const resumed = (via: "link" | "credential" | "identity", access = guest, drop = false): ResumeAnswer => ({
  answer: "resume",
  access,
  via,
  drop,
});
const ended = (via: "link" | "credential", redirectUrl: string | null): ResumeAnswer => ({
  answer: "ended",
  redirectUrl,
  ended: null,
  access: null,
  via,
  drop: false,
});
const anna = async () => "identity-of-anna";

test("a guest with nothing to resume: no question is asked, nothing starts by itself", async () => {
  const customer = createCustomer();
  const chat = customer.open();
  await chat.lookUp();
  expect(chat.snapshot().entrance).toEqual({ at: "none" });
  expect([customer.asked, customer.world.attempts()]).toEqual([[], 0]);
});

test("T01 a guest's credential connects at once on reload, without a question", async () => {
  const customer = createCustomer();
  customer.answers.push({ answer: "started", access: guest, joined: false });
  const chat = customer.open();
  await chat.start({ name: "Kim" });
  await customer.world.clock.advance(1_000);
  expect(chat.snapshot()).toMatchObject({ entrance: { at: "chatting", via: "start" }, status: { is: "connected" } });
  chat.dispose();
  const reloaded = customer.open();
  await reloaded.lookUp();
  await customer.world.clock.advance(1_000);
  expect(reloaded.snapshot()).toMatchObject({
    entrance: { at: "chatting", via: "credential" },
    status: { is: "connected" },
  });
  expect(customer.asked).toHaveLength(1);
});

test("T05 the reply to a start is lost: it is repeated under the same id, also by another tab", async () => {
  const customer = createCustomer();
  const chat = customer.open();
  await chat.lookUp();
  await chat.start();
  expect(chat.snapshot().entrance).toMatchObject({ at: "unreachable", again: { ask: "start" } });
  await chat.retry();
  customer.answers.push({ answer: "started", access: guest, joined: true });
  const other = customer.open();
  await other.start();
  expect(new Set(customer.asked.map(({ body }) => body["startId"])).size).toBe(1);
  expect(chat.snapshot().entrance).toMatchObject({ at: "chatting", access: guest });
});

test("L08 the service fails while the link is looked up: nothing starts, a retry is offered, and it works", async () => {
  const customer = createCustomer();
  customer.answers.push(503);
  const chat = customer.open({ link: "token" });
  await chat.lookUp();
  expect(chat.snapshot().entrance).toMatchObject({ at: "unreachable", code: "unavailable", again: { ask: "look-up" } });
  await chat.start();
  expect(customer.asked.map(({ path }) => path)).toEqual(["/v1/widgets/w1/resume"]);
  customer.answers.push(resumed("link"));
  await chat.retry();
  await customer.world.clock.advance(1_000);
  expect(customer.asked[1]?.body).toEqual({ link: "token" });
  expect(chat.snapshot()).toMatchObject({ entrance: { at: "chatting", via: "link" }, status: { is: "connected" } });
  expect(customer.world.server.queries[0]).toContain("quiet=1");
});

test("L04 L05 too late by a link: redirected if there is an address, told otherwise; nothing is started", async () => {
  const customer = createCustomer();
  customer.answers.push(ended("link", "https://shop.example/late"), ended("link", null));
  const late = customer.open({ link: "token" });
  await late.lookUp();
  expect(customer.world.redirects).toEqual(["https://shop.example/late"]);
  const told = customer.open({ link: "token" });
  await told.lookUp();
  expect(told.snapshot().entrance).toMatchObject({ at: "ended", access: null });
  expect(customer.world.redirects).toHaveLength(1);
  expect(customer.asked.map(({ path }) => path)).toEqual(["/v1/widgets/w1/resume", "/v1/widgets/w1/resume"]);
});

test("T02 a chat that ended can be read until it is dismissed; then nothing of it is left", async () => {
  const customer = createCustomer();
  customer.answers.push({ answer: "started", access: guest, joined: false });
  const chat = customer.open();
  await chat.start();
  customer.world.server.agentSays("bye");
  customer.world.server.end("ended");
  await customer.world.clock.advance(1_000);
  chat.dispose();
  const later = customer.open();
  await later.lookUp();
  await customer.world.clock.advance(1_000);
  expect(later.snapshot()).toMatchObject({
    view: { phase: { state: "closed" } },
    lines: [{ text: "bye" }, { kind: "event" }],
  });
  later.setDraft("still");
  later.dismiss();
  expect(later.snapshot()).toMatchObject({ entrance: { at: "none" }, lines: [], draft: "", status: { is: "idle" } });
  expect(customer.world.stored.size).toBe(0);
});

test("T03 a conversation unknown to the server: a clean slate", async () => {
  const customer = createCustomer();
  customer.answers.push({ answer: "started", access: guest, joined: false });
  const chat = customer.open();
  await chat.start();
  await customer.world.clock.advance(1_000);
  chat.dispose();
  customer.world.refuse(4001);
  const later = customer.open();
  await later.lookUp();
  await customer.world.clock.advance(1_000);
  expect(later.snapshot()).toMatchObject({ entrance: { at: "none" }, status: { is: "idle" } });
  expect(customer.world.stored.size).toBe(0);
});

test("P11 a guest's credential opens nothing any more, since they have signed in in another tab: what was waiting is said", async () => {
  const customer = createCustomer();
  customer.answers.push({ answer: "started", access: guest, joined: false }, resumed("identity", owned));
  let who: string | null = null;
  const chat = customer.open({ identity: async () => who });
  await chat.start();
  await customer.world.clock.advance(1_000);
  customer.world.network("black-hole");
  chat.send("not said yet");
  await customer.world.clock.advance(100);
  const stored = [...customer.world.stored.keys()].filter((key) => key.includes(":out:"));
  expect(stored).toHaveLength(1);
  customer.world.network("up");
  who = "anna";
  customer.world.cut(4001);
  expect([...customer.world.stored.keys()]).toEqual(stored);
  await customer.world.clock.advance(1_000);
  expect(chat.snapshot()).toMatchObject({
    draft: "",
    lines: [{ text: "not said yet", delivery: { is: "delivered" } }],
  });
});

test("P02 P03 P04 the prompt: nothing connects while it is up; continue is judged anew, start new says so", async () => {
  const customer = createCustomer();
  customer.answers.push(offer, resumed("identity", owned));
  const chat = customer.open({ identity: anna });
  await chat.lookUp();
  await customer.world.clock.advance(1_000);
  expect(chat.snapshot().entrance).toMatchObject({ at: "offer", offer: { agentName: "Ana" } });
  expect(customer.world.attempts()).toBe(0);
  await chat.start();
  expect(chat.snapshot().entrance.at).toBe("offer");
  await chat.continue();
  await customer.world.clock.advance(1_000);
  expect(customer.asked[1]?.body).toEqual({ identity: "identity-of-anna", continue: true });
  expect(chat.snapshot()).toMatchObject({ entrance: { at: "chatting" }, status: { is: "connected" } });

  customer.answers.push(offer, { answer: "started", access: { ...owned, conversationId: "c2" }, joined: false });
  const other = customer.open({ identity: anna });
  await other.lookUp();
  await other.startNew();
  const start = customer.asked.find(({ path }) => path.endsWith("/conversations"));
  expect(start?.body).toMatchObject({ identity: "identity-of-anna", startNew: true });
});

test("P08 B on A's browser: the server's word drops what is stored, and A's credential goes nowhere without an identity", async () => {
  const customer = createCustomer();
  customer.answers.push(resumed("identity", owned), { answer: "none", drop: true });
  const a = customer.open({ identity: anna });
  await a.lookUp();
  a.setDraft("secret");
  a.dispose();
  const nobody = customer.open();
  await nobody.lookUp();
  expect(nobody.snapshot()).toMatchObject({ entrance: { at: "none" }, draft: "" });
  expect(customer.asked).toHaveLength(1);
  const b = customer.open({ identity: async () => "identity-of-bob" });
  await b.lookUp();
  expect(b.snapshot()).toMatchObject({ entrance: { at: "none" }, draft: "" });
  expect(customer.world.stored.size).toBe(0);
});

test("P09 a refused identity: said so, nothing resumed and nothing started", async () => {
  const customer = createCustomer();
  customer.answers.push({ answer: "refused", reason: "identity-invalid" }, none);
  const chat = customer.open({ identity: anna });
  await chat.lookUp();
  expect(chat.snapshot().entrance).toEqual({ at: "refused", reason: "identity-invalid" });
  await chat.start();
  expect(customer.asked).toHaveLength(1);
  await chat.retry();
  expect(chat.snapshot().entrance).toEqual({ at: "none" });
});

test("P10 the identity expires mid-chat: a fresh one is asked of the page, and the chat goes on", async () => {
  const customer = createCustomer();
  const asked: boolean[] = [];
  customer.answers.push(resumed("identity", owned), resumed("identity", owned));
  const chat = customer.open({
    identity: async (fresh) => {
      asked.push(fresh);
      return "identity-of-anna";
    },
  });
  await chat.lookUp();
  await customer.world.clock.advance(10_000);
  customer.world.cut(4020);
  chat.send("hello");
  await customer.world.clock.advance(10_000);
  expect(asked).toEqual([false, true]);
  expect(customer.asked[1]?.body).toEqual({
    identity: "identity-of-anna",
    credential: owned.credential,
    continue: true,
  });
  expect(chat.snapshot()).toMatchObject({
    status: { is: "connected" },
    lines: [{ text: "hello", delivery: { is: "delivered" } }],
  });
});

test("T06 ended in one tab: the other shows it, and dismissing it in one clears both", async () => {
  const customer = createCustomer();
  customer.answers.push({ answer: "started", access: guest, joined: false });
  const one = customer.open();
  const two = customer.open();
  await two.lookUp();
  await one.start();
  await customer.world.clock.advance(1_000);
  expect(two.snapshot()).toMatchObject({ entrance: { at: "chatting", via: "other-tab" }, status: { is: "connected" } });
  void one.end();
  await customer.world.clock.advance(1_000);
  expect(two.snapshot().view?.phase.state).toBe("closed");
  two.dismiss();
  await customer.world.clock.advance(1_000);
  expect(one.snapshot()).toMatchObject({ entrance: { at: "none" }, lines: [] });
  expect(customer.world.server.heardFrames.filter(({ type }) => type === "end")).toHaveLength(1);
});

test("signing out cuts the line and forgets everything", async () => {
  const customer = createCustomer();
  customer.answers.push(resumed("identity", owned));
  const chat = customer.open({ identity: anna });
  await chat.lookUp();
  await customer.world.clock.advance(1_000);
  chat.setDraft("secret");
  chat.signOut();
  expect(chat.snapshot()).toMatchObject({ entrance: { at: "idle" }, status: { is: "idle" }, lines: [], draft: "" });
  expect([customer.world.open(), customer.world.stored.size]).toEqual([0, 0]);
});
