import { afterEach, expect, test, vi } from "vitest";
import type { PageEvent } from "../../../widget/client/io/ports.ts";
import { browserPage } from "../../../widget/client/io/browser.ts";

afterEach(() => vi.unstubAllGlobals());

/** A page that nobody draws, and what it tells of itself. */
function listened() {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", document);
  const told: PageEvent[] = [];
  const deafen = browserPage.listen((event) => told.push(event));
  return { window, document, told, deafen };
}

test.each(["online", "offline", "focus"])("N02 `%s` is a hint, and proves nothing", (type) => {
  const { window, told, deafen } = listened();
  window.dispatchEvent(new Event(type));
  expect(told).toEqual([{ type: "hint" }]);
  deafen();
  window.dispatchEvent(new Event(type));
  expect(told).toHaveLength(1);
});

test("T09 a page that goes away lets its line go, and takes it up when it comes back", () => {
  const { window, told } = listened();
  window.dispatchEvent(new Event("pagehide"));
  window.dispatchEvent(new Event("pageshow"));
  expect(told).toEqual([
    { type: "suspend", held: false },
    { type: "resume", held: false },
  ]);
});

test("who looks at the page again makes it ask; who looks away does not", () => {
  const { document, told } = listened();
  document.hidden = true;
  document.dispatchEvent(new Event("visibilitychange"));
  document.hidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  expect(told).toEqual([{ type: "hidden", hidden: true }, { type: "hidden", hidden: false }, { type: "hint" }]);
});
