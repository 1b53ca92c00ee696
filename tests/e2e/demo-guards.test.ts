import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoPlace } from "#protocol/demo.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../worker/local/build.ts";
import type { DemoHouse } from "../support/demo-house.ts";
import { startDemoHouse } from "../support/demo-house.ts";
import { until } from "../../worker/local/demo/customers.ts";
import { createDesk } from "../../widget/client/agent.ts";
import { nodePorts } from "../../widget/client/node.ts";
import { signIn } from "../support/peers.ts";
import { startServer } from "../support/server.ts";

let house: DemoHouse;
let place: DemoPlace;

beforeAll(async () => {
  house = await startDemoHouse({ peopled: true });
  ({ place } = house.demo);
});
afterAll(() => house.close());

const ask = (headers: Record<string, string>, path = "/faults", init: RequestInit = {}) =>
  fetch(place.control.url + path, { ...init, headers }).then(async (answer) => {
    await answer.body?.cancel();
    return answer;
  });

describe("who may break things", () => {
  const own = () => ({ origin: house.url, authorization: `Bearer ${place.control.token}` });

  test("only the demo's own page, and only with the token", async () => {
    expect((await ask(own())).status).toBe(200);
    expect((await ask({ ...own(), authorization: "Bearer guessed" })).status).toBe(401);
    expect((await ask({ origin: house.url })).status).toBe(401);
    for (const origin of ["https://evil.example", place.shop[0] ?? "", "null"]) {
      const refused = await ask({ ...own(), origin });
      expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([403, null]);
      expect((await ask({ origin }, "/faults", { method: "OPTIONS" })).status).toBe(403);
    }
    expect((await ask({ authorization: own().authorization })).status).toBe(403);
  });

  test("not under a foreign name that was made to lead here", async () => {
    const statusUnder = (url: string, host: string, headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        request(url, { headers: { ...headers, host } }, (answer) => {
          answer.destroy();
          resolve(answer.statusCode);
        })
          .on("error", reject)
          .end();
      });
    expect(await statusUnder(`${place.control.url}/faults`, "evil.example", own())).toBe(403);
    const rebound = { "sec-fetch-site": "same-origin" };
    const local = house.url.replace("localhost", "127.0.0.1");
    expect(await statusUnder(`${local}/v1/demo`, "evil.example", rebound)).toBe(404);
    expect(await statusUnder(`${local}/v1/demo`, new URL(house.url).host, rebound)).toBe(200);
    expect(await statusUnder(`${local}/v1/demo`, new URL(house.url).host, { "sec-fetch-site": "cross-site" })).toBe(
      403,
    );
    const shop = (place.shop[1] ?? "").replace(/\/$/, "");
    expect(await statusUnder(`${shop}/`, "evil.example", {})).toBe(404);
  });

  test("what is wished for is one of a closed list", async () => {
    const put = (body: string) =>
      ask({ ...own(), "content-type": "application/json" }, "/faults", { method: "PUT", body });
    for (const body of ['{"shop":"burnt"}', "nonsense", `{"shop":"${"x".repeat(2_000)}"}`])
      expect((await put(body)).status).toBe(400);
    expect((await put('{"phone":"lost"}')).status).toBe(204);
    expect((await put('{"phone":"whole"}')).status).toBe(204);
  });
});

test("who may show what in a frame: the demo its console and its sites, and nobody else", async () => {
  const policy = async (url: string) => (await fetch(url)).headers.get("content-security-policy") ?? "";
  const demo = await policy(house.url);
  expect(demo).toContain(`frame-src 'self' ${place.shop.join(" ")} ${place.phone.join(" ")};`);
  expect(demo).toContain("frame-ancestors 'none'");
  expect(demo).not.toContain("unsafe");
  expect(await policy(`${house.url}/console`)).toContain("frame-ancestors 'self'");
  expect(await policy(`${place.shop[1]}/`)).toContain(`frame-ancestors ${house.url} `);
});

test("the widgets of a fresh demo are allowed on its sites, and nowhere else", async () => {
  const ana = await signIn(house.url);
  const { widgets } = await ana.call("GET", "/v1/settings");
  for (const { origins } of widgets as { origins: string[] }[])
    expect(origins.toSorted()).toEqual([...place.shop, ...place.phone].toSorted());
});

describe("a deployment", () => {
  test("holds nothing of the demo", async () => {
    const outDir = mkdtempSync(join(tmpdir(), "rejoin-deployed-"));
    const built = await build(outDir);
    const files = readdirSync(outDir, { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => /demo|shop/.test(name))).toEqual([]);
    const worker = readFileSync(built.workerFile, "utf8");
    for (const name of ["black-hole", "Lisbon Shop", "spawn(", "node:net"]) expect(worker).not.toContain(name);
    rmSync(outDir, { recursive: true });
  });

  test("answers 404 where the demo is asked for, leads from / to the console, and lets nobody frame that", async () => {
    const server = await startServer({ bindings: { DEMO: "" } });
    try {
      const headers = { origin: server.url, "sec-fetch-site": "same-origin" };
      const status = async (path: string, method: string) =>
        (await fetch(server.url + path, { method, headers })).status;
      expect(await status("/v1/demo", "GET")).toBe(404);
      expect(await status("/v1/demo/session", "POST")).toBe(404);
      const root = await fetch(server.url, { redirect: "manual" });
      expect([root.status, root.headers.get("location")]).toEqual([302, "/console"]);
      const page = await fetch(`${server.url}/console`);
      expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    } finally {
      await server.stop();
    }
  });
});

test("others come once somebody looks: by real chats, some with Ana, one with Ben, one who has to wait", async () => {
  const headers = { origin: house.url, authorization: `Bearer ${place.control.token}` };
  const looking = new AbortController();
  await fetch(`${place.control.url}/faults`, { headers, signal: looking.signal });
  const ana = await signIn(house.url);
  const ticket = async () => ({ ok: true, value: await ana.ticket() }) as const;
  const desk = createDesk({ baseUrl: house.url, ports: nodePorts(house.url), ticket });
  const over = new AbortController();
  const feed = () => desk.snapshot().feed;
  const names = (items: readonly { customerName: string | null }[] = []) =>
    items.map(({ customerName }) => customerName);
  await until(desk, () => feed() !== null, over.signal);
  await desk.setPresence("available");
  await until(desk, () => names(feed()?.mine).includes("Lena Koch"), over.signal);
  await until(desk, () => names(feed()?.queue.first).join() === "Marta Lind", over.signal);
  await until(
    desk,
    () =>
      (feed()?.me.slots ?? []).some(({ customerName, reason }) => customerName === "Tomás Melo" && reason === "held"),
    over.signal,
  );
  await until(
    desk,
    () => (feed()?.mine ?? []).some(({ customerName, state }) => customerName === "Priya Nair" && state === "wrap-up"),
    over.signal,
  );
  expect(feed()?.colleagues?.find(({ name }) => name === "Ben Costa")).toMatchObject({
    presence: "available",
    used: 2,
  });
  desk.dispose();
  looking.abort();
});
