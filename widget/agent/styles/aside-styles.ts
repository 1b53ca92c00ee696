import { css } from "lit";

/** How the details beside a conversation look; where there is no room beside it, they stand over it. */
export const asideStyles = css`
  aside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 22px;
    inline-size: 296px;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 20px 16px;
    border-inline-start: 1px solid var(--line);
    background: var(--side);
  }
  aside h3 {
    margin-block-end: 8px;
    font-size: 12px;
    color: var(--muted);
  }
  aside dl {
    display: grid;
    grid-template-columns: minmax(72px, max-content) minmax(0, 1fr);
    gap: 4px 12px;
  }
  aside dt {
    color: var(--muted);
  }
  aside dd {
    overflow-wrap: anywhere;
  }
  .shut {
    display: none;
  }
  .keeping {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .line {
    margin-block-start: 12px;
  }
  .line svg {
    inline-size: 100%;
    block-size: 6px;
    border-radius: 3px;
  }
  .line .limit {
    fill: color-mix(in oklch, var(--accent) 30%, var(--surface));
  }
  .line .kept {
    fill: var(--held);
  }
  .line .now {
    fill: var(--ink);
  }
  .line p {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    margin-block-start: 4px;
  }
  .line span:last-child {
    text-align: end;
  }
  .slots {
    display: grid;
    gap: 2px;
  }
  .slots li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
  .slots button {
    justify-content: start;
    min-inline-size: 0;
    min-block-size: 28px;
    padding: 2px 6px;
    margin-inline-start: -6px;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .earlier button {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    inline-size: calc(100% + 16px);
    margin-inline: -8px;
    padding: 6px 8px;
    text-align: start;
  }
  .earlier .muted {
    max-inline-size: 100%;
    overflow: hidden;
    font-size: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .notes {
    inline-size: 100%;
    max-block-size: 40dvh;
    border-color: transparent;
    background: var(--note);
    color: var(--on-note);
    overflow-y: auto;
  }
  .notes::placeholder {
    color: inherit;
  }
  @container (inline-size < 1120px) {
    aside {
      display: none;
    }
    .detailed aside {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      z-index: 4;
      display: grid;
      inline-size: min(340px, 100%);
      padding-block-start: 56px;
      box-shadow: var(--float);
    }
    .shut {
      position: absolute;
      inset-block-start: 12px;
      inset-inline-end: 12px;
      display: inline-flex;
    }
  }
  @media (forced-colors: active) {
    .line rect {
      forced-color-adjust: none;
    }
    .notes {
      border-color: CanvasText;
    }
  }
`;
