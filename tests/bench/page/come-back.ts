import type { Browser } from "playwright-core";
import { shopPage, type Storefront } from "../../support/storefront.ts";

/** Follows a link from this page and goes back: whether the very page that was left is there again (the back/forward cache). */
export async function isKept(browser: Browser, front: Storefront, path: string): Promise<boolean> {
  front.put("/other", { body: shopPage("") });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persistedSeenByBench: persisted }));
    });
    await page.goto(front.url + path);
    await page.waitForTimeout(500);
    await page.getByRole("link", { name: "Another page" }).click();
    await page.waitForURL(/\/other$/);
    // A page that comes out of the cache fires no load.
    await page.goBack({ waitUntil: "commit" });
    await page.waitForTimeout(500);
    return await page.evaluate(
      () => (window as unknown as { persistedSeenByBench?: boolean }).persistedSeenByBench === true,
    );
  } finally {
    await context.close();
  }
}
