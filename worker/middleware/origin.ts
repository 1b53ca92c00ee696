import type { Context, MiddlewareHandler } from "hono";
import { check } from "#protocol/decode.ts";
import { Id } from "#protocol/basics.ts";
import type { WidgetSettings } from "#protocol/settings.ts";
import type { AppEnv } from "./app-env.ts";
import { problem } from "./problem.ts";
import { readWidget } from "./settings-cache.ts";

/**
 * May a request with this `Origin` header use the widget? Browsers send the header with every request to another origin and with
 * every socket, and pages cannot change it; so whatever comes without one is no page of a foreign site, and what it may do is
 * decided by its credential alone. `null`, as sandboxed frames and files say, is an origin like any other that is not on the list.
 */
export function isAllowedOrigin(widget: Pick<WidgetSettings, "origins">, origin: string | undefined): boolean {
  return origin === undefined || widget.origins.includes(origin);
}

/** The same for a request, where the demo is on also for its own page, whatever port it is served on. */
export function mayUse(c: Context<AppEnv>, widget: Pick<WidgetSettings, "origins">): boolean {
  const origin = c.req.header("origin");
  return isAllowedOrigin(widget, origin) || (c.env.DEMO === "on" && origin === new URL(c.req.url).origin);
}

/** Lets the page on exactly this origin read the answer. No cookies: the widget API has none. */
export function allowOrigin(c: Context, origin: string | undefined): void {
  c.header("vary", "Origin", { append: true });
  if (origin !== undefined) c.header("access-control-allow-origin", origin);
}

/** Answers a preflight. Grants nothing by itself: the request that follows is judged again. */
export function answerPreflight(c: Context, origin: string | undefined): Response {
  allowOrigin(c, origin);
  c.header("access-control-allow-methods", "GET, POST");
  c.header("access-control-allow-headers", "Authorization, Content-Type");
  c.header("access-control-max-age", "600");
  return c.body(null, 204);
}

/** For whoever puts the widget there and looks into the browser's console, since the page itself shows nothing. */
function saidOf(origin: string): string {
  // A file, or a frame that is shut off: there is nothing that could be allowed.
  if (origin === "null") return "A page without an origin may not use this widget.";
  return `${origin} may not use this widget. Allow it in Rejoin's console: Settings, the widget, Get the code.`;
}

/**
 * For each path of the widget API that has `:widgetId`, all methods: finds the widget (`c.var.widget`), refuses origins that it
 * does not allow, answers preflights, and lets the allowed page read the answer, errors included.
 */
export const widgetOrigin: MiddlewareHandler<AppEnv> = async function widgetOrigin(c, next) {
  const widgetId = check(Id, c.req.param("widgetId"));
  const known = widgetId.ok ? await readWidget(c.env, widgetId.value, Date.now()) : null;
  const reading = known?.removed === true ? null : known;
  // That there is nothing for it here is what any page may read: its widget then draws nothing, and its owner is told why.
  if (c.req.method === "GET" && (reading === null || !mayUse(c, reading.widget))) {
    c.header("access-control-allow-origin", "*");
  }
  if (reading === null) return problem(c, "not-found");
  const origin = c.req.header("origin");
  if (!mayUse(c, reading.widget)) {
    c.header("vary", "Origin");
    return problem(c, "forbidden-origin", { detail: saidOf(origin ?? "null") });
  }
  if (c.req.method === "OPTIONS") return answerPreflight(c, origin);
  allowOrigin(c, origin);
  c.set("widget", reading);
  await next();
  return undefined;
};
