import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SESSION_MS } from "../objects/organisation/accounts.ts";

/**
 * The agents' session cookie. `__Host-` makes browsers refuse it unless it is Secure, for this host alone and set by it; that
 * cannot be had on `http://localhost`, so there, and only there, the plain name is used.
 */
const NAME = "rejoin";

/** Whether the page is served by this machine itself, under a name that leads nowhere else. */
export function isLoopbackHttp(c: Context): boolean {
  const { protocol, hostname } = new URL(c.req.url);
  return (
    protocol === "http:" &&
    (hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "127.0.0.1" || hostname === "[::1]")
  );
}

/** The session's secret, or null. */
export function readSessionCookie(c: Context): string | null {
  return (isLoopbackHttp(c) ? getCookie(c, NAME) : getCookie(c, NAME, "host")) ?? null;
}

export function setSessionCookie(c: Context, secret: string): void {
  const shared = { path: "/", httpOnly: true, sameSite: "Lax", maxAge: SESSION_MS / 1_000 } as const;
  setCookie(c, NAME, secret, isLoopbackHttp(c) ? shared : { ...shared, prefix: "host", secure: true });
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, NAME, isLoopbackHttp(c) ? { path: "/" } : { path: "/", prefix: "host", secure: true });
}
