import type { Browser } from "playwright-core";
import { shopPage, type Storefront } from "../../support/storefront.ts";

/**
 * Follows a link from this page and goes back: why the very page that was left was not there again, by the browser's own words; none
 * if it was. Some browsers keep no page at all and have reasons of their own: those that a page without a chat has as well.
 */
export async function reasonsAgainstKeeping(browser: Browser, front: Storefront, path: string): Promise<string[]> {
  front.put("/other", { body: shopPage("") });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const reasons: string[] = [];
    devtools.on("Page.backForwardCacheNotUsed", ({ notRestoredExplanations }) => {
      reasons.push(...notRestoredExplanations.map(({ reason }) => reason));
    });
    await devtools.send("Page.enable");
    await page.goto(front.url + path);
    await page.waitForTimeout(500);
    await page.getByRole("link", { name: "Another page" }).click();
    await page.waitForURL(/\/other$/);
    // A page that comes out of the cache fires no load.
    await page.goBack({ waitUntil: "commit" });
    await page.waitForTimeout(500);
    return reasons;
  } finally {
    await context.close();
  }
}
