import type { html, nothing, TemplateResult } from "lit/html.js";
import type { Ring } from "../panel/ring.ts";
import type { MoreTexts } from "../texts/texts.ts";

/**
 * What the panel hands over to the screens that load on need. They import nothing at run time that the panel has as well:
 * the bundler would move that into a third file, and the first opening would wait for one more round trip.
 */
export interface Tools {
  html: typeof html;
  nothing: typeof nothing;
  /** A drawing of the set, by its path. */
  icon(path: string): TemplateResult;
  /** Somebody's initials in the ring that runs out with the hold. */
  ring(initials: string, ring: Ring): TemplateResult;
  /** Draws the panel anew. */
  redraw(): void;
}

/** The tools, and what the screens say. */
export interface Kit extends Tools {
  more: MoreTexts;
}

export type Drawn = TemplateResult | typeof nothing;
