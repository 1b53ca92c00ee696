import { css } from "lit";

/** How the console is laid out: two columns, folded to one where there is no room for both. */
export const consoleStyles = css`
  :host {
    container-type: inline-size;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    overflow: hidden;
    font-size: 14px;
  }
  .door {
    place-self: center;
    display: grid;
    gap: 12px;
    inline-size: min(100% - 32px, 400px);
    padding: 24px;
    grid-row: 1 / -1;
  }
  .door:not(p) {
    border: 1px solid var(--line);
    border-radius: 14px;
  }
  p.door {
    text-align: center;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 8px 16px;
    border-block-end: 1px solid var(--line);
  }
  .top h2 {
    font-size: 15px;
  }
  .top > button {
    margin-inline-start: auto;
  }
  .presence {
    position: relative;
  }
  .presence > summary,
  .choice {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .presence > summary {
    min-block-size: 32px;
    padding: 2px 10px;
    border: 1px solid var(--line);
  }
  .presence > summary::after {
    content: "▾";
    color: var(--muted);
  }
  .presence > div {
    inset-inline: 0 auto;
    gap: 4px;
    inline-size: 200px;
  }
  .choice {
    border-color: transparent;
  }
  .choice[aria-pressed="true"] {
    background: var(--surface);
    font-weight: 600;
  }
  .dot {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--muted);
  }
  .dot.lost {
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
  .slots {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .slot {
    inline-size: 14px;
    block-size: 14px;
    border: 1.5px solid var(--line);
    border-radius: 4px;
  }
  .slot.active,
  .slot.offered {
    border-color: var(--accent);
    background: var(--accent);
  }
  .slot.offered {
    opacity: 0.5;
  }
  .slot.held {
    border-color: var(--held);
    background: var(--held);
    box-shadow: inset 0 0 0 2px var(--paper);
  }
  .slot.wrap-up {
    border-color: var(--muted);
    background: repeating-linear-gradient(45deg, var(--muted) 0 1.5px, transparent 1.5px 4px);
  }
  .place,
  .chats {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }
  .place > * {
    min-block-size: 0;
  }
  .body {
    display: grid;
    grid-template-columns: 280px minmax(0, 1fr);
    min-block-size: 0;
  }
  .said,
  .notice {
    padding: 6px 16px;
    background: var(--tint);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .said {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
  .notice {
    background: var(--warn);
    color: var(--on-warn);
  }
  .choose {
    place-self: center;
  }
  .fold {
    display: none;
  }
  @container (inline-size < 640px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    .body.chosen .lists,
    .body:not(.chosen) .choose {
      display: none;
    }
    .fold {
      display: inline-block;
    }
  }
`;
