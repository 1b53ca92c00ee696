import type { Counter } from "../counter.ts";
import type { ConsoleScreen } from "./console-screens.ts";

/** The owner's figures of a demo's past, in the browser of this counter. */
async function insights({ shop, page }: Counter, path = ""): Promise<void> {
  await shop.owner.call("POST", "/v1/demo/sample", {});
  const [cookie = "", value = ""] = shop.owner.cookie.split("=");
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: cookie, value, url: origin }]);
  await page.goto("about:blank");
  await page.goto(`${origin}/console#/insights${path}`);
}

async function drawn({ page }: Counter): Promise<void> {
  await page.locator("rejoin-plot canvas").last().waitFor();
}

export const INSIGHTS_SCREENS: readonly ConsoleScreen[] = [
  {
    name: "insights-top",
    reach: async (counter) => {
      await insights(counter);
      await drawn(counter);
    },
  },
  {
    name: "insights-plots",
    reach: async (counter) => {
      await insights(counter);
      await drawn(counter);
      const returning = counter.page.locator("rejoin-insights .returning");
      await returning.getByText("Numbers").click();
      await returning.evaluate((card) => card.scrollIntoView());
    },
  },
  {
    name: "insights-empty",
    reach: async (counter) => {
      await insights(counter, `/widget=${counter.shop.widgetId}`);
      await counter.page.getByText("No ended conversations in this period").waitFor();
    },
  },
];
