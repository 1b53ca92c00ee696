import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { DESK_NAME } from "../../worker/env.ts";
import { ana, ConsoleBrowser } from "./console-browser.ts";
import { freshForEach } from "./support/fresh.ts";
import { conversationOf } from "./support/people.ts";

freshForEach();

test(
  "a demo gets a past once, which is found and read like any other; the desk never hears of it",
  { timeout: 60_000 },
  async () => {
    const browser = await ana();
    const first = await browser.ask("/v1/demo/sample", { method: "POST" });
    expect(first.status).toBe(201);
    const { conversations } = first.body as { conversations: number };
    expect(conversations).toBeGreaterThan(100);
    expect(await browser.ask("/v1/demo/sample", { method: "POST" })).toMatchObject({ body: { conversations: 0 } });

    const found = await vi.waitFor(async () => {
      const { body } = await browser.ask("/v1/records?q=parcel%20neighbour");
      const { records } = body as { records: { conversationId: string; messages: number }[] };
      expect(records.length).toBeGreaterThan(3);
      return records;
    });
    const [record] = found;
    if (record === undefined) throw new Error("nothing found");
    const { body } = await browser.ask(`/v1/records/${record.conversationId}/entries`);
    const { entries } = body as { entries: { kind: string }[] };
    expect(entries.filter(({ kind }) => kind === "message")).toHaveLength(record.messages);
    expect(await conversationOf(record).report()).toMatchObject({ phase: { state: "closed" } });
    const items = await runInDurableObject(env.DESK.getByName(DESK_NAME), (_desk, { storage }) =>
      storage.sql.exec("SELECT id FROM items").toArray(),
    );
    expect(items).toEqual([]);
  },
);

test("in a deployment there is no such thing, and no other page may ask for it", async () => {
  const browser = new ConsoleBrowser();
  const foreign = { method: "POST", headers: { origin: "https://evil.example" } };
  expect((await browser.ask("/v1/demo/sample", foreign)).status).toBe(403);
  const demo = env.DEMO;
  env.DEMO = "";
  try {
    expect((await browser.ask("/v1/demo/sample", { method: "POST" })).status).toBe(404);
  } finally {
    if (demo !== undefined) env.DEMO = demo;
  }
});
