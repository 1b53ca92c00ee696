import type { PublicWidget } from "#protocol/bodies.ts";
import type { RejoinChat } from "./rejoin-chat.ts";
import common from "./launcher.css";

/** The root's style: the element's attributes go before the owner's settings, and those before ours. */
export function looks(
  element: RejoinChat,
  { accent = "#3b6fd4", position, theme = "auto" }: Partial<PublicWidget>,
): string {
  const side = (element.position ?? position) === "left" ? "left" : "right";
  const scheme = element.theme ?? theme;
  return `${common}:host{--_accent:var(--rejoin-accent,${accent});--_side:${side};--_${side}:calc(var(--rejoin-offset-inline,20px) + env(safe-area-inset-${side}));color-scheme:${scheme === "auto" ? "light dark" : scheme}!important}`;
}
