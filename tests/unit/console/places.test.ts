import { describe, expect, test } from "vitest";
import { pastLines } from "../../../widget/agent/past/past-lines.ts";
import { searchPath } from "../../../widget/agent/past/search-controller.ts";
import { fragmentOf, placeFor, placeIn } from "../../../widget/agent/place.ts";

describe("places in the address", () => {
  test.for([
    ["", { at: "chats", path: "" }],
    ["#/settings", { at: "settings", path: "" }],
    ["#/settings/widgets/demo", { at: "settings", path: "widgets/demo" }],
    ["#/insights", { at: "insights", path: "" }],
    ["#/elsewhere", { at: "chats", path: "" }],
    ["#sign-in=token", { at: "chats", path: "" }],
  ] as const)("%s is %j", ([fragment, place]) => {
    expect(placeIn(fragment)).toEqual(place);
  });

  test("lead back to themselves", () => {
    for (const fragment of ["", "#/settings/widgets/demo", "#/insights"])
      expect(fragmentOf(placeIn(fragment))).toBe(fragment);
  });

  test("beside the chats are for supervisors", () => {
    const settings = { at: "settings", path: "" } as const;
    expect(placeFor(settings, "supervisor")).toBe(settings);
    expect(placeFor(settings, "agent")).toEqual({ at: "chats", path: "" });
  });
});

describe("a search's path", () => {
  test("means whole days by the person's clock", () => {
    const path = searchPath({ q: " a b&c ", from: "2026-11-01", until: "2026-11-01" }, "9.x");
    const asked = new URLSearchParams(path.split("?")[1]);
    expect(asked.get("q")).toBe("a b&c");
    expect(Number(asked.get("from"))).toBe(new Date(2026, 10, 1).getTime());
    expect(Number(asked.get("until")) - Number(asked.get("from"))).toBe(86_400_000);
    expect(asked.get("cursor")).toBe("9.x");
  });

  test("says nothing of what is not asked for", () => {
    expect(searchPath({ q: "  ", from: "", until: "soon" }, null)).toBe("records?");
  });
});

test("a past transcript stands as it was, agents on one side; what this version does not know is left out", () => {
  const ben = { id: "b", name: "Ben" };
  const lines = pastLines([
    { seq: 1, at: 1, kind: "event", what: { type: "started" } },
    { seq: 2, at: 2, kind: "message", id: "m", from: "agent", agent: ben, text: "Hi" },
    { seq: 3, at: 3, kind: "message", id: "n", from: "customer", text: "Hello" },
    { seq: 4, at: 4, kind: "event", what: { type: "unknown" } },
  ]);
  expect(lines).toMatchObject([
    { kind: "event", seq: 1 },
    { kind: "message", mine: true, agentName: "Ben", text: "Hi" },
    { kind: "message", mine: false, agentName: null, text: "Hello" },
  ]);
});
