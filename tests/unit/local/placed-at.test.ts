import { expect, test } from "vitest";
import { placedAt } from "../../../worker/local/demo/placed-at.ts";

const reconnect = {
  enabled: true,
  previousAgentForSeconds: 300,
  portalUrl: null,
  redirectUrl: null,
  prompt: "return",
} as const;
const at = (first: number) => [`http://shop.localhost:${first}`, `http://127.0.0.1:${first}`];
const place = (origins: readonly string[], portalUrl: string | null = null) =>
  placedAt({ origins: [...origins], reconnect: { ...reconnect, portalUrl } }, at(8788), "/help", {});

test("a widget is allowed where the demo stands this time, and no more where it stood under another port", () => {
  expect(place(at(9601)).origins).toEqual(at(8788));
  expect(place(at(8788)).origins).toEqual(at(8788));
});

test("what an owner allowed stays, on this machine too", () => {
  const own = ["https://shop.example", "http://localhost:3000", "http://127.0.0.1:5173"];
  expect(place([...own, ...at(9601)]).origins).toEqual([...own, ...at(8788)]);
});

test("links lead to the demo's shop, unless its owner has set a place elsewhere", () => {
  const to = (portalUrl: string | null) => place([], portalUrl).reconnect.portalUrl;
  for (const here of [null, "http://localhost:8787/", "http://shop.localhost:9601/help"])
    expect(to(here)).toBe("http://shop.localhost:8788/help");
  expect(to("https://shop.example/chat")).toBe("https://shop.example/chat");
});
