import { describe, expect, test } from "vitest";
import { carryOut } from "../../../worker/objects/organisation/changing.ts";
import type { SettingsChange } from "../../../worker/objects/organisation/change.ts";
import { readChanges, readSettings, readWidgets } from "../../../worker/objects/organisation/reading.ts";
import { openSession, readSession } from "../../../worker/objects/organisation/accounts.ts";
import { widget, workstream, SECRET } from "./given.ts";
import { stores } from "./stores.ts";

const NOW = 1_800_000_000_000;
const olga = { id: "owner", name: "Olga" };
const oscar = { id: "oscar", name: "Oscar" };

/** A workstream, a widget and Bo, all made by Olga. */
function shop() {
  const made = stores();
  const change = (what: SettingsChange, by = olga, now = NOW) => carryOut(made, what, by, now);
  change({ do: "add-workstream", id: "general", value: { name: "General" } });
  const basics = { name: "Shop", workstreamId: "general", origins: ["https://shop.example"] };
  change({ do: "add-widget", id: "shop", value: basics });
  change({ do: "save-widget", id: "shop", value: widget(), rev: null });
  const bo = { name: "Bo", role: "agent", capacity: 2, workstreamIds: ["general"], active: true };
  change({ do: "add-agent", id: "bo", value: bo });
  const said = () => readChanges(made, null).changes;
  return { made, change, bo, said };
}

describe("each change is recorded", () => {
  test("who, what and when, each field as it was and as it is; the newest first", () => {
    const { change, said } = shop();
    const value = widget({ name: "Shop 2", reconnect: { enabled: true, previousAgentForSeconds: 120 } });
    change({ do: "save-widget", id: "shop", value, rev: null }, oscar, NOW + 1);
    expect(said()[0]).toEqual({
      id: 5,
      at: NOW + 1,
      by: oscar,
      kind: "widget",
      targetId: "shop",
      name: "Shop 2",
      action: "changed",
      fields: [
        { field: "name", before: "Shop", after: "Shop 2" },
        { field: "reconnect.enabled", before: false, after: true },
        { field: "reconnect.previousAgentForSeconds", before: 300, after: 120 },
      ],
    });
    expect(said().map(({ kind, action }) => `${kind} ${action}`)).toEqual([
      "widget changed",
      "agent made",
      "widget changed",
      "widget made",
      "workstream made",
    ]);
  });

  test("what was refused, and what changes nothing, leaves no line", () => {
    const { change, said } = shop();
    const before = said().length;
    change({ do: "save-widget", id: "shop", value: widget(), rev: null });
    change({ do: "save-widget", id: "shop", value: widget({ name: "" }), rev: null });
    change({ do: "save-agent", id: "nobody", value: {}, rev: null });
    expect(said()).toHaveLength(before);
  });

  test("no secret stands there in clear, neither old nor new; two can be told apart", () => {
    const { made, change, said } = shop();
    change({ do: "change-keys", id: "shop", keys: null, keepOldForSeconds: 60, rev: null });
    const keys = made.organisation.widgets.get("shop")?.identity.keys;
    const kept = JSON.stringify(made.sql.exec("SELECT body FROM changes"));
    expect(keys?.kind === "secret" && kept.includes(keys.secret)).toBe(false);
    expect(kept).not.toContain(SECRET);
    const field = said()[0]?.fields.find((changed) => changed.field === "identity.keys.secret");
    expect(field?.before).toMatch(/^secret .{6}$/);
    expect(field?.after).toMatch(/^secret .{6}$/);
    expect(field?.before).not.toBe(field?.after);
  });

  test("quick replies by their shortcuts; long texts are cut", () => {
    const { change, said } = shop();
    const save = (quickReplies: object[]) => change({ do: "save-quick-replies", value: { quickReplies }, rev: null });
    save([{ shortcut: "hi", text: "Hello" }]);
    save([{ shortcut: "hi", text: "x".repeat(500) }]);
    expect(said()[0]).toMatchObject({
      kind: "quick-replies",
      fields: [{ field: "/hi", before: "Hello", after: `${"x".repeat(300)}…` }],
    });
  });

  test("the record can be written to at its end alone, and is read page by page", () => {
    const { made, change } = shop();
    for (let n = 0; n < 60; n += 1)
      change({ do: "save-workstream", id: "general", value: workstream({ units: (n % 2) + 1 }), rev: null });
    const first = readChanges(made, null);
    expect(first.changes).toHaveLength(50);
    const rest = readChanges(made, first.next);
    expect(rest.next).toBeNull();
    const ids = [...first.changes, ...rest.changes].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, n) => ids.length - n));
    expect(() => made.sql.exec("UPDATE changes SET body = '{}'")).toThrow("never altered");
    expect(() => made.sql.exec("DELETE FROM changes")).toThrow("never removed");
  });
});

describe("two supervisors change the same thing", () => {
  test("the second, who saw it before the first, is told who was faster; nothing is stored", () => {
    const { made, change } = shop();
    const { rev } = readSettings(made, NOW).widgets[0] ?? { rev: 0 };
    const save = (name: string, by: typeof olga) =>
      change({ do: "save-widget", id: "shop", value: widget({ name }), rev }, by);
    expect(save("By Olga", olga)).toMatchObject({ outcome: "saved", record: { rev: rev + 1 } });
    expect(save("By Oscar", oscar)).toEqual({
      outcome: "conflict",
      detail: "Olga changed it after you opened it. Nothing of yours was saved yet.",
    });
    expect(made.organisation.widgets.get("shop")?.name).toBe("By Olga");
    expect(
      change({ do: "save-widget", id: "shop", value: widget({ name: "Again" }), rev: rev + 1 }, oscar),
    ).toMatchObject({ outcome: "saved" });
  });

  test("each kind of record has a number of its own; without one, whatever is there is replaced", () => {
    const { change, bo } = shop();
    const quickReplies = [{ shortcut: "hi", text: "Hello" }];
    const saves: SettingsChange[] = [
      { do: "save-workstream", id: "general", value: workstream({ units: 2 }), rev: 7 },
      { do: "save-agent", id: "bo", value: { ...bo, capacity: 3 }, rev: 7 },
      { do: "change-keys", id: "shop", keys: null, keepOldForSeconds: 0, rev: 7 },
      { do: "save-quick-replies", value: { quickReplies }, rev: 7 },
    ];
    for (const save of saves) {
      expect(change(save)).toMatchObject({ outcome: "conflict" });
      expect(change({ ...save, rev: null } as SettingsChange)).toMatchObject({ outcome: "saved" });
    }
  });
});

describe("removing", () => {
  test("a widget with live conversations stays, and says why; else it is gone for pages, and can be brought back", () => {
    const { made, change, said } = shop();
    const removed = () => readWidgets(made.organisation).map((reading) => reading.removed);
    expect(change({ do: "remove-widget", id: "shop", live: 2 })).toMatchObject({
      outcome: "in-use",
      detail: expect.stringContaining("2 conversations in it have not ended."),
    });
    expect(removed()).toEqual([false]);
    expect(change({ do: "remove-widget", id: "shop", live: 0 })).toMatchObject({ record: { removedAt: NOW } });
    expect(removed()).toEqual([true]);
    expect(change({ do: "restore-widget", id: "shop" })).toMatchObject({ record: { removedAt: null } });
    expect(removed()).toEqual([false]);
    expect(change({ do: "restore-widget", id: "shop" })).toEqual({ outcome: "not-found" });
    expect(said().map(({ action }) => action)).toEqual(expect.arrayContaining(["removed", "restored"]));
  });

  test("a workstream stays while widgets lead there, while conversations are in it, and as the last one", () => {
    const { made, change } = shop();
    const remove = (id: string, live = 0) => change({ do: "remove-workstream", id, live });
    expect(remove("general")).toEqual({
      outcome: "in-use",
      detail: 'Widget "Shop" sends conversations here. Choose another workstream there first.',
    });
    change({ do: "add-workstream", id: "sales", value: { name: "Sales" } });
    change({ do: "save-widget", id: "shop", value: widget({ workstreamId: "sales" }), rev: null });
    expect(remove("general", 1)).toMatchObject({ detail: expect.stringContaining("1 conversation in it has not") });
    expect(remove("general")).toEqual({ outcome: "saved", record: { removed: true } });
    expect(made.organisation.agents.get("bo")?.workstreamIds).toEqual([]);
    expect(remove("general")).toEqual({ outcome: "not-found" });
    made.organisation.widgets.remove("shop");
    expect(remove("sales")).toMatchObject({ detail: expect.stringContaining("only workstream") });
  });

  test("a deactivated agent's sessions end, and their links open nothing", () => {
    const { made, change, bo } = shop();
    const session = openSession(made, "bo", NOW)?.session.sessionId ?? "";
    expect(readSession(made, session, NOW)).not.toBeNull();
    expect(readSettings(made, NOW).agents[0]).toMatchObject({ sessions: 1 });
    change({ do: "save-agent", id: "bo", value: { ...bo, active: false }, rev: null });
    expect(readSession(made, session, NOW)).toBeNull();
    expect(openSession(made, "bo", NOW)).toBeNull();
    change({ do: "save-agent", id: "bo", value: bo, rev: null });
    expect(readSession(made, session, NOW)).toBeNull();
    expect(openSession(made, "bo", NOW)).not.toBeNull();
  });
});
