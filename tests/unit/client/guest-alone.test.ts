import { expect, test } from "vitest";
import { openChat } from "../../../widget/client/guest.ts";
import type { Opening } from "../../../widget/client/customer.ts";
import { createReturning } from "../../../widget/client/returning.ts";
import { createCustomer, guest, owned } from "./support/customer.ts";

const STARTED = { answer: "started", access: guest, joined: false } as const;

/** A chat whose rest comes when it is told to. */
function open(options: { identity?: () => Promise<string>; link?: string } = {}) {
  const customer = createCustomer();
  const { promise, resolve } = Promise.withResolvers<Opening>();
  const { ports, tell } = customer.world.tab();
  const chat = openChat({ baseUrl: "http://server", widgetId: "w1", ports, ...options }, promise);
  const arrive = async () => {
    resolve((hall) => createReturning(hall));
    await customer.world.clock.advance(1_000);
  };
  return { customer, chat, ports, tell, arrive };
}

test("a guest starts, writes and comes back without the rest", async () => {
  const { customer, chat } = open();
  customer.answers.push(STARTED);
  await chat.lookUp();
  await chat.start();
  expect(chat.send("Hello")).toHaveProperty("id");
  await customer.world.clock.advance(1_000);
  expect(chat.snapshot()).toMatchObject({ entrance: { at: "chatting", via: "start" }, status: { is: "connected" } });
  expect(chat.snapshot().lines.at(-1)).toMatchObject({ text: "Hello", delivery: { is: "delivered" } });

  const { ports } = customer.world.tab();
  const reloaded = openChat({ baseUrl: "http://server", widgetId: "w1", ports }, new Promise(() => {}));
  await reloaded.lookUp();
  await customer.world.clock.advance(1_000);
  expect(reloaded.snapshot()).toMatchObject({ entrance: { via: "credential" }, status: { is: "connected" } });
  expect(customer.asked.map(({ path }) => path)).toEqual(["/v1/widgets/w1/conversations"]);
});

test("a start that could not be answered is repeated without the rest, under the same id", async () => {
  const { customer, chat } = open();
  await chat.start();
  expect(chat.snapshot().entrance).toMatchObject({ at: "unreachable", again: { ask: "start" } });
  customer.answers.push(STARTED);
  await chat.retry();
  expect(chat.snapshot().entrance).toMatchObject({ at: "chatting" });
  const [one, two] = customer.asked.map(({ body }) => body["startId"]);
  expect(one).toBe(two);
});

test.each([
  ["an identity", { identity: async () => "identity-of-anna" }],
  ["a link", { link: "token" }],
])(
  "%s waits for the rest: nothing is asked, nothing is started, and then all of it in its order",
  async (_, options) => {
    const { customer, chat, arrive } = open(options);
    customer.answers.push({ answer: "resume", access: owned, via: "identity", drop: false });
    void chat.lookUp();
    void chat.start();
    await customer.world.clock.advance(5_000);
    expect([chat.snapshot().entrance.at, customer.asked]).toEqual(["looking-up", []]);
    await arrive();
    // The start came while that was not known, and so does nothing.
    expect(customer.asked.map(({ path }) => path)).toEqual(["/v1/widgets/w1/resume"]);
    expect(chat.snapshot().entrance).toMatchObject({ at: "chatting", access: owned });
  },
);

test("signing out before the rest is there comes before all that is said after it", async () => {
  const { customer, chat, ports, arrive } = open();
  customer.answers.push(STARTED);
  await chat.start();
  await customer.world.clock.advance(1_000);
  chat.signOut();
  void chat.lookUp();
  await arrive();
  expect(chat.snapshot().entrance).toEqual({ at: "none" });
  expect(ports.store.keys("rejoin:w1:")).toEqual([]);
});

test("what another tab did before the rest was there is seen when it is", async () => {
  const { chat, ports, arrive } = open();
  await chat.lookUp();
  ports.store.set("rejoin:w1:access", JSON.stringify(guest));
  expect(chat.snapshot().entrance.at).toBe("none");
  await arrive();
  expect(chat.snapshot().entrance).toMatchObject({ at: "chatting", access: guest, via: "other-tab" });
});
