import { css } from "lit";

/** How the two sides stand next to each other. */
export const demoStyles = css`
  :host {
    display: block;
    max-inline-size: 1240px;
    margin-inline: auto;
    padding: 16px;
  }
  h1 {
    font-size: 22px;
    line-height: 1.3;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 380px) minmax(0, 1fr);
    gap: 24px;
    margin-block: 16px;
  }
  .side {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    gap: 8px;
    min-inline-size: 0;
  }
  .side h2 {
    font-size: 15px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  ::slotted(*) {
    --rejoin-height: 600px;
    block-size: 600px !important;
    inline-size: 100% !important;
  }
  ::slotted(rejoin-console) {
    border: 1px solid var(--line);
    border-radius: 14px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 13px;
  }
  th,
  td {
    padding: 4px 8px;
    border-block-end: 1px solid var(--line);
    text-align: start;
    font-weight: 400;
  }
  th {
    color: var(--muted);
  }
  .known {
    display: grid;
    grid-template-columns: minmax(0, 380px) minmax(0, 1fr);
    gap: 24px;
  }
  .known h2 {
    font-size: 15px;
    margin-block-end: 8px;
  }
  .news {
    block-size: 168px;
    overflow-y: auto;
    font-size: 13px;
  }
  .news time {
    color: var(--muted);
  }
  @media (width < 900px) {
    .sides,
    .known {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
