import { css } from "lit";

/**
 * What a place beside the chats is made of: a `.page` that scrolls, in it a header, `.card`s, `.tabs`, tables of class `data`
 * (in a `.wide` that scrolls sideways by itself), `.badge`s, and an `.empty` where there is nothing yet.
 */
export const pageParts = css`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 24px;
    max-inline-size: 1080px;
    margin-inline: auto;
    padding: 24px 24px 64px;
  }
  .page > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
  }
  .tabs {
    display: flex;
    gap: 4px;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
  }
  .tabs > * {
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--muted);
    white-space: nowrap;
  }
  .tabs > [aria-selected="true"],
  .tabs > [aria-current]:not([aria-current="false"]) {
    border-color: var(--accent);
    color: var(--ink);
  }
  .wide {
    overflow-x: auto;
  }
  table.data {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .data th,
  .data td {
    padding: 8px 12px 8px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
  }
  .data th {
    color: var(--muted);
    font-size: 12px;
    font-weight: 600;
  }
  .data .number {
    text-align: end;
  }
  .badge {
    display: inline-block;
    padding: 0 8px;
    border-radius: 10px;
    background: var(--surface);
    color: var(--muted);
    font-size: 12px;
    font-weight: 600;
    line-height: 20px;
    white-space: nowrap;
  }
  .badge.on {
    background: var(--accent);
    color: var(--on-accent);
  }
  .notebox {
    padding: 12px 16px;
    border-radius: var(--radius-s);
    background: var(--warn);
    color: var(--on-warn);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 48px 16px;
    color: var(--muted);
    text-align: center;
    text-wrap: balance;
  }
  .empty h2,
  .empty h3 {
    color: var(--ink);
  }
  @media (width < 640px) {
    .page {
      padding: 16px 16px 48px;
    }
    .card {
      padding: 16px;
    }
  }
`;
