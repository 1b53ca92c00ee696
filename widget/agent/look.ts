import { css } from "lit";

/**
 * Colours, type and spacing of everything here: the console's places look like one product by these names. An owner sets
 * `--rejoin-accent`; the rest follows from it, and the neutrals carry a breath of its hue.
 */
export const look = css`
  :host {
    --owner: var(--rejoin-accent, #3b6fd4);
    --accent: light-dark(var(--owner), color-mix(in oklch, var(--owner) 66%, white));
    /* Black or white, whichever can be read on the accent. */
    --on-accent: oklch(from var(--accent) clamp(0.14, (0.568 - l) * 1000, 1) 0 h);
    /* Where one works, what stands beside it, what lies in it. */
    --paper: light-dark(#fff, oklch(from var(--owner) 0.205 0.012 h));
    --side: light-dark(oklch(from var(--owner) 0.981 0.005 h), oklch(from var(--owner) 0.17 0.012 h));
    --surface: light-dark(oklch(from var(--owner) 0.961 0.007 h), oklch(from var(--owner) 0.26 0.014 h));
    --raised: light-dark(#fff, oklch(from var(--owner) 0.235 0.013 h));
    --tint: color-mix(in oklch, var(--accent) 13%, var(--paper));
    --ink: light-dark(oklch(from var(--owner) 0.21 0.014 h), oklch(from var(--owner) 0.945 0.006 h));
    --muted: light-dark(oklch(from var(--owner) 0.49 0.02 h), oklch(from var(--owner) 0.725 0.018 h));
    --line: light-dark(oklch(from var(--owner) 0.915 0.009 h), oklch(from var(--owner) 0.315 0.016 h));
    /* The edge of what one types or presses: to be told from the ground at 3:1. */
    --edge: light-dark(oklch(from var(--owner) 0.66 0.02 h), oklch(from var(--owner) 0.53 0.02 h));
    --warn: light-dark(#fbf1e2, #34291b);
    --on-warn: light-dark(#69420f, #f1d2a2);
    --bad: light-dark(#b3261e, #ff9d93);
    --bad-tint: color-mix(in oklch, var(--bad) 10%, var(--paper));
    --good: light-dark(#1f8049, #5cc787);
    --held: light-dark(#c07a17, #e5a84b);
    --held-ink: light-dark(#8f5409, #eeb968);
    --note: light-dark(#fbf4d8, #2e2b1a);
    --on-note: light-dark(#4d4210, #ece0ae);
    --radius-s: 8px;
    --radius-m: 14px;
    --radius-l: 20px;
    --float: 0 1px 2px rgb(0 0 0 / 8%), 0 8px 28px rgb(0 0 0 / 16%);
    --quick: 140ms ease-out;
    color: var(--ink);
    background: var(--paper);
    font:
      14px/1.45 system-ui,
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
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 22px;
    line-height: 1.25;
  }
  h2 {
    font-size: 17px;
    line-height: 1.3;
  }
  h3 {
    font-size: 13px;
  }
  svg {
    display: block;
    flex: none;
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
  .tiny {
    font-size: 12px;
  }
  .bad {
    color: var(--bad);
  }
  .good {
    color: var(--good);
  }
`;
