import { Hono } from "hono";
import type { PublicWidget } from "#protocol/bodies.ts";
import { nearestLanguage } from "../core/language.ts";
import { launcherWords } from "../core/launcher-words.ts";
import type { AppEnv } from "../middleware/app-env.ts";

/** Longer than any tag of a language that there is. */
const TAG_CHARS = 35;

/** `GET /v1/widgets/:widgetId?lang=de-AT,en`: what any page may know of a widget, and in which language it speaks. */
export const widgets = new Hono<AppEnv>().get("/:widgetId", (c) => {
  const { widget } = c.var.widget;
  const tags = (c.req.query("lang") ?? "").split(",").filter((tag) => tag.length <= TAG_CHARS);
  const language = nearestLanguage(tags);
  const answer: PublicWidget = {
    name: widget.name,
    reconnect: widget.reconnect.enabled,
    accent: widget.looks.accent,
    position: widget.looks.position,
    theme: widget.looks.theme,
    logo: widget.looks.logo,
    greeting: widget.texts.greeting,
    hint: widget.texts.hint,
    language,
    launcher: launcherWords(language),
  };
  return c.json(answer, 200, { "cache-control": "max-age=60" });
});
