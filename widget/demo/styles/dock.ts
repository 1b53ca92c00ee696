import { css } from "lit";

/** Below the screens: what life does, and what each side knows. */
export const dockStyles = css`
  .dock {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 270px;
    gap: 12px;
  }
  .dock section {
    padding: 10px 14px;
    border-radius: var(--radius-m);
    background: var(--paper);
    box-shadow: 0 1px 2px rgb(0 0 0 / 6%);
  }
  .dock h2 {
    margin-block-end: 6px;
    color: var(--muted);
    font-size: 12px;
    font-weight: 600;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 8px;
  }
  .tile {
    position: relative;
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 8px;
    align-items: start;
    justify-content: start;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 62px;
    padding: 8px 10px;
    border-color: var(--line);
    border-radius: 10px;
    background: var(--paper);
    font-weight: 400;
    text-align: start;
  }
  .tile b {
    display: block;
    font-size: 13px;
    line-height: 1.3;
  }
  .tile small {
    display: -webkit-box;
    overflow: hidden;
    margin-block-start: 1px;
    color: var(--muted);
    font-size: 12px;
    line-height: 1.3;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .tile .glyph {
    color: var(--accent);
  }
  .tile[aria-disabled="true"] {
    background: none;
    cursor: default;
  }
  .tile[aria-disabled="true"] b,
  .tile[aria-disabled="true"] .glyph {
    color: var(--muted);
  }
  .tile.on {
    border-color: var(--held);
    background: var(--warn);
  }
  .tile.on :is(b, small, .glyph) {
    color: var(--on-warn);
  }
  .tick {
    position: absolute;
    inset: 6px 6px auto auto;
    display: none;
    color: var(--good);
  }
  .told .tick {
    display: block;
  }
  .told .words {
    padding-inline-end: 12px;
  }
  .tick .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2.4;
  }
  table {
    border-collapse: collapse;
    font-size: 12px;
    line-height: 1.5;
  }
  th,
  td {
    padding: 2px 14px 2px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  tr:last-child :is(th, td) {
    border: 0;
  }
  thead th {
    font-weight: 600;
  }
  td {
    min-inline-size: 84px;
  }
  tbody th {
    color: var(--muted);
  }
  .off {
    color: var(--held-ink);
    font-weight: 600;
  }
  .news {
    block-size: 122px;
    overflow-y: auto;
    font-size: 12px;
  }
  .news li {
    display: grid;
    grid-template-columns: auto 52px minmax(0, 1fr);
    gap: 6px;
    line-height: 1.55;
  }
  .news b {
    font-weight: 600;
  }
  .news time {
    color: var(--muted);
  }
  @media (width < 1360px) {
    .dock {
      grid-template-columns: minmax(0, 1fr) auto 220px;
    }
    td {
      min-inline-size: 66px;
    }
    th,
    td {
      padding-inline-end: 8px;
    }
  }
  @media (height < 860px) and (width >= 1100px) {
    .dock section {
      padding-block: 7px 8px;
    }
    .dock h2 {
      margin-block-end: 3px;
    }
    .tiles {
      gap: 6px;
    }
    .tile {
      gap: 6px;
      min-block-size: 52px;
      padding: 6px 8px;
    }
    .tile small {
      -webkit-line-clamp: 1;
    }
    .news {
      block-size: 108px;
    }
  }
  @media (width < 1100px) {
    .dock {
      grid-template-columns: minmax(0, 1fr);
    }
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    }
  }
`;
