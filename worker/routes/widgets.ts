import { Hono } from "hono";
import type { PublicWidget } from "#protocol/bodies.ts";
import type { AppEnv } from "../middleware/app-env.ts";

/** `GET /v1/widgets/:widgetId`: what any page may know of a widget. */
export const widgets = new Hono<AppEnv>().get("/:widgetId", (c) => {
  const { widgetId, widget } = c.var.widget;
  const answer: PublicWidget = {
    widgetId,
    name: widget.name,
    reconnect: widget.reconnect.enabled,
    accent: widget.looks.accent,
    position: widget.looks.position,
    theme: widget.looks.theme,
    logo: widget.looks.logo,
    greeting: widget.texts.greeting,
    hint: widget.texts.hint,
  };
  return c.json(answer, 200, { "cache-control": "max-age=60" });
});
