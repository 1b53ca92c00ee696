import { css } from "lit";

/** What the tones of the figures are, here and in the bars beside them. */
export const tones = css`
  :host {
    --tone-kept: var(--accent);
    --tone-later: var(--held);
    --tone-lost: light-dark(oklch(from var(--owner) 0.78 0.012 h), oklch(from var(--owner) 0.45 0.014 h));
    --tone-plain: color-mix(in oklch, var(--accent) 70%, var(--paper));
  }
  .swatch {
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 3px;
    forced-color-adjust: none;
  }
  .kept {
    --tone: var(--tone-kept);
  }
  .later {
    --tone: var(--tone-later);
  }
  .lost {
    --tone: var(--tone-lost);
  }
  .plain {
    --tone: var(--tone-plain);
  }
  .swatch,
  .bar {
    background: var(--tone);
    fill: var(--tone);
  }
  @media (forced-colors: active) {
    :host {
      --tone-kept: LinkText;
      --tone-later: CanvasText;
      --tone-lost: GrayText;
      --tone-plain: VisitedText;
      --ink: CanvasText;
      --muted: CanvasText;
      --line: GrayText;
    }
  }
`;

export const plotStyles = [
  tones,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      background: none;
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      color: var(--muted);
      font-size: 13px;
    }
    .canvas[hidden],
    .legend[hidden] {
      display: none;
    }
    .canvas {
      block-size: var(--plot-height, 200px);
      min-inline-size: 0;
      overflow: hidden;
    }
    /* On the line of "Numbers", which always stands there: nothing moves when something is pointed at. */
    .pointed {
      min-block-size: 24px;
      margin-block-end: -32px;
      padding-inline-start: 88px;
      overflow: hidden;
      line-height: 24px;
      text-align: end;
      text-overflow: ellipsis;
      white-space: nowrap;
      pointer-events: none;
    }
    .probes {
      position: absolute;
      visibility: hidden;
      pointer-events: none;
    }
    .ink {
      --tone: var(--ink);
    }
    .muted {
      --tone: var(--muted);
    }
    .line {
      --tone: var(--line);
    }
    .paper {
      --tone: var(--paper);
    }
    .u-hz .u-cursor-x {
      border-color: var(--edge);
    }
    details {
      justify-self: stretch;
      font-size: 13px;
    }
    summary {
      inline-size: max-content;
      color: var(--muted);
      line-height: 24px;
      cursor: pointer;
    }
    details .wide {
      max-block-size: 320px;
      margin-block-start: 8px;
      overflow: auto;
    }
    tbody th {
      color: var(--ink);
      font-weight: 400;
    }
  `,
];
