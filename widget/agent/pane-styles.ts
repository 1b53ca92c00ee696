import { css } from "lit";

/** How the open conversation looks. */
export const paneStyles = css`
  .pane {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
  }
  .pane > header {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 60px;
    padding: 8px 16px;
    border-block-end: 1px solid var(--line);
  }
  .pane > header > div:not(.buttons) {
    flex: 1;
    min-inline-size: 120px;
  }
  .pane > header .fold {
    padding-inline: 0;
    text-decoration: none;
  }
  .pane h2 {
    font-size: 17px;
  }
  .pane rejoin-log {
    --bubble: var(--tint);
    --on-bubble: var(--ink);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .chip {
    min-block-size: 28px;
    padding: 2px 10px;
    font-size: 13px;
    background: var(--surface);
    border-color: transparent;
  }
  div.away {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin: 0 16px;
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--warn);
    color: var(--on-warn);
  }
  div.away p {
    flex: 1 1 220px;
  }
  div.away button {
    color: var(--ink);
  }
  .hints {
    min-block-size: 20px;
    padding-inline: 16px;
  }
  .pane footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 8px 16px;
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
  summary {
    cursor: pointer;
    border-radius: 8px;
  }
  .more > summary {
    padding: 5px 8px;
  }
  .menu > div {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 12px;
    z-index: 2;
    display: grid;
    gap: 12px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    box-shadow: 0 8px 24px rgb(0 0 0 / 14%);
  }
  .more form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .more label {
    display: grid;
    gap: 4px;
  }
  .notes {
    padding: 8px 16px;
    border-block-start: 1px solid var(--line);
  }
  .notes form {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding-block: 8px;
  }
  .notes textarea {
    inline-size: 100%;
  }
`;
