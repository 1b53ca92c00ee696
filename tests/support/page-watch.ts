import type { Page } from "playwright-core";

/** What a page's owner would not want to find after a guest was there. */
export interface Footprint {
  globals: string[];
  /** Every element of the page but the guest, by the style that it has in the end. */
  styles: string[];
  sheets: number;
  head: string[];
  body: string[];
  cookie: string;
}

export async function footprintOf(page: Page): Promise<Footprint> {
  return page.evaluate(() => {
    const styleOf = (element: Element) => {
      const style = getComputedStyle(element);
      return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
    };
    const all = [...document.querySelectorAll("*")].filter(({ localName }) => localName !== "rejoin-chat");
    const names = (elements: HTMLCollection) => [...elements].map(({ localName }) => localName);
    return {
      globals: Object.getOwnPropertyNames(window),
      styles: all.map((element) => `${element.localName} ${styleOf(element)}`),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      head: names(document.head.children),
      body: names(document.body.children),
      cookie: document.cookie,
    };
  });
}

/** The style, in the end, of everything that the chat shows, and where it stands. */
export async function looksOf(page: Page): Promise<string[]> {
  return page.locator("rejoin-chat").evaluate((chat) =>
    [...(chat.shadowRoot?.querySelectorAll("*") ?? [])].map((element) => {
      const style = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      // Custom properties come in no order, and what they do shows in the others.
      const names = [...style].filter((name) => !name.startsWith("--"));
      const own = names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
      return `${element.localName}.${element.getAttribute("class") ?? ""} ${[x, y, width, height].join(" ")} ${own}`;
    }),
  );
}

/** Counts the shifts of what stood still from the page's first moment on. */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      value: number;
      sources: { node: Node | null }[];
    }
    const shifts: string[] = [];
    Object.assign(window, { shiftsSeenByTest: shifts });
    const note = (list: PerformanceObserverEntryList) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        shifts.push(`${value.toFixed(5)} ${sources.map(({ node }) => node?.nodeName ?? "?").join(" ")}`);
    };
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shiftsSeenByTest: string[] }).shiftsSeenByTest);
}

/** The events for which something on the window or the document listens. */
export async function listenersOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const types: string[] = [];
  for (const expression of ["window", "document", "document.body"]) {
    const { result } = await devtools.send("Runtime.evaluate", { expression });
    const { listeners } = await devtools.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
    types.push(...listeners.map(({ type }) => type));
  }
  await devtools.detach();
  return types;
}
