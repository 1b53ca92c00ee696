import { css } from "lit";

/** The picture of the two clocks. Its colours are those of the console: amber holds, the accent can still be come back to. */
export const clockStyles = css`
  .clocks {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 12px 16px 14px;
    border-radius: var(--radius-m);
    background: var(--side);
  }
  .clocks .after {
    fill: var(--line);
    background: var(--line);
  }
  .clocks .limit {
    fill: color-mix(in oklch, var(--accent) 38%, var(--paper));
    background: color-mix(in oklch, var(--accent) 38%, var(--paper));
  }
  .clocks .hold {
    fill: var(--held);
    background: var(--held);
  }
  .clocks .over {
    fill: var(--bad);
    background: var(--bad);
  }
  .clocks .drop {
    fill: var(--ink);
    background: var(--ink);
  }
  .clocks .mark {
    fill: var(--ink);
  }
  .clocks.off :is(.limit, .hold) {
    fill: var(--edge);
    background: var(--edge);
  }
  .clocks text {
    fill: var(--muted);
    font-size: 12px;
  }
  .clocks figcaption {
    max-inline-size: 72ch;
    font-size: 13px;
    text-wrap: pretty;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    color: var(--muted);
    font-size: 12px;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .legend i {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 3px;
  }
  .legend .drop {
    border-radius: 50%;
  }
  @media (forced-colors: active) {
    .clocks .hold {
      fill: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    .clocks .over {
      fill: LinkText;
      background: LinkText;
      forced-color-adjust: none;
    }
    .clocks :is(.drop, .mark) {
      fill: CanvasText;
      background: CanvasText;
      forced-color-adjust: none;
    }
    .clocks .limit {
      fill: GrayText;
      background: GrayText;
      forced-color-adjust: none;
    }
  }
`;
