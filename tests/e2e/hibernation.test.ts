import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { builtIn } from "../../worker/local/build.ts";
import { untilHealthy } from "../../worker/local/healthy.ts";
import { root } from "../../worker/local/root.ts";
import type { Workerd } from "../../worker/local/workerd.ts";
import { startWorkerd } from "../../worker/local/workerd.ts";
import type { RawSocket } from "../support/frames.ts";
import { randomId, signIn, visitor } from "../support/peers.ts";
import { onDuty, say, untilState } from "../support/talk.ts";

let server: Workerd;
const dir = mkdtempSync(join(tmpdir(), "rejoin-hibernation-"));

/** The production Worker in the bare runtime, in which each making of a conversation object is counted. */
beforeAll(async () => {
  const workerFile = join(dir, "counting-worker.js");
  await build({
    entryPoints: [join(root, "tests/worker/support/counting-worker.ts")],
    outfile: workerFile,
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    logLevel: "silent",
  });
  const bindings = { ROOT_KEY: "root-key-".repeat(8), SETUP_SECRET: "setup-secret-".repeat(4), DEMO: "on" };
  server = await startWorkerd({ ...builtIn(inject("builtDir")), workerFile, port: 0, dataDir: dir, bindings });
  await untilHealthy(server);
});
afterAll(async () => {
  server.kill("SIGKILL");
  await server.exited;
  rmSync(dir, { recursive: true, force: true });
});

const timesMade = async (conversationId: string) =>
  (await (await fetch(`${server.url}/constructed/${conversationId}`)).json()) as number;

/** A customer and the demo's agent in a conversation, whose pages ping as pages do. */
async function talk() {
  const customer = visitor(server.url);
  const agent = await signIn(server.url);
  const desk = await onDuty(agent);
  const access = await customer.begin();
  const page = customer.connect(access);
  await untilState(page, "active");
  const console_ = await agent.connect(access.conversationId);
  await console_.take("welcome");
  const sockets: RawSocket[] = [page, console_, desk];
  const heart = setInterval(() => sockets.forEach((socket) => socket.send("ping")), 5_000);
  const leave = () => {
    clearInterval(heart);
    for (const socket of sockets) socket.close();
  };
  return { access, page, console: console_, leave };
}

test("a conversation leaves memory while its sockets are open and ping; they go on as if nothing had been", async () => {
  const [idle, busy] = [await talk(), await talk()];
  await say(idle.page, "before");
  // Nothing is made anew as long as people talk: the count that follows is not that of some other wake.
  const chatter = setInterval(() => void say(busy.page, "and another"), 1_000);
  expect([await timesMade(idle.access.conversationId), await timesMade(busy.access.conversationId)]).toEqual([1, 1]);

  // It goes after ten idle seconds; its alarm, which looks after the living, makes it anew half a minute after they came.
  await expect.poll(() => timesMade(idle.access.conversationId), { timeout: 50_000, interval: 500 }).toBeGreaterThan(1);
  expect(await timesMade(busy.access.conversationId)).toBe(1);
  clearInterval(chatter);

  const text = `after ${randomId()}`;
  expect(await say(idle.page, text)).toMatchObject({ type: "ack", seq: 4 });
  expect(await idle.console.take((frame) => frame["entries"]?.[0]?.seq === 4)).toMatchObject({ entries: [{ text }] });
  expect(await say(idle.console, "answer")).toMatchObject({ type: "ack", seq: 5 });
  await idle.page.take((frame) => frame["entries"]?.[0]?.seq === 5);
  for (const socket of [idle.page, idle.console]) {
    expect(socket.frames.filter((frame) => frame.type === "welcome" || frame.type === "bye")).toHaveLength(1);
    expect(socket.frames.some((frame) => frame["view"]?.phase.customer?.at === "away")).toBe(false);
  }
  idle.leave();
  busy.leave();
}, 70_000);
