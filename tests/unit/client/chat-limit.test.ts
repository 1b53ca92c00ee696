import { expect, test } from "vitest";
import type { Access, ResumeAnswer } from "#protocol/bodies.ts";
import { createCustomer, guest, owned } from "./support/customer.ts";

type Via = "link" | "credential" | "identity";
const offer: ResumeAnswer = {
  answer: "offer",
  drop: false,
  offer: { agentName: "Ana", awaySince: 1, holdUntil: null, resumableUntil: null, customerName: null },
};
const resumed = (via: Via, access = guest): ResumeAnswer => ({ answer: "resume", access, via, drop: false });
const ended = (via: Via, access: Access | null): ResumeAnswer => ({
  answer: "ended",
  redirectUrl: "https://shop.example/late",
  ended: null,
  access,
  via,
  drop: false,
});
const anna = async () => "identity-of-anna";

/** A guest in a chat that can come to its limit, and the answer for then. */
async function inChat(open: boolean) {
  const customer = createCustomer();
  customer.answers.push({ answer: "started", access: guest, joined: false });
  const chat = customer.open();
  chat.setOpen(open);
  await chat.start();
  await customer.world.clock.advance(1_000);
  customer.answers.push(ended("credential", guest));
  return { customer, chat };
}

test("T02 a stored credential never moves a page by itself, with the panel open or not", async () => {
  const { customer, chat } = await inChat(true);
  chat.dispose();
  customer.world.server.end("expired");
  const target = customer.open();
  target.setOpen(true);
  await target.lookUp();
  await customer.world.clock.advance(1_000);
  expect(target.snapshot().view?.phase.state).toBe("closed");
  expect(customer.asked).toHaveLength(1);
  const verified = customer.open({ identity: anna });
  verified.setOpen(true);
  await verified.lookUp();
  expect(customer.world.redirects).toEqual([]);
});

test("L04 a page that sees its chat come to the limit moves on, once, if the panel is open then", async () => {
  const { customer, chat } = await inChat(true);
  chat.drop();
  customer.world.server.end("expired");
  chat.return();
  await customer.world.clock.advance(1_000);
  chat.setDraft("still here");
  await customer.world.clock.advance(1_000);
  expect(customer.world.redirects).toEqual(["https://shop.example/late"]);

  const closed = await inChat(false);
  closed.customer.world.server.end("expired");
  await closed.customer.world.clock.advance(1_000);
  closed.chat.setOpen(true);
  closed.chat.setDraft("opened later");
  await closed.customer.world.clock.advance(1_000);
  expect([closed.customer.world.redirects, closed.customer.asked.length]).toEqual([[], 1]);
});

test("P12 the limit passes while the prompt is up: whoever continues moves on", async () => {
  const customer = createCustomer();
  customer.answers.push(offer, ended("identity", null));
  const chat = customer.open({ identity: anna });
  chat.setOpen(true);
  await chat.lookUp();
  await chat.continue();
  expect(customer.world.redirects).toEqual(["https://shop.example/late"]);
});

test("the site's word fails as the limit is learnt: asked again at the next change", async () => {
  const customer = createCustomer();
  customer.answers.push(resumed("identity", owned));
  let works = true;
  const chat = customer.open({
    identity: async () => {
      if (!works) throw new Error("no backend");
      return "identity-of-anna";
    },
  });
  chat.setOpen(true);
  await chat.lookUp();
  await customer.world.clock.advance(1_000);
  works = false;
  customer.world.server.end("expired");
  await customer.world.clock.advance(1_000);
  works = true;
  customer.answers.push(ended("credential", owned));
  chat.setDraft("still here");
  await customer.world.clock.advance(1_000);
  expect(customer.world.redirects).toEqual(["https://shop.example/late"]);
});

test("L02 a link that is opened where its chat is already: one socket, and the person is as present as before", async () => {
  const { customer, chat } = await inChat(true);
  chat.activity();
  customer.answers.splice(0, 1, resumed("link"));
  await chat.openLink("token");
  await customer.world.clock.advance(1_000);
  expect(customer.world.server.queries.filter((query) => query.includes("quiet=1"))).toEqual([]);
  expect([customer.world.open(), chat.snapshot().status.is]).toEqual([1, "connected"]);

  const touched = createCustomer();
  touched.answers.push(resumed("link"));
  const page = touched.open({ link: "token" });
  page.activity();
  await page.lookUp();
  await touched.world.clock.advance(1_000);
  expect(touched.world.server.queries).toHaveLength(1);
  expect(touched.world.server.queries[0]).not.toContain("quiet=1");
});
