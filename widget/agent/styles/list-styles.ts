import { css } from "lit";

/** How offers, own conversations, the queue and past conversations look in a list. */
export const listStyles = css`
  .left {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    border-inline-end: 1px solid var(--line);
    background: var(--side);
  }
  .mine {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 10px;
    padding: 8px 12px;
  }
  .mine > div {
    display: contents;
  }
  .mine > .face {
    grid-row: span 2;
  }
  .mine .capacity > summary {
    min-block-size: 28px;
  }
  .mine .presence {
    grid-column: 2 / -1;
    grid-row: 2;
    justify-self: start;
  }
  .mine h2 {
    overflow: hidden;
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .squares {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    max-inline-size: 92px;
  }
  .finder {
    grid-column: 1 / -1;
    justify-content: start;
    margin-block-start: 8px;
    border-color: transparent;
    background: var(--surface);
    color: var(--muted);
    font-weight: 400;
  }
  .finder kbd {
    margin-inline-start: auto;
  }
  .list,
  .finding {
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0 8px 16px;
  }
  .list h3 {
    display: flex;
    justify-content: space-between;
    padding: 14px 8px 4px;
    font-size: 12px;
    color: var(--muted);
  }
  .so-far {
    padding: 4px 8px;
  }
  .row {
    display: grid;
    grid-template: auto auto / auto minmax(0, 1fr) auto;
    gap: 0 10px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 56px;
    padding: 8px;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    font-weight: 400;
    text-align: start;
  }
  button.row:hover {
    background: var(--surface);
  }
  button.row.selected {
    background: var(--tint);
  }
  .row > .ring {
    grid-area: 1 / 1 / span 2;
  }
  .row > .name {
    grid-area: 1 / 2;
    font-weight: 600;
  }
  /* Beside the time alone, which is short: what stands beneath it may be long. */
  .row:not(.queued) > .name {
    grid-area: 1 / 2 / auto / span 2;
    padding-inline-end: 36px;
  }
  .row > .words {
    grid-area: 2 / 2;
    color: var(--muted);
    font-size: 13px;
  }
  .row.unread > .words {
    color: var(--ink);
  }
  .name,
  .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row > time {
    grid-area: 1 / 3;
    justify-self: end;
    color: var(--muted);
    font-size: 12px;
  }
  .row > .mark,
  .row > .count {
    grid-area: 2 / 3;
    justify-self: end;
  }
  .mark {
    color: var(--muted);
    font-size: 12px;
    white-space: nowrap;
  }
  .mark.held {
    color: var(--held-ink);
    font-weight: 600;
  }
  .count {
    min-inline-size: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 12px;
    font-weight: 600;
    line-height: 20px;
    text-align: center;
  }
  .row.offer {
    margin-block-end: 4px;
    background: var(--tint);
  }
  .offer > .buttons {
    grid-area: 3 / 2 / auto / span 2;
    margin-block-start: 8px;
  }
  .queued > .mark {
    grid-area: 1 / 3;
  }
  .queued > .take {
    grid-area: 2 / 3;
    min-block-size: 26px;
    padding: 0 10px;
    font-size: 13px;
  }
  @media (forced-colors: active) {
    button.row.selected,
    .row.offer {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
