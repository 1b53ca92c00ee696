import { afterAll, beforeAll, expect, test } from "vitest";
import { Me } from "#protocol/console.ts";
import { createAgentApi, createAgentConversation, createDesk } from "../../widget/client/agent.ts";
import { createChat } from "../../widget/client/customer.ts";
import { nodePorts } from "../../widget/client/node.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

interface Watched<View> {
  snapshot(): View;
  subscribe(listener: () => void): () => void;
}

/** The first snapshot, present or to come, that fits. */
function until<View>({ snapshot, subscribe }: Watched<View>, fits: (view: View) => boolean): Promise<View> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!fits(snapshot())) return;
      unsubscribe();
      resolve(snapshot());
    };
    const unsubscribe = subscribe(look);
    look();
  });
}

const texts = ({ lines }: { lines: readonly { kind: string }[] }) =>
  lines.flatMap((line) => ("text" in line ? [line.text] : []));
const allDelivered = ({ lines }: ReturnType<ReturnType<typeof createChat>["snapshot"]>) =>
  lines.every((line) => line.kind === "event" || line.seq !== null);

async function talk() {
  const ports = nodePorts(server.url);
  const api = createAgentApi(ports.fetch, server.url);
  expect(await api.save("POST", "demo/session", {}, Me)).toMatchObject({ ok: true });
  const desk = createDesk({ baseUrl: server.url, ports, ticket: api.ticket });
  await until(desk, ({ feed }) => feed !== null);
  expect(await desk.setPresence("available")).toEqual({ ok: true });
  const customer = createChat({ baseUrl: server.url, widgetId: "demo", ports: nodePorts(server.url) });
  await customer.start({ name: "Kim" });
  const { conversationId } = await until(customer, ({ view }) => view?.phase.state === "active");
  const agent = createAgentConversation({
    baseUrl: server.url,
    conversationId: conversationId ?? "",
    ports,
    ticket: api.ticket,
  });
  await until(agent, ({ status }) => status.is === "connected");
  const dispose = () => [desk, customer, agent].forEach((one) => one.dispose());
  return { desk, customer, agent, dispose };
}

test("the client's two sides talk, drop and return, and see one transcript", async () => {
  const { customer, agent, dispose } = await talk();
  agent.send("Hello Kim");
  await until(customer, (view) => texts(view).includes("Hello Kim"));
  customer.drop();
  await until(agent, ({ view }) => view?.phase.state === "active" && view.phase.customer.at === "away");
  customer.send("written while away");
  agent.send("said meanwhile");
  customer.return();
  const last = await until(agent, (view) => texts(view).includes("written while away"));
  const mine = await until(customer, (view) => allDelivered(view) && view.lines.length === last.lines.length);
  expect(texts(mine)).toEqual(texts(last));
  expect(await agent.end()).toEqual({ ok: true });
  await until(customer, ({ view }) => view?.phase.state === "wrap-up" || view?.phase.state === "closed");
  expect(customer.send("too late")).toEqual({ refused: "ended" });
  dispose();
});

test("N08 the server is killed while both sides talk: everything stands once, in one order", async () => {
  const { customer, agent, dispose } = await talk();
  for (let n = 0; n < 40; n += 1) {
    customer.send(`customer ${n}`);
    agent.send(`agent ${n}`);
    if (n === 20) await server.restart();
  }
  const complete = (view: { lines: readonly { kind: string; seq: number | null }[] }) =>
    texts(view).length === 80 && view.lines.every(({ seq }) => seq !== null);
  const [one, other] = [await until(customer, complete), await until(agent, complete)];
  expect(texts(one)).toEqual(texts(other));
  const said = (who: string) => texts(one).filter((text) => String(text).startsWith(who));
  for (const who of ["customer", "agent"])
    expect(said(who)).toEqual(Array.from({ length: 40 }, (_, n) => `${who} ${n}`));
  dispose();
});
