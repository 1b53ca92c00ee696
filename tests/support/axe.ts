import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong with the chat on this page, one line each; empty if nothing. */
export async function axeFinds(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: found } = window as unknown as { axe: typeof axe };
    const { violations } = await found.run(
      { include: ["rejoin-chat"] },
      {
        resultTypes: ["violations"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      },
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
        return `${id}: ${help} [${target.flat().join(" ")}] ${why}`;
      }),
    );
  });
}
