import type { PublicWidget } from "#protocol/bodies.ts";
import sheet from "./launcher.css";

/** Until the owner's own are known. */
const DEFAULTS = { accent: "#3b6fd4", position: "right", theme: "auto" } as const;

/** What all chats of the page share. */
let common: CSSStyleSheet | undefined;

/** Gives the root its looks, and returns what says them anew: the element's attributes go before the owner's settings. */
export function dress(root: ShadowRoot): (settings: PublicWidget | null) => void {
  const own = new CSSStyleSheet();
  if (common === undefined) (common = new CSSStyleSheet()).replaceSync(sheet);
  root.adoptedStyleSheets = [common, own];
  return (settings) => {
    const { accent, position, theme } = settings ?? DEFAULTS;
    const says = (name: string, otherwise: string): string => root.host.getAttribute(name) ?? otherwise;
    const isLeft = says("position", position) === "left";
    const scheme = says("theme", theme);
    own.replaceSync(`:host{
      --_accent: var(--rejoin-accent, ${accent});
      --_left: ${isLeft ? "var(--_edge)" : "auto"};
      --_right: ${isLeft ? "auto" : "var(--_edge)"};
      --_side: ${isLeft ? "left" : "right"};
      color-scheme: ${scheme === "dark" || scheme === "light" ? scheme : "light dark"};
    }`);
  };
}
