import { css } from "lit";
import { tones } from "./plot-styles.ts";

export const insightsStyles = [
  tones,
  css`
    :host {
      display: block;
      block-size: 100%;
      overflow-y: auto;
    }
    .page-body {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
    }
    .filters {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 12px;
    }
    .filters .field > span {
      color: var(--muted);
      font-size: 12px;
      font-weight: 600;
    }
    .filters select {
      inline-size: 100%;
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      border: 1px solid var(--line);
      border-radius: var(--radius-m);
    }
    .tile {
      display: grid;
      align-content: start;
      gap: 2px;
      padding: 16px 20px;
    }
    .tile + .tile {
      border-inline-start: 1px solid var(--line);
    }
    .tile dt {
      color: var(--muted);
      font-size: 13px;
      font-weight: 600;
    }
    .tile strong {
      display: block;
      font-size: 28px;
      font-weight: 650;
      letter-spacing: -0.01em;
      line-height: 1.2;
    }
    .tile dd span {
      font-size: 13px;
    }
    .cards {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 24px;
    }
    .cards > .card {
      align-content: start;
    }
    .returning {
      grid-column: 1 / -1;
    }
    .clocks {
      border-color: color-mix(in oklch, var(--accent) 35%, var(--line));
      background: var(--tint);
      --plot-height: 200px;
    }
    .advice {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 24px;
    }
    .advice p {
      font-size: 15px;
      text-wrap: pretty;
    }
    .advice h3 {
      margin-block-end: 4px;
      color: var(--muted);
      font-size: 12px;
      font-weight: 600;
    }
    .share {
      inline-size: 100%;
      block-size: 14px;
      border-radius: 7px;
      background: var(--surface);
      overflow: hidden;
    }
    .parts {
      display: grid;
      gap: 8px;
    }
    .parts > div {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 16px;
    }
    .parts dt {
      display: flex;
      align-items: baseline;
    }
    .parts .swatch {
      flex: none;
    }
    .parts dd {
      white-space: nowrap;
    }
    .parts dd .muted {
      display: inline-block;
      min-inline-size: 4em;
      text-align: end;
    }
    .stale {
      opacity: 0.5;
    }
    [aria-busy="true"] {
      transition: opacity var(--quick);
    }
    @media (forced-colors: active) {
      .bar {
        forced-color-adjust: none;
      }
      .clocks {
        border-width: 2px;
      }
    }
    @media (width < 820px) {
      .cards,
      .advice {
        grid-template-columns: minmax(0, 1fr);
      }
      .tiles,
      .filters {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .tile:nth-child(odd) {
        border-inline-start: 0;
      }
      .tile:nth-child(n + 3) {
        border-block-start: 1px solid var(--line);
      }
      .tile {
        padding: 12px 16px;
      }
      .tile strong {
        font-size: 22px;
      }
    }
  `,
];
