import { reset } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { check } from "#protocol/decode.ts";
import { SettingsAnswer } from "#protocol/console.ts";
import type { WidgetRecord, WorkstreamRecord } from "#protocol/console.ts";
import { Organisation } from "../../worker/index.ts";
import { organisationOf } from "../../worker/middleware/organisation.ts";
import { forgetWidgets, readWidget } from "../../worker/middleware/settings-cache.ts";
import { ana, ConsoleBrowser, owner } from "./console-browser.ts";

beforeEach(async () => {
  await reset();
  forgetWidgets();
});
afterEach(() => vi.restoreAllMocks());

const OLGA = { id: "owner", name: "Olga" };

async function settingsOf(browser: ConsoleBrowser): Promise<SettingsAnswer> {
  const { body } = await browser.ask("/v1/settings");
  const read = check(SettingsAnswer, body);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

function only<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error("nothing there");
  return first;
}

describe("who may see and change settings", () => {
  test("what agents and supervisors are told is kept by nobody on the way", async () => {
    const olga = await owner();
    const from = `from=0&until=1000&zone=UTC`;
    const asked = ["/v1/me", "/v1/settings", "/v1/changes", "/v1/records", `/v1/insights?${from}`].map(
      async (path) => [path, (await olga.ask(path)).headers.get("cache-control")] as const,
    );
    for (const [path, kept] of await Promise.all(asked)) expect([path, kept]).toEqual([path, "no-store"]);
  });

  test("nobody who is not signed in", async () => {
    expect(await new ConsoleBrowser().ask("/v1/settings")).toMatchObject({
      status: 401,
      body: { code: "unauthorised" },
    });
  });

  test("agents read what they work with, and no key: neither its field nor its letters", async () => {
    const secret = (await settingsOf(await owner())).widgets[0]?.identity?.keys;
    const { body } = await (await ana()).ask("/v1/settings");
    expect(body).toMatchObject({
      widgets: [{ widgetId: "demo", limitSeconds: 1_200 }],
      agents: [],
      quickReplies: [{ shortcut: "link" }],
    });
    expect(JSON.stringify(body)).not.toContain("identity");
    expect(secret?.kind === "secret" && JSON.stringify(body).includes(secret.secret)).toBe(false);
  });

  test("supervisors alone change them", async () => {
    const browser = await ana();
    const olga = await owner();
    const before = await settingsOf(olga);
    const agent = { name: "Ana", role: "supervisor", capacity: 99, workstreamIds: [] };
    const asks: [string, string, object][] = [
      ["PUT", "/v1/widgets/demo/settings", only(before.widgets)],
      ["PUT", "/v1/workstreams/general", only(before.workstreams)],
      ["PUT", "/v1/agents/ana", agent],
      ["PUT", "/v1/quick-replies", { quickReplies: [] }],
      ["POST", "/v1/widgets", { name: "New", workstreamId: "general", origins: [] }],
      ["POST", "/v1/workstreams", { name: "New" }],
      ["POST", "/v1/invitations", { agent }],
    ];
    for (const [method, path, body] of asks) {
      expect(await browser.ask(path, { method, body })).toMatchObject({ status: 403, body: { code: "not-allowed" } });
      expect(await new ConsoleBrowser().ask(path, { method, body })).toMatchObject({
        status: 401,
        body: { code: "unauthorised" },
      });
    }
    expect(await settingsOf(olga)).toEqual(before);
  });
});

describe("saving", () => {
  test("a widget and a workstream are made with their defaults, changed, and read back", async () => {
    const olga = await owner();
    const { workstreamId } = (await olga.ask("/v1/workstreams", { method: "POST", body: { name: "Sales" } }))
      .body as WorkstreamRecord;
    const made = await olga.ask("/v1/widgets", {
      method: "POST",
      body: { name: "Shop", workstreamId, origins: ["https://shop.example"] },
    });
    expect(made).toMatchObject({
      status: 201,
      body: { reconnect: { enabled: false }, limitSeconds: 1_200, identity: { keys: { kind: "secret" } } },
    });
    const shop = made.body as WidgetRecord;
    const saved = await olga.ask(`/v1/widgets/${shop.widgetId}/settings`, {
      method: "PUT",
      body: { ...shop, limitSeconds: 7, name: "Shop 2" },
    });
    expect(saved).toMatchObject({ status: 200, body: { ...shop, name: "Shop 2", rev: 2 } });
    expect((await settingsOf(olga)).widgets).toContainEqual({ ...shop, name: "Shop 2", rev: 2 });
    expect(await new ConsoleBrowser().ask(`/v1/widgets/${shop.widgetId}`)).toMatchObject({
      status: 200,
      body: { name: "Shop 2" },
    });
  });

  test("what any page may know of a widget: how it looks and what it says, and nothing else", async () => {
    const olga = await owner();
    const ask = () => new ConsoleBrowser().ask("/v1/widgets/demo");
    const plain = {
      name: "Demo shop",
      reconnect: true,
      accent: "#3b6fd4",
      position: "right",
      language: { tag: "en", table: "en" },
      launcher: { open: "Open chat", lost: "We can't reach your chat right now\nTry again" },
    };
    expect((await ask()).body).toEqual({ ...plain, theme: "auto", logo: null, greeting: "", hint: "" });
    const widget = only((await settingsOf(olga)).widgets);
    const logo = "https://shop.example/logo.svg";
    const changed = {
      ...widget,
      looks: { ...widget.looks, theme: "dark", logo },
      texts: { greeting: "Hello", hint: "We answer within minutes." },
    };
    expect(await olga.ask("/v1/widgets/demo/settings", { method: "PUT", body: changed })).toMatchObject({
      status: 200,
    });
    const texts = { greeting: "Hello", hint: "We answer within minutes." };
    expect((await ask()).body).toEqual({ ...plain, theme: "dark", logo, ...texts });
    const older = {
      ...widget,
      rev: undefined,
      looks: { accent: "#3b6fd4", position: "right" },
      texts: { greeting: "" },
    };
    expect(await olga.ask("/v1/widgets/demo/settings", { method: "PUT", body: older })).toMatchObject({
      status: 200,
      body: { looks: { theme: "auto", logo: null }, texts: { hint: "" } },
    });
    const wrong = { ...widget, rev: undefined, looks: { ...widget.looks, logo: "javascript:alert(1)" } };
    expect(await olga.ask("/v1/widgets/demo/settings", { method: "PUT", body: wrong })).toMatchObject({
      status: 422,
      body: { code: "invalid-settings", field: "looks.logo" },
    });
  });

  test("C02 hold above the limit: refused over HTTP with both numbers, from either side", async () => {
    const olga = await owner();
    const { widgets, workstreams } = await settingsOf(olga);
    const [widget, workstream] = [only(widgets), only(workstreams)];
    const longer = { ...widget, reconnect: { ...widget.reconnect, previousAgentForSeconds: 1_500 } };
    const byWidget = await olga.ask("/v1/widgets/demo/settings", { method: "PUT", body: longer });
    expect(byWidget).toMatchObject({
      status: 422,
      body: { code: "hold-above-limit", field: "reconnect.previousAgentForSeconds" },
    });
    expect(JSON.stringify(byWidget.body)).toMatch(/25 minutes.*20 minutes/);
    expect(byWidget.headers.get("content-type")).toBe("application/problem+json");
    const lower = { ...workstream, autoCloseAfterInactivitySeconds: 60 };
    const byWorkstream = await olga.ask("/v1/workstreams/general", { method: "PUT", body: lower });
    expect(byWorkstream).toMatchObject({
      status: 422,
      body: { code: "hold-above-limit", field: "autoCloseAfterInactivitySeconds" },
    });
    expect(JSON.stringify(byWorkstream.body)).toMatch(/5 minutes.*1 minute/);
    expect(await settingsOf(olga)).toMatchObject({ widgets: [widget], workstreams: [workstream] });
  });

  test("a public key that is none is refused", async () => {
    const olga = await owner();
    const widget = only((await settingsOf(olga)).widgets);
    const identity = { audience: "demo", keys: { kind: "public-key", algorithm: "RS256", pem: "none" } };
    expect(await olga.ask("/v1/widgets/demo/settings", { method: "PUT", body: { ...widget, identity } })).toMatchObject(
      {
        status: 422,
        body: { code: "invalid-settings", field: "identity.keys.pem" },
      },
    );
  });

  test("what cannot be read, is too large, or is not there", async () => {
    const olga = await owner();
    const put = (path: string, body: unknown) => olga.ask(path, { method: "PUT", body });
    expect(await put("/v1/widgets/demo/settings", "{")).toMatchObject({ status: 400, body: { code: "bad-request" } });
    expect(await put("/v1/widgets/demo/settings", "null")).toMatchObject({
      status: 422,
      body: { code: "invalid-settings" },
    });
    expect(await put("/v1/widgets/demo/settings", `"${"x".repeat(65 * 1_024)}"`)).toMatchObject({
      status: 413,
      body: { code: "too-large" },
    });
    expect(await put("/v1/widgets/other/settings", {})).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect(await put("/v1/quick-replies", { quickReplies: [{ shortcut: "No!", text: "x" }] })).toMatchObject({
      status: 422,
      body: { code: "invalid-settings", field: "quickReplies.0.shortcut" },
    });
  });
});

describe("the read cache", () => {
  const organisation = () => organisationOf(env);
  const named = async (name: string) => {
    const { widgets } = await organisation().readSettings();
    await organisation().change(OLGA, { do: "save-widget", id: "demo", value: { ...only(widgets), name }, rev: null });
  };

  test("believes what it read for five seconds, and no longer", async () => {
    expect((await readWidget(env, "demo", 10_000))?.widget.name).toBe("Demo shop");
    await named("Renamed elsewhere");
    expect((await readWidget(env, "demo", 14_999))?.widget.name).toBe("Demo shop");
    expect((await readWidget(env, "demo", 15_000))?.widget.name).toBe("Renamed elsewhere");
  });

  test("a save through this isolate is seen at once", async () => {
    const olga = await owner();
    expect(await olga.ask("/v1/widgets/demo")).toMatchObject({ body: { name: "Demo shop" } });
    await olga.ask("/v1/widgets/demo/settings", {
      method: "PUT",
      body: { ...only((await settingsOf(olga)).widgets), name: "Renamed" },
    });
    expect(await olga.ask("/v1/widgets/demo")).toMatchObject({ body: { name: "Renamed" } });
  });

  test("widgets that do not exist cost nothing, however many are made up", async () => {
    const asked = [
      vi.spyOn(Organisation.prototype, "readWidgets"),
      vi.spyOn(Organisation.prototype, "readWidget"),
    ] as const;
    for (let n = 0; n < 50; n += 1) {
      const made = await exports.default.fetch(new Request(`http://localhost:8787/v1/widgets/nowhere${n}`));
      expect(made.status).toBe(404);
    }
    expect(asked.map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
    expect((await readWidget(env, "demo", Date.now()))?.widgetId).toBe("demo");
    expect(asked.map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  });

  test("the organisation out of reach: rejected, not taken for no such widget", async () => {
    vi.spyOn(Organisation.prototype, "readWidgets").mockRejectedValue(new Error("not now"));
    await expect(readWidget(env, "demo", 10_000)).rejects.toThrow("not now");
  });
});

test("whom and what a conversation can be transferred to is asked without reading everything", async () => {
  const organisation = organisationOf(env);
  expect(await organisation.hasTarget({ agentId: "ana" })).toBe(true);
  expect(await organisation.hasTarget({ agentId: "general" })).toBe(false);
  expect(await organisation.hasTarget({ workstreamId: "general" })).toBe(true);
  expect(await organisation.hasTarget({ workstreamId: "ana" })).toBe(false);
});
