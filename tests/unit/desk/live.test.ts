import { expect, test } from "vitest";
import { liveIn } from "../../../worker/core/desk/live.ts";
import type { Item } from "../../../worker/core/desk/state.ts";
import { EMPTY_DESK } from "../../../worker/core/desk/state.ts";
import type { SummaryPhase } from "../../../worker/core/summary.ts";

const item = (widgetId: string, workstreamId: string, phase: object) =>
  ({ summary: { widgetId, workstreamId, phase: phase as SummaryPhase } }) as Item;

test("what has not ended is counted by widget and by workstream; what is being wrapped up has", () => {
  const items = new Map([
    ["1", item("shop", "general", { state: "open" })],
    ["2", item("shop", "sales", { state: "active" })],
    ["3", item("shop", "sales", { state: "wrap-up" })],
    ["4", item("outlet", "sales", { state: "waiting" })],
  ]);
  const desk = { ...EMPTY_DESK, items };
  expect(liveIn(desk, { widgetId: "shop" })).toBe(2);
  expect(liveIn(desk, { workstreamId: "sales" })).toBe(2);
  expect(liveIn(desk, { widgetId: "none" })).toBe(0);
});
