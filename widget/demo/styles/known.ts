import { css } from "lit";

/** What each side knows, and how that came about. */
export const knownStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 12px;
    line-height: 1.5;
  }
  th,
  td {
    padding: 2px 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  th:first-child,
  thead td {
    inline-size: 66px;
  }
  tr:last-child :is(th, td) {
    border: 0;
  }
  thead th {
    font-weight: 600;
  }
  tbody th {
    color: var(--muted);
  }
  .off {
    color: var(--held-ink);
  }
  /* As tall as what stands beside it, and no taller for what is in it. */
  .log {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
  }
  .news {
    block-size: 0;
    min-block-size: 100%;
    overflow-y: auto;
    overflow-wrap: break-word;
    font-size: 12px;
  }
  .news li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 8px;
    color: var(--muted);
    line-height: 1.5;
  }
  .news li:not(:has(time)) {
    display: block;
  }
  .news p {
    grid-column: 2;
    color: var(--ink);
  }
  .news b {
    font-weight: 600;
  }
  @media (width < 1500px) {
    th:first-child,
    thead td {
      inline-size: 60px;
    }
    table {
      font-size: 11px;
      line-height: 18px;
    }
    .news li {
      display: block;
    }
  }
  @media (width < 1100px) {
    .log {
      block-size: 200px;
    }
  }
`;
