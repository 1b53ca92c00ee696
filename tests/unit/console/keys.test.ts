import { describe, expect, test, vi } from "vitest";
import { obey } from "../../../widget/agent/asks/obey.ts";
import type { Obedience } from "../../../widget/agent/asks/obey.ts";
import { press } from "../../../widget/agent/keys.ts";

describe("press", () => {
  test.for([
    ["j", "next"],
    ["K", "previous"],
    ["r", "reply"],
    ["/", "quick-reply"],
    ["e", "end"],
    ["h", "extend"],
    ["f", "search"],
    ["?", "help"],
    ["q", null],
    ["Enter", null],
    ["constructor", null],
  ] as const)("%s asks for %s", ([key, command]) => {
    expect(press(null, key, 0)).toEqual({ waiting: null, command });
  });

  test("g and then q go to the queue, if one does not think too long in between", () => {
    const { waiting } = press(null, "g", 1_000);
    expect(press(waiting, "q", 2_000).command).toBe("queue");
    expect(press(waiting, "q", 2_600).command).toBeNull();
    expect(press(waiting, "j", 1_100)).toEqual({ waiting: null, command: "next" });
  });
});

describe("obey", () => {
  const can = (phase: unknown): Obedience => ({
    conversation: () => (phase === null ? null : { view: { phase } }) as never,
    rows: () => [],
    focusComposer: vi.fn<() => void>(),
    askEnd: vi.fn<() => void>(),
    extend: vi.fn<() => void>(),
    search: vi.fn<() => void>(),
    askKeys: vi.fn<() => void>(),
  });
  const here = { state: "active", customer: { at: "present" } };
  const away = { state: "active", customer: { at: "away" } };

  test("a key that has nothing to do here is left to the page", () => {
    for (const command of ["end", "extend", "reply", "quick-reply", "next", "queue"] as const)
      expect(obey(command, can(null))).toBe(false);
    expect(obey("extend", can(here))).toBe(false);
    expect(obey("end", can({ state: "wrap-up" }))).toBe(false);
    expect(obey("reply", can({ state: "closed" }))).toBe(false);
  });

  test("the hold is extended while the customer is away", () => {
    const there = can(away);
    expect(obey("extend", there)).toBe(true);
    expect(there.extend).toHaveBeenCalledOnce();
  });

  test("an end is asked about, never done", () => {
    const there = can(here);
    expect(obey("end", there)).toBe(true);
    expect(there.askEnd).toHaveBeenCalledOnce();
  });
});
