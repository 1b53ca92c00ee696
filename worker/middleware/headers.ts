import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env.ts";

/** What our own pages may load: their own scripts and styles, their own server's answers and sockets, nothing else. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join("; ");

/** What a page may do beyond that: it is shown in nobody's frame and asks its own server alone, unless this says otherwise. */
export interface PageRights {
  ancestors?: "'self'";
  /** Origins that it shows in frames, besides its own. */
  frames?: readonly string[];
  /** Origins that it asks, besides its own. */
  connects?: readonly string[];
  /** Whether its pictures may lie anywhere. */
  pictures?: "anywhere";
}

/** On every answer: no guessing of types, and no address of ours in anybody's logs. */
export const safeHeaders: MiddlewareHandler<AppEnv> = async function safeHeaders(c, next) {
  await next();
  // The answer to an upgrade carries the socket; it is passed on as it came.
  if (c.res.status === 101) return;
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "no-referrer");
  if (new URL(c.req.url).protocol === "https:") c.header("strict-transport-security", "max-age=31536000");
};

/** A page of ours (HTML from the assets) with its content policy. The console is for nobody's frames, so that no click in it can be stolen. */
export function asPage(page: Response, { ancestors, frames = [], connects = [], pictures }: PageRights = {}): Response {
  const answer = new Response(page.body, page);
  const rights = [
    ["connect-src", "'self'", ...connects],
    ["frame-src", "'self'", ...frames],
    ["img-src", "'self'", "data:", ...(pictures === undefined ? [] : ["https:", "http:"])],
    ["frame-ancestors", ancestors ?? "'none'"],
  ].map((directive) => directive.join(" "));
  answer.headers.set("content-security-policy", [PAGE_POLICY, ...rights].join("; "));
  answer.headers.set("cross-origin-opener-policy", "same-origin");
  return answer;
}
