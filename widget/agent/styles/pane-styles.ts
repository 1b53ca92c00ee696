import { css } from "lit";

/** How the open conversation looks. */
export const paneStyles = css`
  .pane {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  }
  .pane > header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 68px;
    padding: 10px 16px;
    border-block-end: 1px solid var(--line);
  }
  .pane .who {
    flex: 1;
    min-inline-size: 0;
  }
  .pane .who > p,
  .title > h2 {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .verified {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
  }
  .pane > header .buttons {
    flex: none;
    flex-wrap: nowrap;
    gap: 6px;
  }
  .details {
    display: none;
  }
  .pane rejoin-log {
    --bubble: var(--tint);
    --on-bubble: var(--ink);
  }
  .pane > footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 4px 16px 8px;
  }
  .pane > footer > p {
    min-block-size: 20px;
  }
  @media (pointer: coarse) {
    .by-keys {
      visibility: hidden;
    }
  }
  .hold {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 10px 14px;
    border: 1px solid color-mix(in oklch, var(--held) 35%, transparent);
    border-radius: var(--radius-m);
    background: var(--warn);
    color: var(--on-warn);
    animation: rise var(--quick);
  }
  .hold > div {
    flex: 1 1 240px;
  }
  .hold .ring {
    color: var(--on-warn);
    font-size: 12px;
  }
  .hold .ring .track {
    fill: none;
    stroke: color-mix(in oklch, var(--held) 25%, transparent);
  }
  .hold button {
    color: var(--ink);
  }
  @container (inline-size < 1120px) {
    .details {
      display: inline-flex;
    }
  }
  /* Still said to whoever listens. */
  @container (inline-size < 960px) {
    .where-room {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .badge.verified {
      padding: 3px;
    }
  }
  /* Two columns with little room: who it is comes before what can be done. */
  @container (720px <= inline-size < 960px) {
    .pane > header .transfer.wide-only,
    .pane > header kbd {
      display: none;
    }
    .pane > header .transfer.narrow-only {
      display: inline-flex;
    }
  }
  @container (inline-size < 720px) {
    .pane > header {
      gap: 8px;
      min-block-size: 56px;
      padding: 8px 8px;
    }
    .pane h2 {
      font-size: 15px;
    }
    .pane > header .ring {
      inline-size: 36px;
      font-size: 12px;
    }
    .pane > header .buttons {
      gap: 2px;
    }
    .pane > footer {
      padding: 4px 8px 4px;
    }
  }
`;
