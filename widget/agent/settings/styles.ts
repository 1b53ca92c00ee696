import { css } from "lit";
import type { CSSResult } from "lit";
import { codeStyles } from "./code-styles.ts";

/** What only the settings have; the rest is shared with the other places. */
const parts = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .head h2 {
    flex: 1 1 100%;
    overflow-wrap: anywhere;
  }
  .backlink {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    color: var(--muted);
    font-size: 13px;
    text-decoration: none;
  }
  .backlink:hover {
    color: var(--ink);
  }
  .tabs a {
    font-weight: 600;
  }
  .sections {
    display: flex;
    gap: 4px;
    overflow-x: auto;
  }
  .sections a {
    flex: none;
    border-color: transparent;
    background: none;
    color: var(--muted);
  }
  .sections a:hover {
    background: var(--surface);
  }
  .sections a[aria-current="page"] {
    background: var(--tint);
    color: var(--ink);
  }
  .tabs .dot {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--bad);
  }
  .content,
  .saving {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 24px;
  }
  .field {
    align-content: start;
  }
  .field > :is(input, select, textarea, .rows, .row) {
    max-inline-size: 560px;
  }
  .field > select {
    justify-self: start;
    inline-size: min(100%, 400px);
  }
  legend {
    padding: 0;
  }
  .field > label.check {
    font-weight: 400;
  }
  .savebar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    min-block-size: 56px;
    padding: 10px 0;
    border-block-start: 1px solid var(--line);
    background: var(--paper);
  }
  .savebar .buttons {
    margin-inline-start: auto;
  }
  .savebar p {
    flex: 1 1 120px;
    font-weight: 600;
  }
  .savebar p.muted {
    font-weight: 400;
  }
  .pair,
  .beside {
    display: grid;
    gap: 20px;
    grid-template-columns: minmax(0, 1fr);
  }
  .duration,
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .row > input {
    flex: 1;
    min-inline-size: 0;
  }
  .count {
    inline-size: 96px;
  }
  .colour {
    inline-size: 112px;
  }
  .rows {
    display: grid;
    gap: 8px;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 10px;
    font-weight: 600;
  }
  .field > .hint,
  .field > .error {
    max-inline-size: 68ch;
    text-wrap: pretty;
  }
  .theirs {
    padding: 4px 10px;
    border-inline-start: 3px solid var(--held);
    font-size: 13px;
  }
  .inner {
    padding: 16px;
    border-radius: var(--radius-m);
    background: var(--side);
  }
  @media (width >= 720px) {
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (width >= 900px) {
    .page.split {
      grid-template-columns: 168px minmax(0, 1fr);
      gap: 24px 32px;
    }
    .split > header {
      grid-column: 1 / -1;
    }
    .sections {
      flex-direction: column;
      align-self: start;
      position: sticky;
      inset-block-start: 24px;
    }
    .sections a {
      justify-content: start;
    }
  }
  @media (width >= 1180px) {
    .beside {
      grid-template-columns: minmax(0, 1fr) 400px;
    }
    .page.split {
      max-inline-size: 1140px;
    }
  }
  @media (forced-colors: active) {
    :is(.sections, .tabs) a:not([aria-current="page"]) {
      border-color: Canvas;
    }
    :is(.sections, .tabs) a[aria-current="page"] {
      border-color: Highlight;
    }
  }
`;

export const settingsStyles: CSSResult[] = [parts, codeStyles];
