import { html, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";
import type { StoryId } from "./story.ts";

/** On a grid of 20 with strokes of 1.5, like the console's. */
const PATHS = {
  hello: svg`<path d="M3.5 5.500a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3.500 3v-3a2 2 0 0 1-2-2zM7 7.500h6M7 10h3.500" />`,
  cable: svg`<path d="M2.500 10h3.500M6 7v6a3 3 0 0 0 3-3 3 3 0 0 0-3-3ZM8.500 8.500H11M8.500 11.500H11M17.500 10H15M15 6.500v7a3.500 3.500 0 0 1-1.800-3.500A3.500 3.500 0 0 1 15 6.500Z" />`,
  wifi: svg`<path d="M3 3l14 14M2.800 8.200A11 11 0 0 1 6.500 6M9.500 5.100A11 11 0 0 1 17.200 8.200M5.500 11a7 7 0 0 1 3-1.800M12.600 9.700a7 7 0 0 1 1.900 1.300M8.200 13.700a3 3 0 0 1 3.600 0M10 16h.01" />`,
  hang: svg`<path d="M6 3.500h8M6 16.500h8M7 3.500v2.200c0 1 .6 1.700 1.400 2.300L10 9.200l1.600-1.200C12.400 7.400 13 6.700 13 5.700V3.500M7 16.500v-2.200c0-1 .6-1.700 1.400-2.300l1.600-1.200 1.600 1.200c.8.600 1.400 1.300 1.400 2.300v2.200" />`,
  close: svg`<path d="M3 15.500V8.500h2.500v-2a2 2 0 0 1 2-2h5a2 2 0 0 1 2 2v2H17v7ZM8.200 10.200l3.600 3.600M11.800 10.200l-3.600 3.600" />`,
  link: svg`<path d="M11 3.500h4a1.500 1.500 0 0 1 1.500 1.500v10a1.500 1.500 0 0 1-1.500 1.500h-4A1.500 1.500 0 0 1 9.500 15v-1M9.500 6V5A1.500 1.500 0 0 1 11 3.500M2.500 10h8M7.700 7.200 10.500 10l-2.800 2.800" />`,
  "sign-in": svg`<circle cx="8.500" cy="7" r="3" /><path d="M3 16.500a5.500 5.500 0 0 1 9-4.200M12.500 15l1.800 1.800 3.200-3.600" />`,
  late: svg`<circle cx="10" cy="10.500" r="6.500" /><path d="M10 6.800v3.700l2.500 1.500M4 4l1.500-1.200M16 4l-1.500-1.200" />`,
  agent: svg`<path d="M4 11.500V10a6 6 0 0 1 12 0v1.500M4 11.500A1.500 1.500 0 0 1 5.500 10H6v4.500h-.5A1.500 1.500 0 0 1 4 13ZM16 11.500a1.500 1.500 0 0 0-1.500-1.500H14v4.500h.5A1.500 1.500 0 0 0 16 13ZM14.500 14.500c0 1.500-1.500 2.200-3.500 2.200" />`,
  server: svg`<path d="M4.500 3.500h11v5h-11zM4.500 11.500h11v5h-11zM7 6h.01M7 14h.01M10 6h3M10 14h3" />`,
  check: svg`<path d="m4.500 10.500 3.500 3.500 7.500-8" />`,
  phone: svg`<path d="M6.500 2.500h7a1.500 1.500 0 0 1 1.500 1.500v12a1.500 1.500 0 0 1-1.500 1.500h-7A1.500 1.500 0 0 1 5 16V4a1.500 1.500 0 0 1 1.500-1.500ZM9 15.500h2" />`,
  shut: svg`<path d="m5.500 5.500 9 9M14.500 5.500l-9 9" />`,
  out: svg`<path d="M8 4.500H5A1.500 1.500 0 0 0 3.500 6v9A1.500 1.500 0 0 0 5 16.500h9a1.500 1.500 0 0 0 1.500-1.500v-3M11.500 3.500h5v5M16.500 3.500 9 11" />`,
} satisfies Record<StoryId | "check" | "phone" | "shut" | "out", SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

/** Drawn in the colour of the text beside it; says nothing by itself. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${PATHS[name]}</svg>`;
}
