import { expect, test } from "vitest";
import { createCustomer, guest } from "./support/customer.ts";

const started = { answer: "started", access: guest, joined: false } as const;

function contexts(customer: ReturnType<typeof createCustomer>) {
  return customer.world.server.heardFrames.filter(({ type }) => type === "context");
}

async function inChat() {
  const customer = createCustomer();
  const chat = customer.open();
  customer.answers.push(started);
  await chat.start();
  await customer.world.clock.advance(1_000);
  return { customer, chat };
}

test("the context goes with the start; what the start itself says of name and page counts more", async () => {
  const customer = createCustomer();
  const chat = customer.open();
  chat.setContext({ name: "Bo", page: "https://shop.example/cart", facts: { plan: "gold" } });
  customer.answers.push(started);
  await chat.start({ page: "https://shop.example/help" });
  expect(customer.asked[0]?.body).toMatchObject({
    name: "Bo",
    page: "https://shop.example/help",
    context: { facts: { plan: "gold" } },
  });
});

test("a start without a context says nothing of one", async () => {
  const { customer } = await inChat();
  expect(customer.asked[0]?.body).not.toHaveProperty("context");
  expect(contexts(customer)).toEqual([]);
});

test("a context that changes is told while the line is up; the same one is told once", async () => {
  const { customer, chat } = await inChat();
  const first = { facts: { cart: "3 items" } };
  chat.setContext(first);
  chat.setContext({ facts: { cart: "3 items" } });
  await customer.world.clock.advance(1_000);
  expect(contexts(customer)).toEqual([{ type: "context", ...first }]);
  const second = { name: "Bo", facts: { cart: "4 items" } };
  chat.setContext(second);
  await customer.world.clock.advance(1_000);
  expect(contexts(customer)).toEqual([
    { type: "context", ...first },
    { type: "context", ...second },
  ]);
});

test("N01 each new line hears the context once, and what was set while there was none", async () => {
  const { customer, chat } = await inChat();
  const { world } = customer;
  world.network("down");
  world.cut();
  chat.setContext({ facts: { plan: "free" } });
  chat.setContext({ facts: { plan: "gold" } });
  await world.clock.advance(1_000);
  expect(contexts(customer)).toEqual([]);
  world.network("up");
  await world.clock.advance(60_000);
  const told = { type: "context", facts: { plan: "gold" } };
  expect(contexts(customer)).toEqual([told]);
  world.cut();
  await world.clock.advance(60_000);
  expect(contexts(customer)).toEqual([told, told]);
});
