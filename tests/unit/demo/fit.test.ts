import { expect, test } from "vitest";
import { scaleOf } from "../../../widget/demo/fit.ts";

test("screens are drawn smaller where there is less room, never larger; on a phone they are phones' screens", () => {
  expect(scaleOf(820, 615, 1_280)).toBe(0.75);
  expect(scaleOf(500, 385, 1_280)).toBe(0.77);
  expect(scaleOf(820, 1_000, 1_920)).toBe(1);
  expect(scaleOf(820, 351, 390)).toBe(0.9);
  expect(scaleOf(500, 351, 390)).toBe(0.9);
});
