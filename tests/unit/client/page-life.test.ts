import { afterEach, expect, test, vi } from "vitest";
import { createAgentConversation } from "../../../widget/client/agent.ts";
import { browserPage } from "../../../widget/client/io/browser.ts";
import { createBrowserStore } from "../../../widget/client/io/browser-store.ts";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
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

/** `localStorage` with these values; `trouble`, if there is any, is thrown by an attempt to write. */
function storage(values: Record<string, string>, trouble: () => Error | null): Storage {
  const methods = {
    getItem: (key: string) => values[key] ?? null,
    setItem: (key: string, value: string) => {
      const error = trouble();
      if (error !== null) throw error;
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
  vi.stubGlobal(
    "localStorage",
    storage({ "rejoin:w1:access": "held" }, () => new Error("full")),
  );
  const store = createBrowserStore();
  expect(store.get("rejoin:w1:access")).toBe("held");
  store.set("rejoin:w1:access", "newer");
  store.set("rejoin:w1:draft:new", "text");
  expect(store.get("rejoin:w1:access")).toBe("newer");
  expect(store.keys("rejoin:w1:").toSorted()).toEqual(["rejoin:w1:access", "rejoin:w1:draft:new"]);
  store.remove("rejoin:w1:access");
  expect(store.get("rejoin:w1:access")).toBe(null);
});

test("what memory has to keep in place of a full storage does not last, until it is written or gone", () => {
  const values: Record<string, string> = {};
  const quota = { left: 0 };
  vi.stubGlobal(
    "localStorage",
    storage(values, () => (quota.left > 0 ? null : new Error("full"))),
  );
  const store = createBrowserStore();
  expect(store.lasts()).toBe(true);
  store.set("rejoin:w1:draft:new", "text");
  expect([store.lasts(), values]).toEqual([false, {}]);
  quota.left = 1;
  store.set("rejoin:w1:draft:new", "text");
  expect([store.lasts(), values]).toEqual([true, { "rejoin:w1:draft:new": "text" }]);
  quota.left = 0;
  store.set("rejoin:w1:out:c1:m1", "more");
  expect(store.lasts()).toBe(false);
  store.remove("rejoin:w1:out:c1:m1");
  expect(store.lasts()).toBe(true);
});

test("a page is told that what it is writing would not outlive it", () => {
  let full = false;
  vi.stubGlobal(
    "localStorage",
    storage({}, () => (full ? new Error("full") : null)),
  );
  const page = createConversation({
    role: "customer",
    ports: { ...createWorld(() => 0.5).tab().ports, store: createBrowserStore() },
    socketUrl: "ws://server/socket",
    prefix: "rejoin:w1:",
    authorise: async () => ({ key: "credential" }),
    read: readServerFrame,
  });
  const write = (text: string): boolean => {
    page.dispatch({ type: "draft", text });
    return page.snapshot().lasting;
  };
  expect(write("a")).toBe(true);
  full = true;
  expect(write("ab")).toBe(false);
  full = false;
  expect(write("abc")).toBe(true);
});

test("a storage that is blocked is replaced by memory", () => {
  vi.stubGlobal("localStorage", null);
  const store = createBrowserStore();
  store.set("rejoin:w1:access", "held");
  expect(store.get("rejoin:w1:access")).toBe("held");
  expect(store.lasts()).toBe(false);
});
