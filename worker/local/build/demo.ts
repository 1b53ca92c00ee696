import { cp, mkdir, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { build as bundle } from "esbuild";
import { root } from "../root.ts";
import { forBrowsers } from "./options.ts";

const demoDir = join(root, "widget/demo");

/** What `npm start` shows beyond a deployment: the demo's page, in the site, and what the pages of its shop load. */
export async function buildDemo(siteDir: string, shopDir: string): Promise<void> {
  await mkdir(shopDir, { recursive: true });
  await Promise.all([
    cp(join(demoDir, "page/demo.html"), join(siteDir, "demo.html")),
    ...(await copyStyles(join(demoDir, "shop"), shopDir)),
    bundle({ ...forBrowsers, entryPoints: [join(demoDir, "page/demo.ts")], outdir: siteDir, format: "esm" }),
    bundle({ ...forBrowsers, entryPoints: [join(demoDir, "shop/shop.ts")], outdir: shopDir, format: "esm" }),
  ]);
}

async function copyStyles(from: string, to: string): Promise<Promise<void>[]> {
  const names = (await readdir(from)).filter((name) => [".css", ".svg"].includes(extname(name)));
  return names.map((name) => cp(join(from, name), join(to, name)));
}
