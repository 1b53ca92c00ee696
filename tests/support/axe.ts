import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong with the chat on this page (or with another element of it), one line each; empty if nothing. */
export async function axeFinds(
  page: Page,
  { forcedColors = false, within = "rejoin-chat" }: { forcedColors?: boolean; within?: string } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([isForced, element]) => {
      const { axe: found } = window as unknown as { axe: typeof axe };
      const { violations } = await found.run(
        { include: [element] },
        {
          iframes: false,
          resultTypes: ["violations"],
          // Forced colours are the system's; scripts are still told ours.
          rules: { "color-contrast": { enabled: !isForced } },
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
      );
      // A number on a badge is nobody's name for a button; and in Arabic two of something have a word of their own.
      const isBadge = (id: string, target: string) =>
        id === "label-content-name-mismatch" && target.includes(".waiting");
      return violations.flatMap(({ id, help, nodes }) =>
        nodes
          .filter(({ target }) => !isBadge(id, target.flat().join(" ")))
          .map(({ target, any, all, none }) => {
            const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
            return `${id}: ${help} [${target.flat().join(" ")}] ${why}`;
          }),
      );
    },
    [forcedColors, within] as const,
  );
}
