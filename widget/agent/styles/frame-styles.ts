import { css } from "lit";

/** How the console is laid out: three columns, folded to two and to one where there is no room for them. */
export const frameStyles = css`
  :host {
    container-type: inline-size;
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    overflow: hidden;
    color-scheme: light dark;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  .door {
    place-self: center;
    display: grid;
    gap: 12px;
    inline-size: min(100% - 32px, 400px);
    padding: 28px;
  }
  .door:not(p) {
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    box-shadow: var(--float);
  }
  p.door {
    text-align: center;
  }
  .place {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }
  .place > * {
    min-block-size: 0;
    min-inline-size: 0;
  }
  .body {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / 300px minmax(0, 1fr) auto;
  }
  .body > * {
    min-block-size: 0;
    min-inline-size: 0;
  }
  .notice {
    padding: 8px 16px;
    background: var(--warn);
    color: var(--on-warn);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .notice button.plain {
    color: inherit;
  }
  .notice.grace {
    padding-block-start: 0;
  }
  .choose {
    place-self: center;
  }
  .toasts {
    position: absolute;
    inset-inline-start: 76px;
    inset-block-end: 12px;
    z-index: 6;
    inline-size: 276px;
    pointer-events: none;
  }
  .toasts > * {
    pointer-events: auto;
  }
  .fold,
  .narrow-only {
    display: none;
  }
  @container (inline-size < 1120px) {
    .body {
      grid-template-columns: 288px minmax(0, 1fr);
    }
  }
  @container (inline-size < 720px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    .body.chosen .left,
    .body:not(.chosen) .choose,
    .wide-only {
      display: none;
    }
    .fold,
    .narrow-only {
      display: inline-flex;
    }
    .toasts {
      inset-inline: 8px;
      inset-block: 8px auto;
      inline-size: auto;
    }
    kbd {
      display: none;
    }
    dialog kbd {
      display: inline;
    }
  }
`;
