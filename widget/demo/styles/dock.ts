import { css } from "lit";

/** Below the screens: what life does, and the room for what each side knows. */
export const dockStyles = css`
  .dock {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 318px 290px;
    gap: 12px;
  }
  .dock section {
    min-inline-size: 0;
    padding: 10px 14px;
    border-radius: var(--radius-m);
    background: var(--paper);
    box-shadow: 0 1px 2px rgb(0 0 0 / 6%);
  }
  .dock h2 {
    margin-block-end: 6px;
    color: var(--muted);
    font-size: 12px;
    font-weight: 600;
  }
  .heading {
    display: flex;
    gap: 12px;
    justify-content: space-between;
    color: var(--muted);
    font-size: 12px;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    grid-auto-rows: 1fr;
    gap: 8px;
  }
  .tile {
    position: relative;
    display: grid;
    grid-template: auto 1fr / auto minmax(0, 1fr);
    gap: 2px 8px;
    align-items: start;
    justify-content: start;
    inline-size: 100%;
    block-size: 100%;
    padding: 8px 10px;
    border-color: var(--line);
    border-radius: 10px;
    background: var(--paper);
    font-weight: 400;
    text-align: start;
  }
  .tile b {
    display: block;
    font-size: 13px;
    line-height: 1.3;
  }
  .tile small {
    grid-column: 2;
    min-block-size: 1.3em;
    color: var(--muted);
    font-size: 12px;
    line-height: 1.3;
    text-wrap: pretty;
  }
  .tile .glyph {
    color: var(--accent);
  }
  .tile[aria-disabled="true"] {
    background: none;
    cursor: default;
  }
  .tile[aria-disabled="true"] b,
  .tile[aria-disabled="true"] .glyph {
    color: var(--muted);
  }
  .tile.on {
    border-color: var(--held);
    background: var(--warn);
  }
  .tile.on :is(b, small, .glyph) {
    color: var(--on-warn);
  }
  .tick {
    position: absolute;
    inset: 6px 6px auto auto;
    display: none;
    color: var(--good);
  }
  .told .tick {
    display: block;
  }
  .tick .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2.4;
  }
  @media (width < 1500px) {
    .dock {
      grid-template-columns: minmax(0, 1fr) 277px 200px;
      gap: 10px;
    }
    .dock section {
      padding-inline: 12px;
    }
    .tiles {
      gap: 6px;
    }
    .tile {
      column-gap: 5px;
      padding: 6px;
    }
    .tile .glyph .icon {
      inline-size: 17px;
      block-size: 17px;
    }
    .tile b {
      font-size: 12px;
      line-height: 18px;
      letter-spacing: -0.02em;
    }
    /* Beside the second line, which is a short one. */
    .tick {
      inset-block: auto 6px;
    }
    /* Room for two lines, whatever they say now: nothing moves as it changes. */
    .tile small {
      grid-column: 1 / -1;
      min-block-size: 2.6em;
      padding-inline-start: 1px;
    }
  }
  @media (height < 860px) and (width >= 1100px) {
    .dock section {
      padding-block: 7px 8px;
    }
    .dock h2 {
      margin-block-end: 3px;
    }
    .tiles {
      gap: 6px;
    }
    .tile {
      padding-block: 5px;
    }
  }
  @media (width < 1100px) {
    .dock {
      grid-template-columns: minmax(0, 1fr);
    }
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    }
  }
`;
