import { css } from "lit";

/** The page as a whole, and its head: what happens, what to watch for, what to press. */
export const demoStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 14px;
    block-size: 100dvh;
    min-block-size: 700px;
    padding: 14px 16px;
    box-sizing: border-box;
    background: linear-gradient(
      160deg,
      light-dark(#e4edf8, oklch(0.19 0.03 260)),
      light-dark(#e6e3f4, oklch(0.16 0.025 290)) 70%
    );
  }
  .icon {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .alone {
    place-self: center;
  }
  .top {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    gap: 24px;
    align-items: center;
    min-block-size: 84px;
    padding: 8px 18px;
    border-radius: var(--radius-m);
    background: var(--paper);
    box-shadow: 0 1px 2px rgb(0 0 0 / 6%);
  }
  .brand {
    display: flex;
    gap: 10px;
    align-items: center;
    font-size: 17px;
    letter-spacing: -0.01em;
  }
  .mark {
    inline-size: 30px;
    fill: none;
    stroke-width: 3.2;
    stroke-linecap: round;
  }
  .mark .track {
    stroke: var(--line);
  }
  .mark .arc {
    stroke: var(--accent);
    stroke-dasharray: 74 100;
    transform: rotate(-90deg);
    transform-origin: center;
  }
  .mark .core {
    fill: var(--accent);
  }
  .guide h1 {
    font-size: 17px;
    line-height: 1.3;
  }
  .guide p {
    max-inline-size: 68ch;
    color: var(--muted);
    line-height: 1.4;
    text-wrap: pretty;
  }
  .guide p.bad {
    color: var(--bad);
  }
  .guide p.stuck {
    color: var(--held-ink);
  }
  .signs {
    display: grid;
    gap: 2px;
    min-inline-size: 250px;
    font-size: 13px;
    line-height: 1.4;
  }
  .signs:has(:nth-child(4)) {
    gap: 0;
    font-size: 12px;
  }
  .signs:empty {
    display: none;
  }
  .signs li {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
    color: var(--muted);
  }
  .signs .next {
    color: var(--ink);
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 16px;
    block-size: 16px;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
  }
  .next .dot {
    border-color: var(--held);
    border-inline-start-color: transparent;
  }
  .seen .dot {
    border-color: var(--good);
    background: var(--good);
    color: var(--paper);
  }
  .seen .dot .icon {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 3;
  }
  .after {
    font-size: 12px;
  }
  .go {
    min-block-size: 48px;
    padding-inline: 20px;
    border-radius: 12px;
    font-size: 15px;
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .next .dot {
      animation: turn 1.2s linear infinite;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
  }
  @media (width < 1100px) {
    :host {
      block-size: auto;
      min-block-size: 100dvh;
    }
    .top {
      position: sticky;
      z-index: 2;
      inset-block-start: 8px;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 8px 16px;
      box-shadow: var(--float);
    }
    .brand {
      display: none;
    }
    .signs {
      order: 3;
      grid-column: 1 / -1;
    }
  }
  @media (width < 560px) {
    .top {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
