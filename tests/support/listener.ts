import type { Locator } from "playwright-core";

/**
 * Somebody who hears the chat and does not see it. A model of what screen readers make of live regions: what is added to a log is
 * read; a status is read whole when its words change; nothing is read out of what is busy, hidden, or was put in together with
 * its words.
 */
export interface Listener {
  /** What was read out since the last time that this was asked. */
  heard(): Promise<string[]>;
}

/** Listens to the chat from now on. */
export async function listenTo(chat: Locator): Promise<Listener> {
  // For a moment after its history came, a log reads out nothing.
  await chat.locator("[role=log][aria-live=polite][aria-busy=false]").waitFor({ state: "attached" });
  await chat.evaluate((element) => {
    const root = element.shadowRoot;
    if (root === null) throw new Error("nothing to hear");
    const heard: string[] = [];
    Object.assign(element, { heardByTest: heard });
    const regionSelector = "[role=log], [role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    const known = new WeakSet<Element>(root.querySelectorAll(regionSelector));
    const last = new WeakMap<Element, string>();
    const wordsOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true") return "";
      if (getComputedStyle(node).display === "none" || getComputedStyle(node).visibility === "hidden") return "";
      const named = node.getAttribute("aria-label");
      return named ?? [...node.childNodes].map(wordsOf).join(" ");
    };
    const clean = (text: string) => text.replaceAll(/\s+/g, " ").trim();
    const isShown = (region: Element) => region.checkVisibility({ visibilityProperty: true });
    const isBusy = (region: Element) => region.closest("[aria-busy=true], [aria-live=off]") !== null;
    for (const region of root.querySelectorAll(regionSelector)) last.set(region, clean(wordsOf(region)));

    const hear = (records: readonly MutationRecord[]) => {
      const whole = new Set<Element>();
      const added = new Set<Node>();
      for (const { target, addedNodes, type } of records) {
        const around = target instanceof Element ? target : target.parentElement;
        const region = around?.closest(regionSelector) ?? null;
        if (region === null || !known.has(region)) continue;
        if (region.getAttribute("role") !== "log") whole.add(region);
        else if (!isBusy(region) && isShown(region)) {
          if (type === "characterData") added.add(target);
          // What moved is not new.
          for (const node of addedNodes) if (node.isConnected) added.add(node);
        }
      }
      for (const node of added) {
        const isInside = [...added].some((other) => other !== node && other.contains(node));
        const text = clean(wordsOf(node));
        if (!isInside && text !== "") heard.push(text);
      }
      for (const region of whole) {
        const text = clean(wordsOf(region));
        if (text === last.get(region)) continue;
        last.set(region, text);
        if (text !== "" && !isBusy(region) && isShown(region)) heard.push(text);
      }
      for (const region of root.querySelectorAll(regionSelector)) {
        if (known.has(region)) continue;
        known.add(region);
        last.set(region, clean(wordsOf(region)));
      }
    };
    new MutationObserver(hear).observe(root, { subtree: true, childList: true, characterData: true });
  });
  return {
    heard: () => chat.evaluate((element) => (element as HTMLElement & { heardByTest: string[] }).heardByTest.splice(0)),
  };
}
