import { afterEach, beforeEach, expect, test, vi } from "vitest";

// The least of a tab: its address, its history entry, and what it keeps over a reload.
const kept = new Map<string, string>();
let page = new EventTarget();

/** A load of the page: the modules are new, what the tab keeps is not. */
async function load(address: string) {
  const location = {
    pathname: "/help",
    search: "?a=1",
    hash: new URL(address).hash,
    href: address,
    assign: vi.fn<(url: string) => void>(),
  };
  const history = {
    state: null,
    replaceState: (_state: unknown, _title: string, url: string) => {
      location.hash = new URL(url, address).hash;
    },
  };
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  page = new EventTarget();
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", history);
  vi.stubGlobal("sessionStorage", sessionStorage);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.resetModules();
  const links = await import("../../../widget/client/io/link-token.ts");
  const { redirect } = await import("../../../widget/client/io/browser-door.ts");
  return { location, ...links, redirect };
}

beforeEach(() => kept.clear());
afterEach(() => vi.unstubAllGlobals());

test("L03 the token is out of the address at once, and what else stands in the fragment stays", async () => {
  const { location, takeLinkToken } = await load("https://shop.example/help?a=1#top&rejoin=abc");
  expect(takeLinkToken()).toBe("abc");
  expect(location.hash).toBe("#top");
});

test("T07 two widgets on a page: each is offered the link, whichever it belongs to", async () => {
  const { takeLinkToken, linkAnswered } = await load("https://shop.example/help#rejoin=abc");
  expect([takeLinkToken(), takeLinkToken()]).toEqual(["abc", "abc"]);
  linkAnswered("abc", false);
  expect(takeLinkToken()).toBe("abc");
  linkAnswered("abc", true);
  expect([kept.size, takeLinkToken()]).toEqual([0, null]);
});

test("L08 a reload after the look-up failed still has the link; after an answer it has not", async () => {
  (await load("https://shop.example/help#rejoin=abc")).takeLinkToken();
  const again = await load("https://shop.example/help");
  expect(again.takeLinkToken()).toBe("abc");
  again.linkAnswered("abc", false);
  expect((await load("https://shop.example/help")).takeLinkToken()).toBeNull();
});

test("a link opened where its page is open is told to every chat, and not kept once it is answered", async () => {
  const { location, onLinkToken, linkAnswered } = await load("https://shop.example/help");
  const heard: string[] = [];
  const undo = onLinkToken((token) => heard.push(`one ${token}`));
  onLinkToken((token) => heard.push(`two ${token}`));
  location.hash = "#rejoin=abc";
  page.dispatchEvent(new Event("hashchange"));
  expect(heard).toEqual(["one abc", "two abc"]);
  expect(kept.size).toBe(1);
  linkAnswered("abc", false);
  expect(kept.size).toBe(0);
  undo();
  location.hash = "#rejoin=def";
  page.dispatchEvent(new Event("hashchange"));
  expect(heard.slice(2)).toEqual(["two def"]);
});

test("a page is never sent to itself", async () => {
  const { location, redirect } = await load("https://shop.example/late?a=1#top");
  redirect("https://shop.example/late?a=1");
  expect(location.assign).not.toHaveBeenCalled();
  redirect("https://shop.example/late");
  expect(location.assign).toHaveBeenCalledExactlyOnceWith("https://shop.example/late");
});
