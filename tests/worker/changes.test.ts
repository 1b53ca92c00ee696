import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { check } from "#protocol/decode.ts";
import { ChangesAnswer } from "#protocol/changes.ts";
import { SettingsAnswer } from "#protocol/console.ts";
import type { WidgetRecord } from "#protocol/console.ts";
import { forgetWidgets } from "../../worker/middleware/settings-cache.ts";
import { organisationOf } from "../../worker/middleware/organisation.ts";
import { ana, ConsoleBrowser, owner } from "./console-browser.ts";
import { anaOnDuty, begin, connect, identityOf, reaches, resume, start } from "./support/people.ts";

beforeEach(async () => {
  await reset();
  forgetWidgets();
});

async function readBack(browser: ConsoleBrowser) {
  const read = check(SettingsAnswer, (await browser.ask("/v1/settings")).body);
  const [widget] = read.ok ? read.value.widgets : [];
  if (!read.ok || widget === undefined) throw new Error("no settings");
  return { ...read.value, widget };
}

async function changes(browser: ConsoleBrowser) {
  const read = check(ChangesAnswer, (await browser.ask("/v1/changes")).body);
  if (!read.ok) throw new Error(read.problem);
  return read.value.changes;
}

describe("the new routes are for supervisors on our own pages", () => {
  const asks: [string, string, object?][] = [
    ["GET", "/v1/changes"],
    ["DELETE", "/v1/widgets/demo"],
    ["POST", "/v1/widgets/demo/restore", {}],
    ["DELETE", "/v1/workstreams/general"],
    ["POST", "/v1/widgets/demo/keys", { keepOldForSeconds: 0 }],
    ["DELETE", "/v1/widgets/demo/keys/previous"],
    ["POST", "/v1/widgets/demo/check-page", { url: "https://shop.example" }],
    ["POST", "/v1/widgets/demo/check-token", { token: "a" }],
  ];

  test.each(asks)("%s %s", async (method, path, body) => {
    const ask = { method, ...(body !== undefined && { body }) };
    expect(await new ConsoleBrowser().ask(path, ask)).toMatchObject({ status: 401 });
    expect(await (await ana()).ask(path, ask)).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    const olga = await owner();
    if (method !== "GET") {
      expect(await olga.ask(path, { ...ask, headers: { origin: "https://evil.example" } })).toMatchObject({
        status: 403,
      });
      expect(await olga.ask(path, { ...ask, headers: { origin: null } })).toMatchObject({ status: 403 });
    }
    expect((await olga.ask(path, ask)).status).not.toBe(403);
  });
});

test("who changed what: the owner's first sign-in, a widget, an invitation; nobody's secret or link", async () => {
  const olga = await owner();
  const { widget } = await readBack(olga);
  await olga.ask("/v1/widgets/demo/settings", { method: "PUT", body: { ...widget, name: "Renamed" } });
  const invited = await olga.ask("/v1/invitations", { method: "POST", body: { agentId: "ana" } });
  await olga.ask("/v1/agents/ana/sessions", { method: "DELETE" });
  const said = await changes(olga);
  expect(said.map(({ by, action, name }) => `${by.name}: ${action} ${name}`)).toEqual([
    "Olga: signed-out Ana",
    "Olga: invited Ana",
    "Olga: changed Renamed",
    "Olga: made Olga",
  ]);
  expect(JSON.stringify(said)).not.toContain((invited.body as { token: string }).token);
  expect(await olga.ask("/v1/changes?cursor=x")).toMatchObject({ status: 400, body: { code: "bad-request" } });
  expect(await olga.ask(`/v1/changes?cursor=${said.at(-1)?.id}`)).toMatchObject({ body: { changes: [], next: null } });
});

test("a stale save is a conflict that names who was faster, and stores nothing", async () => {
  const olga = await owner();
  const { widget } = await readBack(olga);
  const put = (body: object) => olga.ask("/v1/widgets/demo/settings", { method: "PUT", body });
  expect(await put({ ...widget, name: "First" })).toMatchObject({ status: 200, body: { rev: widget.rev + 1 } });
  expect(await put({ ...widget, name: "Second" })).toMatchObject({
    status: 409,
    body: { code: "conflict", detail: "Olga changed it after you opened it. Nothing of yours was saved yet." },
  });
  expect((await readBack(olga)).widget.name).toBe("First");
});

test("all that is wrong is answered at once", async () => {
  const olga = await owner();
  const { widget } = await readBack(olga);
  const wrong = { ...widget, name: "", looks: { ...widget.looks, accent: "red" } };
  expect(await olga.ask("/v1/widgets/demo/settings", { method: "PUT", body: wrong })).toMatchObject({
    status: 422,
    body: {
      code: "invalid-settings",
      field: "name",
      problems: [
        { field: "name", detail: "Must not be empty." },
        { field: "looks.accent", detail: "Must be a colour such as #3b6fd4." },
      ],
    },
  });
});

test("what is to be made is judged like what is saved", async () => {
  const olga = await owner();
  const body = { name: "", workstreamId: "nowhere", origins: ["shop"] };
  expect(await olga.ask("/v1/widgets", { method: "POST", body })).toMatchObject({
    status: 422,
    body: { problems: [{ field: "name", detail: "Must not be empty." }, { field: "origins.0" }] },
  });
  expect(await olga.ask("/v1/workstreams", { method: "POST", body: {} })).toMatchObject({
    status: 422,
    body: { field: "name" },
  });
  expect((await readBack(olga)).widgets).toHaveLength(1);
});

test("rotation over HTTP: a token of the old secret gets in until it is ended", async () => {
  const olga = await owner();
  const old = await identityOf("sam");
  const rotated = await olga.ask("/v1/widgets/demo/keys", { method: "POST", body: { keepOldForSeconds: 3_600 } });
  expect(rotated).toMatchObject({ status: 200, body: { identity: { previous: { until: expect.any(Number) } } } });
  expect(await start({ identity: old })).toMatchObject({ answer: "started" });
  expect(await start({ identity: await identityOf("pat") })).toMatchObject({ answer: "started" });
  const checked = () => olga.ask("/v1/widgets/demo/check-token", { method: "POST", body: { token: old } });
  expect(await checked()).toMatchObject({ body: { verdict: "valid" } });
  await olga.ask("/v1/widgets/demo/keys/previous", { method: "DELETE" });
  expect(await resume({ identity: old })).toEqual({ status: 200, answer: "refused", reason: "identity-invalid" });
  expect(await checked()).toMatchObject({ body: { verdict: "invalid" } });
  expect((await changes(olga)).slice(0, 2).map(({ action }) => action)).toEqual(["old-keys-ended", "keys-changed"]);
});

test("the page check knows the widget's origins", async () => {
  const olga = await owner();
  const ask = (url: string) => olga.ask("/v1/widgets/demo/check-page", { method: "POST", body: { url } });
  expect(await ask("http://localhost:8787/shop")).toMatchObject({ body: { answer: "allowed" } });
  expect(await ask("https://shop.example/")).toMatchObject({
    body: { answer: "not-allowed", origin: "https://shop.example" },
  });
  expect(await olga.ask("/v1/widgets/nowhere/check-page", { method: "POST", body: { url: "" } })).toMatchObject({
    status: 404,
  });
});

test("a widget in use cannot be removed; a removed one is there for no page, until it is restored", async () => {
  const olga = await owner();
  const access = await begin();
  const customer = await connect(access);
  await reaches(customer, "open");
  await vi.waitFor(async () =>
    expect(await olga.ask("/v1/widgets/demo", { method: "DELETE" })).toMatchObject({
      status: 409,
      body: { code: "in-use", detail: expect.stringContaining("1 conversation in it has not ended.") },
    }),
  );
  await customer.ask({ type: "end", id: "e".repeat(22) });
  await vi.waitFor(async () =>
    expect(await olga.ask("/v1/widgets/demo", { method: "DELETE" })).toMatchObject({
      status: 200,
      body: { removedAt: expect.any(Number) },
    }),
  );
  expect(await new ConsoleBrowser().ask("/v1/widgets/demo")).toMatchObject({ status: 404 });
  expect(await start()).toMatchObject({ status: 404, code: "not-found" });
  // What was said can still be read by whoever said it.
  const read = await new ConsoleBrowser().ask("/v1/conversation/entries", {
    headers: { authorization: `Bearer ${access.credential}` },
  });
  expect(read).toMatchObject({ status: 200, body: { entries: expect.any(Array) } });
  expect(await olga.ask("/v1/widgets/demo/restore", { method: "POST" })).toMatchObject({ body: { removedAt: null } });
  expect(await start()).toMatchObject({ answer: "started" });
});

test("a deactivated agent is out at once: their conversation goes back to the queue, nobody can transfer to them", async () => {
  const olga = await owner();
  const desk = await anaOnDuty();
  const customer = await connect(await begin());
  await reaches(customer, "active");
  const { agents } = await readBack(olga);
  const record = agents.find(({ agentId }) => agentId === "ana");
  const save = (active: boolean) =>
    olga.ask("/v1/agents/ana", { method: "PUT", body: { ...record, rev: undefined, active } });
  expect(await save(false)).toMatchObject({ status: 200, body: { active: false, sessions: 0 } });
  expect(await desk.closed).toBe(4007);
  expect(await reaches(customer, "open")).toBeDefined();
  expect(await organisationOf(env).hasTarget({ agentId: "ana" })).toBe(false);
  expect(await olga.ask("/v1/invitations", { method: "POST", body: { agentId: "ana" } })).toMatchObject({
    status: 422,
    body: { field: "active", detail: "Ana is deactivated. Activate them first." },
  });
  expect((await (await ana()).ask("/v1/me")).status).toBe(401);
  expect(await save(true)).toMatchObject({ body: { active: true } });
  expect((await (await ana()).ask("/v1/me")).status).toBe(200);
});

test("a workstream that a widget leads to stays", async () => {
  const olga = await owner();
  expect(await olga.ask("/v1/workstreams/general", { method: "DELETE" })).toMatchObject({
    status: 409,
    body: {
      code: "in-use",
      detail: 'Widget "Demo shop" sends conversations here. Choose another workstream there first.',
    },
  });
  const made = await olga.ask("/v1/workstreams", { method: "POST", body: { name: "Sales" } });
  const { workstreamId } = made.body as { workstreamId: string };
  expect(await olga.ask(`/v1/workstreams/${workstreamId}`, { method: "DELETE" })).toMatchObject({ status: 200 });
  expect((await readBack(olga)).workstreams.map(({ workstreamId: id }) => id)).toEqual(["general"]);
  const record = (await olga.ask("/v1/settings")).body as { widgets: WidgetRecord[] };
  expect(record.widgets[0]?.workstreamId).toBe("general");
});
