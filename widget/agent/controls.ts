import { css } from "lit";

/** Buttons and fields. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }
  button:hover {
    background: var(--surface);
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  button.main {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.main:hover {
    background: color-mix(in oklch, var(--accent) 88%, var(--ink));
  }
  button.plain {
    min-block-size: 24px;
    padding: 0 4px;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  input,
  select,
  textarea {
    min-block-size: 36px;
    padding: 6px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
  }
  textarea {
    resize: none;
    field-sizing: content;
    max-block-size: calc(5lh + 14px);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  /* Focused by us, for screen readers; nothing there takes a key. */
  [tabindex="-1"]:focus-visible {
    outline: none;
  }
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      font-size: 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`;
