import { afterEach, expect, test, vi } from "vitest";
import { createAgentConversation } from "../../../widget/client/agent.ts";
import { browserPage } from "../../../widget/client/io/browser.ts";
import { createBrowserStore } from "../../../widget/client/io/browser-store.ts";
import { createWorld } from "./support/world.ts";

afterEach(() => vi.unstubAllGlobals());

test("a line that was dropped on purpose stays down when the page is shown again; one that the page dropped comes back", async () => {
  const [window, document] = [new EventTarget(), Object.assign(new EventTarget(), { hidden: false })];
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", document);
  const world = createWorld(() => 0.5);
  const page = createAgentConversation({
    baseUrl: "http://server",
    conversationId: "c1",
    ports: { ...world.tab().ports, page: browserPage },
    ticket: async () => ({ ok: true, value: "ticket" }),
  });
  await world.clock.advance(1_000);
  const status = () => page.snapshot().status.is;
  const leaveAndReturn = async () => {
    window.dispatchEvent(new Event("pagehide"));
    expect(status()).toBe("suspended");
    window.dispatchEvent(new Event("pageshow"));
    await world.clock.advance(1_000);
  };
  await leaveAndReturn();
  expect(status()).toBe("connected");
  page.drop();
  await leaveAndReturn();
  expect(status()).toBe("suspended");
  page.return();
  await world.clock.advance(1_000);
  expect(status()).toBe("connected");
  page.dispose();
});

/** `localStorage` with these values; `trouble` is thrown by every attempt to write. */
function storage(values: Record<string, string>, trouble: Error | null): Storage {
  const methods = {
    getItem: (key: string) => values[key] ?? null,
    setItem: (key: string, value: string) => {
      if (trouble !== null) throw trouble;
      values[key] = value;
    },
    removeItem: (key: string) => void delete values[key],
  };
  const faces = { get: (_: object, key: string) => Reflect.get(methods, key) ?? values[key] };
  return new Proxy<Storage>(Object.create(null), {
    ...faces,
    ownKeys: () => Object.keys(values),
    getOwnPropertyDescriptor: (_, key) => Object.getOwnPropertyDescriptor(values, key),
  });
}

test("T01 a full storage is read nevertheless, and what does not fit this page keeps", () => {
  vi.stubGlobal("localStorage", storage({ "rejoin:w1:access": "held" }, new Error("full")));
  const store = createBrowserStore();
  expect(store.get("rejoin:w1:access")).toBe("held");
  store.set("rejoin:w1:access", "newer");
  store.set("rejoin:w1:draft:new", "text");
  expect(store.get("rejoin:w1:access")).toBe("newer");
  expect(store.keys("rejoin:w1:").toSorted()).toEqual(["rejoin:w1:access", "rejoin:w1:draft:new"]);
  store.remove("rejoin:w1:access");
  expect(store.get("rejoin:w1:access")).toBe(null);
});

test("a storage that is blocked is replaced by memory", () => {
  vi.stubGlobal("localStorage", null);
  const store = createBrowserStore();
  store.set("rejoin:w1:access", "held");
  expect(store.get("rejoin:w1:access")).toBe("held");
});
