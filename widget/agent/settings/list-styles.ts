import { css } from "lit";

/** Lists of things that have a page each, and the record of changes. */
export const listStyles = css`
  .things {
    display: grid;
    gap: 8px;
  }
  .things a {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 16px;
    padding: 14px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    color: inherit;
    text-decoration: none;
    transition: background-color var(--quick);
  }
  .things a:hover {
    background: var(--side);
  }
  .things strong {
    overflow-wrap: anywhere;
    font-size: 15px;
  }
  .things .facts {
    grid-column: 1;
    color: var(--muted);
    font-size: 13px;
  }
  .things .marks {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 6px;
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .things .gone {
    color: var(--muted);
  }
  .replies {
    display: grid;
    gap: 16px;
  }
  .reply {
    display: grid;
    grid-template-columns: 180px minmax(0, 1fr) auto;
    align-items: start;
    gap: 4px 12px;
  }
  .reply .shortcut {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .reply input {
    flex: 1;
    min-inline-size: 0;
  }
  .reply textarea {
    inline-size: 100%;
  }
  .changes {
    display: grid;
    gap: 4px;
  }
  .change {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    gap: 2px 12px;
    padding-block: 10px;
    border-block-end: 1px solid var(--line);
  }
  .change time {
    white-space: nowrap;
  }
  .change ul {
    grid-column: 2;
    display: grid;
    gap: 2px;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .change del {
    color: var(--muted);
  }
  .change ins {
    text-decoration: none;
    font-weight: 600;
  }
  @media (width < 640px) {
    .things a {
      grid-template-columns: minmax(0, 1fr);
    }
    .things .marks {
      grid-column: 1;
      grid-row: auto;
      justify-content: start;
    }
    .reply {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .reply .words {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .change {
      grid-template-columns: minmax(0, 1fr);
    }
    .change ul {
      grid-column: 1;
    }
  }
`;
