import { Hono } from "hono";
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

/** Paths that are pages. */
const PAGES: Record<string, string> = { "/": "/index.html", "/console": "/console.html" };

/** The demo, the console, the embed script and their parts, from the built assets. */
export const pages = new Hono<AppEnv>().get("*", async (c) => {
  const path = PAGES[c.req.path] ?? c.req.path;
  const type = TYPES[/\.([a-z]+)$/.exec(path)?.[1] ?? ""];
  if (type === undefined || path.includes("..")) return notFound(c);
  const url = new URL(c.req.url);
  const asset = await c.env.ASSETS.fetch(new Request(new URL(path, url), { headers: { accept: type } }));
  if (!asset.ok) return notFound(c);
  const answer = new Response(asset.body, { headers: { "content-type": type, "cache-control": "no-cache" } });
  // The embed script is run by pages of other origins; the rest is ours alone.
  if (path === "/rejoin.js") answer.headers.set("cross-origin-resource-policy", "cross-origin");
  return path.endsWith(".html") ? asPage(answer) : answer;
});
