import { css } from "lit";

/**
 * What one fills in. A field is `<div class="field">` with a label, its input, and beneath it `.hint` and `.error`, which the
 * input names by `aria-describedby`. Several of them stand in a `.form`.
 */
export const fields = css`
  input,
  select,
  textarea {
    min-block-size: 36px;
    padding: 6px 10px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-s);
    background: var(--raised);
    color: inherit;
    font: inherit;
  }
  input[type="checkbox"],
  input[type="radio"] {
    inline-size: 16px;
    min-block-size: 16px;
    margin: 0;
    padding: 0;
    accent-color: var(--accent);
  }
  input[type="color"] {
    inline-size: 48px;
    padding: 3px;
  }
  textarea {
    resize: none;
    field-sizing: content;
    max-block-size: calc(5lh + 14px);
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  :disabled,
  [readonly] {
    color: var(--muted);
    background: var(--surface);
  }
  [aria-invalid="true"] {
    border-color: var(--bad);
  }
  .form,
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .form {
    gap: 20px;
  }
  .field {
    gap: 4px;
  }
  .field > label,
  .field > legend {
    font-weight: 600;
  }
  .hint,
  .error {
    font-size: 13px;
  }
  .hint {
    color: var(--muted);
  }
  .error {
    color: var(--bad);
  }
  /* A box to tick, or one of several, with its words beside it. */
  .check {
    display: flex;
    align-items: start;
    gap: 8px;
  }
  .check input {
    flex: none;
    margin-block-start: 2px;
  }
  /* Something on or off at once: an input of type checkbox with role="switch". */
  input[role="switch"] {
    flex: none;
    appearance: none;
    inline-size: 34px;
    block-size: 20px;
    min-block-size: 20px;
    padding: 2px;
    border-radius: 10px;
    background: var(--surface);
    cursor: pointer;
    transition: background-color var(--quick);
  }
  input[role="switch"]::before {
    content: "";
    display: block;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--muted);
    transition: transform var(--quick);
  }
  input[role="switch"]:checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  input[role="switch"]:checked::before {
    background: var(--on-accent);
    transform: translateX(14px);
  }
  [dir="rtl"] input[role="switch"]:checked::before {
    transform: translateX(-14px);
  }
  @media (forced-colors: active) {
    input[role="switch"]::before {
      background: ButtonText;
    }
    input[role="switch"]:checked::before {
      background: Highlight;
    }
  }
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      font-size: 16px;
    }
  }
`;
