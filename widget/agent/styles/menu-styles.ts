import { css } from "lit";

/** What opens over the console: menus, and the dialogs' own contents. */
export const menuStyles = css`
  .menu {
    position: relative;
  }
  .menu > summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    padding: 4px 8px;
    border-radius: var(--radius-s);
    cursor: pointer;
    list-style: none;
    transition: background-color var(--quick);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .menu > summary:hover,
  .menu[open] > summary {
    background: var(--surface);
  }
  .menu > div {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    z-index: 5;
    display: grid;
    gap: 12px;
    inline-size: max-content;
    max-inline-size: min(360px, 86vw);
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    background: var(--raised);
    box-shadow: var(--float);
    animation: rise var(--quick);
  }
  .menu.more > div {
    gap: 4px;
    padding: 6px;
  }
  .menu.more > div > button {
    justify-content: start;
  }
  .menu.up > summary {
    min-block-size: 28px;
    padding: 2px 10px;
    background: var(--surface);
    font-size: 13px;
  }
  .menu.up > summary:hover {
    background: var(--tint);
  }
  .menu.up > div {
    inset-block: auto calc(100% + 8px);
    inset-inline: 0 auto;
    inline-size: min(340px, 80vw);
  }
  .links li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 6px;
    border-block-start: 1px solid var(--line);
  }
  .menu.you > summary {
    justify-content: center;
    inline-size: 44px;
    min-block-size: 44px;
    color: var(--muted);
  }
  .menu.you > div {
    inset-block: auto 0;
    inset-inline: calc(100% + 8px) auto;
    inline-size: min(320px, 86vw);
  }
  .setting {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
  }
  .themes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .themes legend {
    margin-block-end: 4px;
  }
  .themes label {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .menu.you .buttons {
    margin-inline: -8px;
  }
  .menu.presence > summary {
    min-block-size: 24px;
    margin-inline-start: -6px;
    padding: 0 6px;
    font-size: 13px;
    color: var(--muted);
    white-space: nowrap;
  }
  .menu.presence > summary::after {
    content: "";
    inline-size: 5px;
    block-size: 5px;
    margin-block-end: 3px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  .menu.presence > div {
    inset-inline: 0 auto;
    gap: 4px;
    inline-size: 220px;
    padding: 6px;
  }
  .choice {
    justify-content: start;
    border-color: transparent;
    background: none;
    font-weight: 400;
  }
  .choice[aria-pressed="true"] {
    background: var(--surface);
    font-weight: 600;
  }
  .menu.capacity > div {
    inline-size: 260px;
  }
  .targets {
    display: grid;
    gap: 12px;
    max-block-size: 46dvh;
    overflow-y: auto;
  }
  .target {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
    padding: 4px 8px;
    border-radius: var(--radius-s);
    cursor: pointer;
  }
  .target[hidden] {
    display: none;
  }
  .target:hover,
  .target:has(:checked) {
    background: var(--tint);
  }
  .target > .tiny {
    flex: none;
    margin-inline-start: auto;
  }
  .snag {
    display: block;
  }
  .keys {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 8px 16px;
  }
  @container (inline-size < 720px) {
    .menu.you > div {
      inset-block: auto calc(100% + 8px);
      inset-inline: auto 0;
    }
  }
`;
