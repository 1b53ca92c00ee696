import { Hono } from "hono";
import type { Env } from "../env.ts";
import { placeOfDemo } from "../middleware/demo-place.ts";
import type { PageRights } from "../middleware/headers.ts";
import { asPage } from "../middleware/headers.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { notFound } from "../middleware/problem.ts";

/** Files by the end of their name; nothing else is served. Said here, since the bare runtime's disk service names no types. */
const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  map: "application/json",
};

/** Paths that are pages. The first is the demo's, and is not built for a deployment. */
const PAGES: Record<string, string> = { "/": "/demo.html", "/console": "/console.html", "/preview": "/preview.html" };

/** What a site embeds: the script, and the modules that it loads. */
const EMBEDDED = /^\/(rejoin\.js$|widget\/)/;

/** In a folder whose name changes with what is in it. */
const HASHED = /^\/widget\/[0-9a-f]{8}\//;

/** A file of the widget, by the name that it has in any folder. */
const IN_FOLDER = /^\/widget\/[^/]+(\/[^/]+)$/;

/** What was built last takes the place of what pages that came before it ask for, and of what is asked for anew. */
async function newest(assets: Fetcher, { pathname, origin }: URL): Promise<Response | null> {
  const [, name] = IN_FOLDER.exec(pathname) ?? [];
  if (name === undefined) return null;
  const folder = await assets.fetch(new URL("/widget/newest.txt", origin));
  if (!folder.ok) return null;
  return assets.fetch(new URL(`/widget/${await folder.text()}${name}`, origin));
}

/** What some pages may do beyond others. */
function rightsOf(path: string, env: Env): PageRights {
  // It shows an owner's logo, which may lie anywhere, and is shown in a frame by our settings page alone.
  if (path === PAGES["/preview"]) return { ancestors: "'self'", pictures: "anywhere" };
  const place = placeOfDemo(env);
  if (place === null) return {};
  if (path === PAGES["/console"]) return { ancestors: "'self'" };
  const sites = [...place.shop, ...place.phone];
  return path === PAGES["/"] ? { frames: sites, connects: [place.control.url, ...sites] } : {};
}

/** The demo, the console, the embed script and their parts, from the built assets. */
export const pages = new Hono<AppEnv>().get("*", async (c) => {
  if (c.req.path === "/" && c.env.DEMO !== "on") return c.redirect("/console");
  const path = PAGES[c.req.path] ?? c.req.path;
  const type = TYPES[/\.([a-z]+)$/.exec(path)?.[1] ?? ""];
  if (type === undefined || path.includes("..")) return notFound(c);
  const url = new URL(path, c.req.url);
  const asked = await c.env.ASSETS.fetch(new Request(url, { headers: { accept: type } }));
  const asset = asked.ok ? asked : await newest(c.env.ASSETS, url);
  if (asset === null || !asset.ok) return notFound(c);
  const answer = new Response(asset.body, { headers: { "content-type": type, "cache-control": "no-cache" } });
  if (asset === asked && HASHED.test(path)) answer.headers.set("cache-control", "public, max-age=31536000, immutable");
  // The widget is run by pages of other origins, its modules are fetched by them; the rest is ours alone.
  if (EMBEDDED.test(path)) {
    answer.headers.set("cross-origin-resource-policy", "cross-origin");
    answer.headers.set("access-control-allow-origin", "*");
  }
  return path.endsWith(".html") ? asPage(answer, rightsOf(path, c.env)) : answer;
});
