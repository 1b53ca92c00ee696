import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import { ana, ConsoleBrowser, openSocket, owner, OWN, SETUP_SECRET, setupToken } from "./console-browser.ts";

beforeEach(() => reset());

const said = (code: string) => expect.objectContaining({ code, id: expect.any(String) });

describe("the set-up link", () => {
  test("is made for whoever knows the secret alone", async () => {
    const curl = new ConsoleBrowser();
    const ask = (authorization: string | null) =>
      curl.ask("/v1/setup-links", { method: "POST", headers: { authorization, origin: null } });
    expect(await ask(null)).toMatchObject({ status: 401, body: said("unauthorised") });
    expect(await ask(`Bearer ${SETUP_SECRET}x`)).toMatchObject({ status: 401, body: said("unauthorised") });
    expect(await ask(SETUP_SECRET)).toMatchObject({ status: 401 });
    const made = await ask(`Bearer ${SETUP_SECRET}`);
    expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) } });
    expect(made.headers.getSetCookie()).toEqual([]);
  });

  test("is spent once, and not while the name is missing", async () => {
    const token = await setupToken();
    const browser = new ConsoleBrowser();
    const signIn = (body: object) => browser.ask("/v1/sessions", { method: "POST", body });
    expect(await signIn({ token })).toMatchObject({ status: 400, body: { code: "bad-request", field: "name" } });
    expect(await signIn({ token, name: "Olga" })).toMatchObject({
      status: 201,
      body: { agentId: "owner", name: "Olga", role: "supervisor" },
    });
    expect(
      await new ConsoleBrowser().ask("/v1/sessions", { method: "POST", body: { token, name: "Mallory" } }),
    ).toMatchObject({
      status: 401,
      body: said("unauthorised"),
    });
    expect(await browser.ask("/v1/me")).toMatchObject({ status: 200, body: { name: "Olga" } });
  });
});

describe("the session's cookie", () => {
  test("over https: __Host-, Secure, HttpOnly, SameSite, for the whole host", async () => {
    const browser = new ConsoleBrowser();
    const { headers } = await browser.ask("/v1/demo/session", { method: "POST" });
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-rejoin=[A-Za-z0-9_-]{43}; /);
    expect(cookie?.split("; ").slice(1).toSorted()).toEqual([
      "HttpOnly",
      "Max-Age=2592000",
      "Path=/",
      "SameSite=Lax",
      "Secure",
    ]);
  });

  test.each(["http://localhost:8787", "http://127.0.0.1:8787"])(
    "on %s: the plain name, and it works",
    async (origin) => {
      const browser = new ConsoleBrowser(origin);
      const { headers } = await browser.ask("/v1/demo/session", { method: "POST" });
      expect(headers.getSetCookie()[0]).toMatch(/^rejoin=[A-Za-z0-9_-]{43}; /);
      expect(await browser.ask("/v1/me")).toMatchObject({ status: 200, body: { agentId: "ana" } });
    },
  );

  test("the plain name is worth nothing over https, nor is a cookie that we did not make", async () => {
    const browser = await ana();
    browser.cookie = browser.cookie?.replace("__Host-", "") ?? null;
    expect(await browser.ask("/v1/me")).toMatchObject({ status: 401, body: said("unauthorised") });
    browser.cookie = `__Host-rejoin=${"A".repeat(43)}`;
    expect(await browser.ask("/v1/me")).toMatchObject({ status: 401 });
  });
});

describe("signing out", () => {
  test("ends the session: its cookie is worth nothing, the other browser's goes on", async () => {
    const [here, there] = [await ana(), await ana()];
    const kept = here.cookie;
    expect(await here.ask("/v1/sessions", { method: "DELETE" })).toMatchObject({ status: 204 });
    expect(here.cookie).toBeNull();
    here.cookie = kept;
    expect(await here.ask("/v1/me")).toMatchObject({ status: 401 });
    expect(await there.ask("/v1/me")).toMatchObject({ status: 200 });
  });

  test("a ticket that was made before opens nothing any more", async () => {
    const browser = await ana();
    const { body } = await browser.ask("/v1/tickets", { method: "POST" });
    await browser.ask("/v1/sessions", { method: "DELETE" });
    const socket = await openSocket(`${OWN}/v1/desk/socket?tab=${"t".repeat(22)}`, (body as { ticket: string }).ticket);
    const code = await new Promise((closed) => socket.addEventListener("close", (event) => closed(event.code)));
    expect(code).toBe(4001);
  });

  test("supervisors end anybody's sessions, agents their own", async () => {
    const [olga, here, there] = [await owner(), await ana(), await ana()];
    expect(await here.ask("/v1/agents/owner/sessions", { method: "DELETE" })).toMatchObject({
      status: 403,
      body: said("not-allowed"),
    });
    expect(await olga.ask("/v1/agents/ghost/sessions", { method: "DELETE" })).toMatchObject({ status: 404 });
    expect(await olga.ask("/v1/agents/ana/sessions", { method: "DELETE" })).toMatchObject({ status: 204 });
    expect([(await here.ask("/v1/me")).status, (await there.ask("/v1/me")).status]).toEqual([401, 401]);
    const back = await ana();
    expect(await back.ask("/v1/agents/ana/sessions", { method: "DELETE" })).toMatchObject({ status: 204 });
  });
});

test("an invitation signs a new agent in, once, and they are an agent", async () => {
  const olga = await owner();
  const agent = { name: "Bo", role: "agent", capacity: 2, workstreamIds: ["general"] };
  const invited = await olga.ask("/v1/invitations", { method: "POST", body: { agent } });
  expect(invited.status).toBe(201);
  const { agentId, token } = invited.body as { agentId: string; token: string };
  const bo = new ConsoleBrowser();
  expect(await bo.ask("/v1/sessions", { method: "POST", body: { token } })).toMatchObject({
    status: 201,
    body: { agentId, name: "Bo", role: "agent" },
  });
  expect(await new ConsoleBrowser().ask("/v1/sessions", { method: "POST", body: { token } })).toMatchObject({
    status: 401,
  });
  expect(await olga.ask("/v1/invitations", { method: "POST", body: { agentId } })).toMatchObject({
    status: 201,
    body: { agentId },
  });
  expect(await olga.ask("/v1/invitations", { method: "POST", body: { agentId: "ghost" } })).toMatchObject({
    status: 404,
  });
  expect(
    await olga.ask("/v1/invitations", { method: "POST", body: { agent: { ...agent, workstreamIds: ["nowhere"] } } }),
  ).toMatchObject({
    status: 422,
    body: { code: "invalid-settings", field: "workstreamIds" },
  });
});

describe("CSRF: what is done by cookie is done for our own pages", () => {
  test.each<[string, Record<string, string | null>]>([
    ["another origin", { origin: "https://evil.example" }],
    ["a sibling", { origin: "https://shop.rejoin.example" }],
    ["the same host over http", { origin: "http://rejoin.example" }],
    ["another port", { origin: "https://rejoin.example:8443" }],
    ["a sandboxed frame", { origin: "null" }],
    ["no proof at all", { origin: null }],
    ["no origin, from a sibling", { origin: null, "sec-fetch-site": "same-site" }],
    ["another origin that claims to be the same", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
  ])("%s is refused, and nothing happens", async (_name, headers) => {
    const browser = await ana();
    expect(await browser.ask("/v1/sessions", { method: "DELETE", headers })).toMatchObject({
      status: 403,
      body: said("forbidden-origin"),
    });
    expect(await browser.ask("/v1/tickets", { method: "POST", headers })).toMatchObject({ status: 403 });
    expect(await browser.ask("/v1/demo/session", { method: "POST", headers })).toMatchObject({ status: 403 });
    expect(await browser.ask("/v1/me")).toMatchObject({ status: 200 });
  });

  test("a browser that leaves out Origin but says where the request is from is let in", async () => {
    const browser = await ana();
    expect(
      await browser.ask("/v1/tickets", { method: "POST", headers: { origin: null, "sec-fetch-site": "same-origin" } }),
    ).toMatchObject({ status: 201 });
  });

  test("forms cannot speak: only application/json is read", async () => {
    const olga = await owner();
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/jsonish",
      null,
    ]) {
      const answer = await olga.ask("/v1/workstreams", {
        method: "POST",
        body: { name: "Sales" },
        headers: { "content-type": type },
      });
      expect(answer).toMatchObject({ status: 400, body: said("bad-request") });
    }
    expect(
      await olga.ask("/v1/workstreams", {
        method: "POST",
        body: { name: "Sales" },
        headers: { "content-type": "application/json; charset=utf-8" },
      }),
    ).toMatchObject({
      status: 201,
    });
  });
});
