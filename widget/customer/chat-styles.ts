import { css } from "lit";

/** How the chat's panel looks. */
export const chatStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
    inline-size: min(100%, 420px);
    block-size: min(640px, 100dvh - 32px);
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 14px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 64px;
    padding: 8px 16px;
    border-block-end: 1px solid var(--line);
  }
  header > div {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    font-size: 17px;
    line-height: 1.3;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header p {
    font-size: 13px;
    color: var(--muted);
  }
  header button {
    font-size: 13px;
    white-space: nowrap;
  }
  main {
    position: relative;
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-block-size: 0;
  }
  .screen {
    align-self: center;
    display: grid;
    gap: 12px;
    padding: 24px;
    overflow-y: auto;
  }
  .screen h3 {
    font-size: 22px;
    line-height: 1.25;
  }
  .screen button {
    min-block-size: 44px;
  }
  .screen form {
    display: grid;
    gap: 12px;
  }
  .screen textarea {
    min-block-size: calc(3lh + 14px);
  }
  .aside {
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--surface);
    font-size: 13px;
  }
  blockquote {
    margin: 0;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--tint);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .notice {
    position: absolute;
    inset: 0 0 auto;
    z-index: 1;
    padding: 8px 16px;
    background: var(--warn);
    color: var(--on-warn);
    font-size: 13px;
  }
  .said {
    padding: 0 16px 8px;
  }
  .hint {
    padding: 0 16px 12px;
  }
  rejoin-log {
    padding-block-start: 24px;
  }
  footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 12px;
    border-block-start: 1px solid var(--line);
  }
  footer .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .composer {
    display: flex;
    align-items: end;
    gap: 8px;
  }
  .composer textarea {
    flex: 1;
    min-inline-size: 0;
  }
  .composer button {
    min-block-size: 36px;
  }
  .link {
    inline-size: 100%;
  }
`;
