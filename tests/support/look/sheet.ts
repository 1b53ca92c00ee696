import type { Browser } from "playwright-core";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";

/** One picture of a screen. */
export interface Shot {
  screen: string;
  variant: string;
  file: string;
}

const css = `
  body { margin: 24px; background: #d9dce6; color: #222; font: 13px system-ui; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(var(--cell), 1fr)); gap: 24px; }
  figure { margin: 0; } figcaption { margin-block-end: 6px; font-weight: 600; }
  div { aspect-ratio: var(--shape); overflow: hidden; border-radius: 8px; background: #fff; }
  img { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; object-position: right bottom; }
`;

/** The part of a desktop's picture that matters is the corner where the chat is. */
function frameOf(variant: string): string {
  if (variant.startsWith("console-phone")) return "--cell: 300px; --shape: 375 / 740";
  if (variant.startsWith("console")) return "--cell: 760px; --shape: 1280 / 800";
  if (variant.startsWith("phone")) return "--cell: 300px; --shape: 390 / 844";
  if (variant.startsWith("zoom")) return "--cell: 560px; --shape: 640 / 400";
  return "--cell: 440px; --shape: 440 / 740";
}

/** One page with all pictures of a variant, as HTML and as a picture. */
export async function makeSheet(
  browser: Browser,
  folder: string,
  variant: string,
  shots: readonly Shot[],
): Promise<string> {
  const figures = shots
    .map(({ screen, file }) => `<figure><figcaption>${screen}</figcaption><div><img src="${file}" /></div></figure>`)
    .join("");
  const name = `sheet-${variant}`;
  const html = `<!doctype html><meta charset="utf-8" /><title>${variant}</title><style>${css}</style><main style="${frameOf(variant)}">${figures}</main>`;
  await writeFile(join(folder, `${name}.html`), html);
  const page = await browser.newPage({ viewport: { width: 1_640, height: 900 } });
  await page.goto(`file://${join(folder, name)}.html`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.close();
  return `${name}.png`;
}
