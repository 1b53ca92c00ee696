import { describe, expect, test } from "vitest";
import { check } from "#protocol/decode.ts";
import { SettingsAnswer } from "#protocol/console.ts";
import { termsOf } from "../../../worker/core/terms.ts";
import { seed, seedDemo, isFresh } from "../../../worker/objects/organisation/seed.ts";
import { refuseKeys } from "../../../worker/objects/organisation/keys.ts";
import { readSettings as readAll, readWidget, widgetRecord } from "../../../worker/objects/organisation/reading.ts";
import {
  addAgent,
  addWidget,
  addWorkstream,
  saveAgent,
  saveWidget,
  saveWorkstream,
} from "../../../worker/objects/organisation/settings.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { organisationMigrations } from "../../../worker/storage/organisation-schema.ts";
import { widget, workstream } from "./given.ts";
import { stores } from "./stores.ts";

/** One workstream, "general", and one widget, "shop". */
function shop() {
  const made = stores();
  const { organisation, sql } = made;
  addWorkstream(organisation, "general", { name: "General" });
  addWidget(organisation, "shop", { name: "Shop", workstreamId: "general", origins: ["https://shop.example"] });
  return {
    store: organisation,
    sql,
    readSettings: () => readAll(made, 0),
    record: (id: string) => widgetRecord(organisation, id),
  };
}

describe("what a fresh organisation starts with", () => {
  test("C01 a fresh widget has reconnect off, and a hold of five minutes once it is turned on", () => {
    const { organisation } = stores();
    seed(organisation);
    const site = readWidget(organisation, "site");
    expect(site?.widget.reconnect).toEqual({
      enabled: false,
      previousAgentForSeconds: 300,
      portalUrl: null,
      redirectUrl: null,
      prompt: "return",
    });
    expect(site?.workstream).toEqual(workstream());
    expect(site && termsOf("site", site.widget, site.workstream)).toMatchObject({
      reconnect: false,
      holdSeconds: 180,
      limitSeconds: 180,
    });
  });

  test("the demo has reconnect on, somebody who answers, and settings that may be saved as they stand", () => {
    const { organisation } = stores();
    expect(isFresh(organisation)).toBe(true);
    seedDemo(organisation);
    expect(isFresh(organisation)).toBe(false);
    const demo = readWidget(organisation, "demo");
    expect(demo?.widget.reconnect.enabled).toBe(true);
    expect(saveWidget(organisation, "demo", demo?.widget)).toMatchObject({ outcome: "stored" });
    expect(organisation.agents.get("ana")).toEqual({
      name: "Ana",
      role: "agent",
      capacity: 3,
      workstreamIds: ["general"],
      active: true,
    });
    expect(organisation.quickReplies.all()[0]?.text).toContain("{ReconnectUrl}");
  });

  test("every widget gets a secret of its own", () => {
    const { store } = shop();
    addWidget(store, "outlet", { name: "Outlet", workstreamId: "general", origins: [] });
    const keys = ["shop", "outlet"].map((id) => store.widgets.get(id)?.identity.keys);
    expect(keys[0]).not.toEqual(keys[1]);
    expect(keys).toEqual([expect.objectContaining({ kind: "secret" }), expect.objectContaining({ kind: "secret" })]);
  });

  test("a widget made on a workstream with a short limit holds no longer than that", () => {
    const { store, record } = shop();
    saveWidget(store, "shop", widget({ reconnect: { previousAgentForSeconds: 0 } }));
    saveWorkstream(store, "general", workstream({ autoCloseAfterInactivitySeconds: 60 }));
    expect(addWidget(store, "kiosk", { name: "Kiosk", workstreamId: "general", origins: [] })).toMatchObject({
      outcome: "stored",
    });
    expect(record("kiosk")).toMatchObject({ limitSeconds: 60, reconnect: { previousAgentForSeconds: 60 } });
  });
});

describe("saving", () => {
  test("C02 a refused save changes nothing", () => {
    const { store, readSettings } = shop();
    const before = readSettings();
    expect(
      saveWidget(store, "shop", widget({ name: "Other", reconnect: { previousAgentForSeconds: 1_201 } })),
    ).toMatchObject({
      outcome: "refused",
      code: "hold-above-limit",
    });
    expect(
      saveWorkstream(store, "general", workstream({ name: "Other", autoCloseAfterInactivitySeconds: 299 })),
    ).toMatchObject({
      outcome: "refused",
      code: "hold-above-limit",
      field: "autoCloseAfterInactivitySeconds",
    });
    expect(readSettings()).toEqual(before);
  });

  test("C02 only the widgets of that workstream count", () => {
    const { store } = shop();
    addWorkstream(store, "quick", { name: "Quick" });
    expect(saveWorkstream(store, "quick", workstream({ autoCloseAfterInactivitySeconds: 1 }))).toMatchObject({
      outcome: "stored",
    });
  });

  test("C06 the widget's limit is the workstream's value, follows it, and cannot be set on the widget", () => {
    const { store, readSettings, record } = shop();
    const saved = saveWidget(store, "shop", { ...widget({ reconnect: { enabled: true } }), limitSeconds: 5 });
    expect(saved).toEqual({ outcome: "stored" });
    expect(record("shop")).toMatchObject({ limitSeconds: 1_200 });
    saveWorkstream(store, "general", workstream({ autoCloseAfterInactivitySeconds: 3_600 }));
    expect(readSettings().widgets[0]?.limitSeconds).toBe(3_600);
    const shopNow = readWidget(store, "shop");
    expect(shopNow && termsOf("shop", shopNow.widget, shopNow.workstream).limitSeconds).toBe(3_600);
  });

  test("what is read is what was saved, and fits what the protocol promises", () => {
    const { store, sql, readSettings } = shop();
    const asSaved = widget({ name: "Shöp 🛍", reconnect: { portalUrl: "https://shop.example/chat" } });
    saveWidget(store, "shop", asSaved);
    addAgent(store, "bo", { name: "Bo", role: "supervisor", capacity: 2, workstreamIds: [] });
    store.quickReplies.replace([
      { shortcut: "hi", text: "Hello" },
      { shortcut: "bye", text: "Bye" },
    ]);
    store.quickReplies.replace([
      { shortcut: "bye", text: "Bye" },
      { shortcut: "hi", text: "Hello" },
    ]);
    migrate(sql, organisationMigrations);
    const all = readSettings();
    expect(all.widgets).toEqual([{ widgetId: "shop", ...asSaved, limitSeconds: 1_200, rev: 2, removedAt: null }]);
    expect(all.agents).toEqual([
      {
        agentId: "bo",
        name: "Bo",
        role: "supervisor",
        capacity: 2,
        workstreamIds: [],
        active: true,
        rev: 1,
        sessions: 0,
        invitedUntil: null,
      },
    ]);
    expect(all.quickReplies.map(({ shortcut }) => shortcut)).toEqual(["bye", "hi"]);
    expect(check(SettingsAnswer, all)).toEqual({ ok: true, value: all });
  });

  test("a widget stored before it had a theme, a logo and a hint is read with their defaults, and saved as before", () => {
    const { store, sql, record } = shop();
    const stored = widget({ looks: { accent: "#aa0000", position: "left" }, texts: { greeting: "Hello" } });
    sql.exec("UPDATE widgets SET body = ? WHERE id = 'shop'", JSON.stringify(stored));
    expect(readWidget(store, "shop")?.widget).toMatchObject({
      looks: { accent: "#aa0000", position: "left", theme: "auto", logo: null },
      texts: { greeting: "Hello", hint: "" },
    });
    expect(saveWidget(store, "shop", stored)).toEqual({ outcome: "stored" });
    expect(record("shop")).toMatchObject({ looks: { theme: "auto" } });
  });

  test("what does not exist is not made by saving it", () => {
    const { store, readSettings } = shop();
    const before = readSettings();
    expect(saveWidget(store, "other", widget())).toEqual({ outcome: "not-found" });
    expect(saveWorkstream(store, "other", workstream())).toEqual({ outcome: "not-found" });
    expect(saveAgent(store, "other", { name: "Bo", role: "agent", capacity: 2, workstreamIds: [] })).toEqual({
      outcome: "not-found",
    });
    expect(addWidget(store, "other", { name: "Other", workstreamId: "nowhere", origins: [] })).toMatchObject({
      outcome: "refused",
      field: "workstreamId",
    });
    expect(readSettings()).toEqual(before);
  });

  test("a public key that is none is refused by name", async () => {
    const keys = { kind: "public-key", algorithm: "ES256", pem: "none" };
    const save = (identity: object) =>
      refuseKeys({ do: "save-widget", id: "shop", value: widget({ identity }), rev: null });
    expect(await save({ audience: "shop", keys })).toMatchObject({ outcome: "refused", field: "identity.keys.pem" });
    expect(await save({ ...widget().identity, previous: { keys, until: 5_000 } })).toMatchObject({
      field: "identity.previous.keys.pem",
    });
    expect(await save(widget().identity)).toBeNull();
    const pem = { kind: "public-key", algorithm: "ES256", pem: "none" } as const;
    expect(
      await refuseKeys({ do: "change-keys", id: "shop", keys: pem, keepOldForSeconds: 0, rev: null }),
    ).toMatchObject({ field: "keys.pem" });
    expect(await refuseKeys({ do: "change-keys", id: "shop", keys: null, keepOldForSeconds: 0, rev: null })).toBeNull();
  });
});
