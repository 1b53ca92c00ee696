import { html, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";

/** The console's small set: 20 px, strokes of 1.5. */
const PATHS = {
  chats: svg`<path d="M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3.5 3v-3a2 2 0 0 1-2-2z" />`,
  insights: svg`<path d="M3.5 16.5h13M5.5 13.5v-4M10 13.5v-9M14.5 13.5v-6" />`,
  settings: svg`<path d="M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7" /><circle cx="12.5" cy="6" r="2" /><circle cx="7.5" cy="14" r="2" />`,
  search: svg`<circle cx="9" cy="9" r="5" /><path d="m13 13 3.5 3.5" />`,
  keys: svg`<rect x="2.5" y="5" width="15" height="10" rx="2" /><path d="M6 8.5h0M10 8.5h0M14 8.5h0M7 12h6" stroke-width="1.8" />`,
  sound: svg`<path d="M3.5 8v4h2.5l4 3V5L6 8zM13 7.5a3.5 3.5 0 0 1 0 5M15 5.500a6.5 6.5 0 0 1 0 9" />`,
  muted: svg`<path d="M3.5 8v4h2.5l4 3V5L6 8zM13 8l4 4M17 8l-4 4" />`,
  bell: svg`<path d="M5.5 13.500V9a4.5 4.5 0 0 1 9 0v4.500l1.5 1.500H4zM8.5 17h3" />`,
  sun: svg`<circle cx="10" cy="10" r="3" /><path d="M10 3v1.500M10 15.500V17M3 10h1.500M15.5 10H17M5 5l1 1M14 14l1 1M15 5l-1 1M6 14l-1 1" />`,
  moon: svg`<path d="M16 11.500A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.500z" />`,
  auto: svg`<circle cx="10" cy="10" r="6.5" /><path d="M10 3.500v13a6.5 6.5 0 0 0 0-13z" fill="currentColor" stroke="none" />`,
  leave: svg`<path d="M8.5 3.500h-3a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h3M8 10h8.500M13.5 7l3 3-3 3" />`,
  back: svg`<path d="m12 5-5 5 5 5" />`,
  more: svg`<path d="M5 10h0M10 10h0M15 10h0" stroke-width="2.2" />`,
  close: svg`<path d="m5.5 5.5 9 9M14.5 5.500l-9 9" />`,
  link: svg`<path d="M8.5 11.500a3 3 0 0 0 4.300 0l2.300-2.300a3 3 0 0 0-4.300-4.300l-1 1M11.5 8.500a3 3 0 0 0-4.300 0l-2.300 2.300a3 3 0 0 0 4.300 4.300l1-1" />`,
  note: svg`<path d="M4.5 3.500h11v8l-4 4h-7zM15.5 11.500h-4v4" />`,
  slash: svg`<rect x="3" y="3" width="14" height="14" rx="4" /><path d="m11.5 6.5-3 7" />`,
  send: svg`<path d="M10 16V4.500M5 9.500l5-5 5 5" />`,
  transfer: svg`<path d="M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3" />`,
  person: svg`<circle cx="10" cy="7" r="3" /><path d="M4 16.500a6 6 0 0 1 12 0" />`,
  panel: svg`<rect x="3" y="3.5" width="14" height="13" rx="2" /><path d="M12 3.5v13" />`,
  check: svg`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

/** Drawn in the colour of the text beside it; says nothing by itself. */
export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${PATHS[name]}
  </svg>`;
}
