import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./app-env.ts";

/** What our own pages may load: their own scripts and styles, their own server's answers and sockets, nothing else. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join("; ");

/** The preview of a chat shows an owner's logo, which may lie anywhere, and is shown in a frame by our settings page alone. */
const PREVIEW_POLICY = PAGE_POLICY.replace("img-src 'self' data:", "img-src 'self' data: https: http:");

export function asPreview(page: Response): Response {
  return asPage(page, "'self'", PREVIEW_POLICY);
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

/**
 * A page of ours (HTML from the assets) with its content policy. `frameAncestors`: who may show it in a frame; the console is
 * for nobody's frames, so that no click in it can be stolen.
 */
export function asPage(page: Response, frameAncestors: "'none'" | "'self'" = "'none'", policy = PAGE_POLICY): Response {
  const answer = new Response(page.body, page);
  answer.headers.set("content-security-policy", `${policy}; frame-ancestors ${frameAncestors}`);
  answer.headers.set("cross-origin-opener-policy", "same-origin");
  return answer;
}
