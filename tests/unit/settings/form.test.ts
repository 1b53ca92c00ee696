import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  discarded,
  edit,
  failed,
  isDirty,
  openForm,
  overtaken,
  refreshed,
  saved,
  saving,
} from "../../../widget/agent/settings/core/form.ts";
import { differences, isSame, leavesOf, valueAt, withValue } from "../../../widget/agent/settings/core/json.ts";
import type { Json } from "../../../widget/agent/settings/core/json.ts";

const BASE = { name: "Shop", origins: ["https://a.example"], reconnect: { hold: 300, url: null } };

describe("a form", () => {
  test("is dirty only while something differs from what was saved", () => {
    const form = openForm(BASE, 1);
    expect(isDirty(form)).toBe(false);
    const typed = edit(form, "reconnect.hold", 120);
    expect(isDirty(typed)).toBe(true);
    expect(isDirty(edit(typed, "reconnect.hold", 300))).toBe(false);
    expect(discarded(typed)).toEqual(form);
    expect(BASE.reconnect.hold).toBe(300);
  });

  test("says what is wrong at its field until that is typed in; the rest stays", () => {
    const wrong = failed(edit(openForm(BASE, 1), "name", ""), "Not saved.", [
      { field: "name", detail: "Must not be empty." },
      { field: "origins.0", detail: "Must be an origin." },
      { field: null, detail: "Something else." },
    ]);
    expect([...wrong.errors.keys()]).toEqual(["name", "origins.0"]);
    expect(wrong.value).toMatchObject({ name: "" });
    const mended = edit(wrong, "origins", ["https://b.example"]);
    expect([...mended.errors.keys()]).toEqual(["name"]);
    expect(mended.phase).toEqual({ is: "failed", text: "Not saved." });
  });

  test("what is typed while a save is on its way is kept, and is not saved yet", () => {
    const sent = saving(edit(openForm(BASE, 1), "name", "Shop 2"));
    const later = edit(sent, "reconnect.hold", 60);
    const done = saved(later, sent.value, { ...BASE, name: "Shop 2", rev: 2 }, 2, 5);
    expect(done).toMatchObject({ rev: 2, phase: { is: "saved", at: 5 } });
    expect(valueAt(done.value, "reconnect.hold")).toBe(60);
    expect(differences(done.base, done.value)).toEqual(["reconnect.hold"]);
    expect(edit(done, "name", "x").phase).toEqual({ is: "resting" });
  });
});

describe("somebody else was faster", () => {
  test("their changes come in, mine stay, and where both changed the same, theirs is told", () => {
    const mine = edit(edit(openForm(BASE, 1), "reconnect.hold", 480), "name", "Mine");
    const record = { ...BASE, reconnect: { hold: 120, url: "https://late.example" } };
    const met = overtaken(mine, record, 2, "Olga changed it.");
    expect(met.value).toEqual({ ...BASE, name: "Mine", reconnect: { hold: 480, url: "https://late.example" } });
    expect([...met.theirs]).toEqual([["reconnect.hold", 120]]);
    expect(met).toMatchObject({
      rev: 2,
      phase: { is: "overtaken", text: "Olga changed it. Look at what is marked, and save again." },
    });
    expect([...edit(met, "reconnect.hold", 120).theirs]).toEqual([]);
  });

  test("who set the same as I did is in nobody's way; neither is a button beside the form", () => {
    const mine = edit(openForm(BASE, 1), "name", "Same");
    expect([...overtaken(mine, { ...BASE, name: "Same" }, 2, "").theirs]).toEqual([]);
    const button = refreshed(mine, { ...BASE, reconnect: { hold: 1, url: null } }, 2);
    expect(button).toMatchObject({ rev: 2, phase: { is: "resting" }, value: { name: "Same", reconnect: { hold: 1 } } });
  });

  test("whatever three people's settings are: mine are all there, and so is all of theirs that I did not touch", () => {
    const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
    const settings = fc.record({ a: leaf, b: leaf, c: fc.record({ d: leaf, e: leaf }) });
    fc.assert(
      fc.property(settings, settings, settings, (base, mine, theirs) => {
        const form = { ...openForm(base, 1), value: mine };
        const met = overtaken(form, theirs, 2, "");
        const touched = differences(base, mine);
        for (const path of leavesOf(mine).keys()) {
          const wanted = valueAt(touched.includes(path) ? mine : theirs, path);
          expect(valueAt(met.value, path)).toEqual(wanted);
        }
        for (const [path, value] of met.theirs) expect(isSame(value, valueAt(theirs, path))).toBe(true);
      }),
    );
  });
});

test("values are found and put by their path, in lists, too, and never in place", () => {
  const value: Json = { list: [{ a: 1 }, { a: 2 }], deep: { er: null } };
  expect(valueAt(value, "list.1.a")).toBe(2);
  expect(valueAt(value, "list.7.a")).toBeNull();
  expect(valueAt(value, "deep.er.none")).toBeNull();
  expect(withValue(value, "list.0.a", 5)).toEqual({ list: [{ a: 5 }, { a: 2 }], deep: { er: null } });
  expect(withValue(value, "new.one", true)).toEqual({ ...value, new: { one: true } });
  expect([...leavesOf(value)].map(([path]) => path)).toEqual(["list", "deep.er"]);
});
