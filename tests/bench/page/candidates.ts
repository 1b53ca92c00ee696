import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { forBrowsers } from "../../../worker/local/build/options.ts";
import { type Storefront, shopPage } from "../../support/storefront.ts";
import { handsOn } from "../../support/hands.ts";

/** A page that is weighed, and how its chat is opened. */
export interface Candidate {
  path: string;
  open?: (page: Page) => Promise<void>;
  /** What it can be used without. */
  late?: RegExp;
}

/** Puts the pages into the storefront: all the same but for what stands at their end. */
export async function putCandidates(
  front: Storefront,
): Promise<Record<"blank" | "ours" | "lit" | "chatbotify" | "chatscope", Candidate>> {
  front.put("/blank", { body: shopPage("") });
  front.put("/ours", { body: shopPage(front.tag) });
  for (const [name, file] of [
    ["lit", "lit-button.ts"],
    ["chatbotify", "chatbotify.jsx"],
    ["chatscope", "chatscope.jsx"],
  ] as const)
    await putBundle(front, name, file);
  return {
    blank: { path: "/blank" },
    ours: {
      path: "/ours",
      open: async (page) => {
        const hands = handsOn(page);
        await hands.open();
        await hands.box.waitFor();
      },
      late: /\/widget\/\w+\/(rest|\w+-more)\.js$/,
    },
    lit: { path: "/lit" },
    chatbotify: {
      path: "/chatbotify",
      open: async (page) => {
        await page.locator(".rcb-toggle-button").click();
        await page.locator(".rcb-chat-input-textarea").waitFor();
        await page.getByText("How can we help?").waitFor();
      },
    },
    chatscope: {
      path: "/chatscope",
      open: async (page) => {
        await page.locator(".open-chat").click();
        await page.getByText("How can we help?").waitFor();
      },
    },
  };
}

/** Built as our own widget is: for production, minified, for the same browsers. */
async function putBundle(front: Storefront, name: string, file: string): Promise<void> {
  const { outputFiles } = await build({
    ...forBrowsers,
    entryPoints: [join(import.meta.dirname, file)],
    outdir: "/",
    entryNames: name,
    write: false,
    format: "esm",
    jsx: "automatic",
    loader: { ".svg": "dataurl", ".png": "dataurl", ".wav": "dataurl", ".mp3": "dataurl" },
    plugins: [],
  });
  let head = "";
  for (const { path, text } of outputFiles) {
    const isSheet = path.endsWith(".css");
    const at = `/${name}.${isSheet ? "css" : "js"}`;
    front.put(at, { body: text, type: isSheet ? "text/css" : "text/javascript" });
    head += isSheet ? `<link rel="stylesheet" href="${at}" />` : `<script type="module" src="${at}"></script>`;
  }
  front.put(`/${name}`, { body: shopPage(head) });
}
