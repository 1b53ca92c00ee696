import { css } from "lit";

/** The console's frame: the rail at its edge, which is a bar below where it is narrow. */
export const railStyles = css`
  .frame {
    display: grid;
    grid-template: minmax(0, 1fr) / 64px minmax(0, 1fr);
    min-block-size: 0;
    grid-row: 1 / -1;
  }
  .frame > * {
    min-inline-size: 0;
    min-block-size: 0;
  }
  .rail {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding: 8px 4px;
    border-inline-end: 1px solid var(--line);
    background: var(--side);
  }
  .rail .to {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 2px;
    inline-size: 56px;
    min-block-size: 52px;
    border-radius: var(--radius-s);
    color: var(--muted);
    font-size: 11px;
    text-decoration: none;
    transition: background-color var(--quick);
  }
  .rail .to:hover {
    background: var(--surface);
  }
  .rail .to[aria-current] {
    background: var(--tint);
    color: var(--ink);
    font-weight: 600;
  }
  .rail .count {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
  }
  .rail .tools {
    display: grid;
    gap: 4px;
    margin-block-start: auto;
  }
  @media (forced-colors: active) {
    .rail .to[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @container (inline-size < 720px) {
    .frame {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .rail {
      grid-row: 2;
      flex-direction: row;
      padding: 4px max(8px, env(safe-area-inset-left)) max(4px, env(safe-area-inset-bottom));
      border-inline-end: 0;
      border-block-start: 1px solid var(--line);
    }
    .rail .to {
      min-block-size: 44px;
    }
    .rail .tools {
      display: flex;
      margin-block-start: 0;
      margin-inline-start: auto;
    }
  }
`;
