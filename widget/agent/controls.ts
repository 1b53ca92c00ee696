import { css } from "lit";
import type { CSSResult } from "lit";
import { dialogs } from "./controls/dialogs.ts";
import { fields } from "./controls/fields.ts";
import { pageParts } from "./controls/page-parts.ts";

const buttons = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--raised);
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--quick);
  }
  button:hover,
  .button:hover {
    background: var(--surface);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  /* The one thing to do here. */
  button.main,
  .button.main {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  button.main:hover:not(:disabled) {
    background: color-mix(in oklch, var(--accent) 90%, var(--ink));
  }
  /* What can't be undone. */
  button.danger {
    color: var(--bad);
  }
  button.danger.main {
    background: var(--bad);
    color: var(--paper);
  }
  /* Beside others, without a box of its own. */
  button.quiet {
    border-color: transparent;
    background: none;
    font-weight: 400;
  }
  button.quiet:hover {
    background: var(--surface);
  }
  button.icon {
    inline-size: 32px;
    padding: 0;
  }
  /* Reads as a word of the sentence. */
  button.plain,
  a {
    color: light-dark(color-mix(in oklch, var(--accent) 82%, black), var(--accent));
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button.plain {
    min-block-size: 24px;
    padding: 0 4px;
    border: 0;
    background: none;
    font-weight: 400;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  kbd {
    padding: 0 5px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--raised);
    color: var(--muted);
    font:
      11px/1.5 ui-monospace,
      monospace;
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
    button,
    .button {
      min-block-size: 40px;
    }
    button.icon {
      inline-size: 40px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
    }
  }
`;

/** Buttons, fields, dialogs, tables: what people work with, the same in every place of the console. */
export const controls: CSSResult[] = [buttons, fields, dialogs, pageParts];
