import { expect, test } from "vitest";
import { slugChips, slugText } from "../../../widget/agent/slug.ts";
import { clockTime } from "../../../widget/agent/time.ts";

test("where a reconnect link stands, agents read that there is one", () => {
  expect(slugText("By {ReconnectUrl}, or {ReconnectUrl}.")).toBe("By reconnect link, or reconnect link.");
  const chip = ["span", { class: "link" }, "reconnect link"];
  expect(slugChips("By {ReconnectUrl}, or {ReconnectUrl}.")).toEqual(["span", {}, "By ", chip, ", or ", chip, "."]);
  expect(slugChips("{ReconnectUrl}")).toEqual(["span", {}, "", chip, ""]);
  expect(slugChips("<b>none</b> {reconnecturl}")).toBe("<b>none</b> {reconnecturl}");
});

test("a time of day reads as the customer reads it", () => {
  const at = Date.UTC(2026, 10, 28, 8, 47);
  expect(clockTime(at)).toBe(new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(at));
});
