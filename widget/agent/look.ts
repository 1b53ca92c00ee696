import { css } from "lit";

/** Colours, type and spacing of everything here. An owner sets `--rejoin-accent`; the rest follows from it. */
export const look = css`
  :host {
    --accent: light-dark(var(--rejoin-accent, #3b6fd4), color-mix(in oklch, var(--rejoin-accent, #3b6fd4) 72%, white));
    --on-accent: light-dark(#fff, #0d1220);
    --paper: light-dark(#fff, #14171f);
    --surface: light-dark(#f2f3f7, #22262f);
    --tint: color-mix(in srgb, var(--accent) 15%, var(--paper));
    --ink: light-dark(#16181d, #eceef3);
    --muted: light-dark(#5a6070, #a0a6b4);
    --line: light-dark(#e2e5ec, #2c313c);
    --warn: light-dark(#fbf0df, #332a1c);
    --on-warn: light-dark(#6b4410, #f0cf9b);
    --bad: light-dark(#b3261e, #ff9a8f);
    --good: light-dark(#1f8a4c, #58c583);
    --held: light-dark(#c27a12, #e5a84b);
    color: var(--ink);
    background: var(--paper);
    font:
      15px/1.45 system-ui,
      sans-serif;
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  /* Read out, not seen. */
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 13px;
  }
  .bad {
    color: var(--bad);
  }
`;
