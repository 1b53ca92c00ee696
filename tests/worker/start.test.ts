import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { seal } from "../../worker/tokens/seal.ts";
import { freshForEach } from "./support/fresh.ts";
import { begin, connect, conversationOf, identityOf, resume, rowsOf, start } from "./support/people.ts";
import { randomId } from "./support/wire.ts";

freshForEach();

const conversationIds = (answers: { [field: string]: unknown }[]) =>
  new Set(answers.map((answer) => (answer["access"] as { conversationId: string }).conversationId));

describe("a start is idempotent", () => {
  test("T05 the reply is lost and the start repeated: the same conversation, nothing twice in it", async () => {
    const startId = randomId();
    const first = await start({ startId });
    const second = await start({ startId });
    expect(first).toMatchObject({ answer: "started", joined: false });
    expect(second).toMatchObject({ answer: "started", joined: true, access: first["access"] });
    expect(await rowsOf(first["access"], "SELECT seq FROM entries")).toEqual([{ seq: 1 }]);
  });

  test("T05 two tabs start in the same instant: one conversation, and only one of them made it", async () => {
    const startId = randomId();
    const answers = await Promise.all([start({ startId }), start({ startId }), start({ startId })]);
    expect(conversationIds(answers).size).toBe(1);
    expect(answers.filter((answer) => answer["joined"] === false)).toHaveLength(1);
  });

  test("another start is another conversation", async () => {
    expect(conversationIds([await start(), await start()]).size).toBe(2);
  });

  test("T07 the same startId at another widget leads elsewhere", async () => {
    const startId = randomId();
    const organisation = env.ORGANISATION.getByName("organisation");
    const basics = { name: "Other", workstreamId: "general", origins: [] };
    const by = { id: "owner", name: "Olga" };
    expect(await organisation.change(by, { do: "add-widget", id: "other", value: basics })).toMatchObject({
      outcome: "saved",
    });
    const other = await start({ startId }, "other");
    expect(conversationIds([await start({ startId }), other]).size).toBe(2);
  });

  test("after the end the repeated start still answers with the ended one, and starts nothing", async () => {
    const startId = randomId();
    const access = await begin({ startId });
    await conversationOf(access).endForCustomer("ended");
    expect(await start({ startId })).toMatchObject({ joined: true, access: { conversationId: access.conversationId } });
    const socket = await connect(access);
    expect(await socket.take("welcome")).toMatchObject({ view: { phase: { state: "closed" } } });
  });
});

describe("a verified customer", () => {
  test("T05 on two devices in the same instant: one conversation", async () => {
    const identity = await identityOf("customer-1");
    const answers = await Promise.all([start({ identity }), start({ identity }), start({ identity })]);
    expect(conversationIds(answers).size).toBe(1);
    expect(answers.filter((answer) => answer["joined"] === false)).toHaveLength(1);
  });

  test("on a second device later: joins what is live, and starts anew once it has ended", async () => {
    const identity = await identityOf("customer-1");
    const first = await begin({ identity });
    expect(await start({ identity })).toMatchObject({ joined: true, access: { conversationId: first.conversationId } });
    await conversationOf(first).endForCustomer("ended");
    const second = await start({ identity });
    expect(second).toMatchObject({ joined: false });
    expect(second["access"]["conversationId"]).not.toBe(first.conversationId);
  });

  test("two customers, and two names that only differ in case, never share", async () => {
    const answers = await Promise.all([
      start({ identity: await identityOf("anna") }),
      start({ identity: await identityOf("Anna") }),
      start(),
    ]);
    expect(conversationIds(answers).size).toBe(3);
  });

  test("P04 start new ends the old one for the agent, with a reason, and starts another", async () => {
    const identity = await identityOf("customer-1");
    const old = await begin({ identity });
    const next = await begin({ identity, startNew: true });
    expect(next.conversationId).not.toBe(old.conversationId);
    const ended = await rowsOf<{ body: string }>(old, "SELECT body FROM entries ORDER BY seq DESC LIMIT 1");
    expect(JSON.parse(ended[0]?.body ?? "")).toMatchObject({
      what: { type: "ended", by: "customer", reason: "started-new" },
    });
    expect(await resume({ identity })).toMatchObject({ answer: "offer" });
    expect(await start({ identity })).toMatchObject({ joined: true, access: { conversationId: next.conversationId } });
  });

  test("start new whose reply was lost is repeated: the new one stands, nothing else ends", async () => {
    const identity = await identityOf("customer-1");
    await begin({ identity });
    const body = { identity, startNew: true, startId: randomId() };
    const [once, twice] = [await begin(body), await begin(body)];
    expect(twice.conversationId).toBe(once.conversationId);
    expect(await rowsOf(once, "SELECT seq FROM entries")).toHaveLength(1);
  });

  test("a reservation whose conversation was never begun is begun by the next start", async () => {
    const identity = await identityOf("customer-1");
    const customer = env.CUSTOMER.getByName(seal(env.ROOT_KEY ?? "", "customer", "customer-1"));
    const conversationId = "reserved-and-not-begun";
    await customer.reserve({ widgetId: "demo", device: null, startId: randomId(), conversationId });
    expect(await start({ identity })).toMatchObject({ joined: false, access: { conversationId } });
  });
});
