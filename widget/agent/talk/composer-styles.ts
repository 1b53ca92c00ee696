import { css } from "lit";

/** How the box one writes in looks; a note is yellow, so that nobody takes it for a reply. */
export const composerStyles = css`
  :host {
    position: relative;
    display: block;
    background: none;
  }
  .box {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border: 1px solid var(--edge);
    border-radius: var(--radius-m);
    background: var(--raised);
    transition: background-color var(--quick);
  }
  .box:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .box.note {
    border-color: var(--on-note);
    background: var(--note);
    color: var(--on-note);
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 8px 14px 0;
    font-size: 12px;
  }
  textarea {
    min-block-size: 42px;
    max-block-size: calc(7lh + 20px);
    padding: 10px 14px;
    border: 0;
    background: none;
  }
  textarea:focus-visible {
    outline: none;
  }
  .note ::placeholder {
    color: inherit;
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 0 8px 8px;
  }
  .chip,
  .under ::slotted(*) {
    min-block-size: 28px;
  }
  .chip {
    padding: 2px 10px;
    border-color: transparent;
    background: var(--surface);
    font-size: 13px;
    font-weight: 400;
  }
  .chip:hover {
    background: var(--tint);
  }
  .note .chip {
    background: none;
    border-color: currentColor;
  }
  .go {
    margin-inline-start: auto;
    padding-inline: 16px;
  }
  .replies {
    position: absolute;
    inset-block-end: calc(100% + 8px);
    inset-inline: 0;
    z-index: 3;
    max-block-size: min(320px, 40dvh);
    overflow-y: auto;
    padding: 6px;
  }
  .replies p {
    padding: 8px;
  }
  [role="option"] {
    display: grid;
    grid-template-columns: minmax(72px, max-content) minmax(0, 1fr);
    gap: 12px;
    padding: 8px;
    border-radius: var(--radius-s);
    cursor: pointer;
  }
  [role="option"] span {
    overflow: hidden;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [role="option"]:hover {
    background: var(--surface);
  }
  [role="option"][aria-selected="true"] {
    background: var(--tint);
  }
  [aria-selected="true"] span {
    color: var(--ink);
  }
  @media (width < 720px) {
    .chip > kbd + span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    [aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
