import { css } from "lit";

/** How offers, own conversations and the queue look. */
export const listStyles = css`
  .lists {
    overflow-y: auto;
    padding: 8px;
    border-inline-end: 1px solid var(--line);
    background: color-mix(in srgb, var(--surface) 50%, var(--paper));
  }
  .lists h3 {
    display: flex;
    justify-content: space-between;
    padding: 12px 8px 4px;
    font-size: 12px;
    color: var(--muted);
  }
  .lists .empty {
    padding: 0 8px;
  }
  .row,
  .offer,
  .queued {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 6px 8px;
    border: 0;
    border-radius: 8px;
    background: none;
    text-align: start;
  }
  .row:hover {
    background: var(--surface);
  }
  .row.selected {
    background: var(--tint);
  }
  .queued button {
    grid-area: 1 / 3 / span 2;
    min-block-size: 28px;
  }
  .offer {
    background: var(--tint);
    margin-block-end: 4px;
  }
  .offer .buttons {
    grid-column: 1 / -1;
  }
  .name {
    font-weight: 600;
  }
  .name,
  .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .words {
    font-size: 13px;
  }
  .mark {
    font-size: 12px;
    color: var(--muted);
    text-align: end;
  }
  .mark.active.gone {
    color: var(--held);
    font-weight: 600;
  }
  .count {
    justify-self: end;
    min-inline-size: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 12px;
    text-align: center;
  }
`;
