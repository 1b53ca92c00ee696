import { css } from "lit";

/** Text to be copied, and what was found when something was checked. */
export const codeStyles = css`
  .verdict,
  .findings dt {
    display: flex;
    gap: 6px;
    font-weight: 600;
  }
  .verdict svg,
  .findings svg {
    margin-block-start: 2px;
  }
  .findings {
    display: grid;
    gap: 8px;
  }
  .findings > div {
    display: grid;
    grid-template-columns: minmax(150px, 200px) minmax(0, 1fr);
    gap: 0 16px;
  }
  .findings > :not(.bad) svg {
    color: var(--good);
  }
  .findings dd {
    overflow-wrap: anywhere;
  }
  [role="tabpanel"] {
    margin-block-start: 16px;
  }
  .copyable {
    display: flex;
    align-items: start;
    gap: 8px;
    padding: 8px 8px 8px 14px;
    border-radius: var(--radius-s);
    background: var(--surface);
  }
  .copyable code {
    flex: 1;
    min-inline-size: 0;
    padding-block: 6px;
    overflow-x: auto;
    white-space: pre;
  }
  .copyable button {
    flex: none;
  }
  code,
  .code {
    font:
      13px/1.5 ui-monospace,
      monospace;
  }
  .code {
    inline-size: 100%;
    overflow-wrap: anywhere;
  }
  @media (width < 640px) {
    .copyable {
      flex-wrap: wrap;
      padding: 8px;
    }
    .copyable code {
      flex: 1 1 100%;
    }
    .copyable button {
      margin-inline-start: auto;
    }
    .findings > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
