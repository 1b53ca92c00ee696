import { css } from "lit";

/** The ring about somebody, presence's dot, and a slot's square. */
export const ringStyles = css`
  .ring {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 38px;
    aspect-ratio: 1;
    font-size: 12px;
    font-weight: 600;
    color: var(--muted);
  }
  .ring > * {
    grid-area: 1 / 1;
  }
  .ring svg {
    inline-size: 100%;
    block-size: 100%;
  }
  .ring .track {
    stroke: var(--line);
    fill: var(--surface);
  }
  .ring.none .track {
    stroke: none;
  }
  .ring.here .run {
    stroke: var(--good);
  }
  .ring.new .run {
    stroke: var(--accent);
  }
  .ring.held .run {
    stroke: var(--held);
  }
  .ring.m {
    inline-size: 44px;
    font-size: 13px;
  }
  .ring.l {
    inline-size: 72px;
    color: var(--ink);
    font-size: 16px;
  }
  .ring.l svg {
    stroke-width: 2;
  }
  .face {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 34px;
    block-size: 34px;
    border-radius: 50%;
    background: var(--tint);
    font-size: 12px;
    font-weight: 600;
  }
  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--muted);
  }
  .dot.lost,
  .dot.offline {
    border: 2px solid var(--muted);
    background: none;
  }
  .dot.available {
    background: var(--good);
  }
  .dot.busy,
  .dot.away {
    background: var(--held);
  }
  .slot {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
    border: 1.5px solid var(--edge);
    border-radius: 4px;
  }
  .slot.active {
    border-color: var(--accent);
    background: var(--accent);
  }
  .slot.offered {
    border-color: var(--accent);
    border-style: dashed;
  }
  .slot.held {
    border-color: var(--held);
    background: var(--held);
    box-shadow: inset 0 0 0 2px var(--side);
  }
  .slot.wrap-up {
    border-color: var(--muted);
    background: repeating-linear-gradient(45deg, var(--muted) 0 1.5px, transparent 1.5px 4px);
  }
  @media (forced-colors: active) {
    .ring .run {
      stroke: CanvasText;
    }
    .ring .track {
      stroke: GrayText;
      fill: Canvas;
    }
    .dot,
    .slot {
      forced-color-adjust: none;
    }
    .slot {
      border-color: CanvasText;
    }
    .slot.active {
      background: CanvasText;
    }
  }
`;
