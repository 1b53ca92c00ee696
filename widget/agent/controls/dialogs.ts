import { css } from "lit";

/** What opens over the rest: `<dialog>` with a heading, what it asks, and `.buttons`; menus; and toasts. */
export const dialogs = css`
  dialog {
    inline-size: min(440px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--float);
  }
  dialog[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    animation: rise var(--quick);
  }
  dialog::backdrop {
    background: rgb(8 10 16 / 42%);
  }
  dialog > .buttons:last-child,
  dialog form > .buttons:last-child {
    justify-content: end;
  }
  dialog form {
    display: grid;
    gap: 16px;
  }
  .floating {
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    background: var(--raised);
    box-shadow: var(--float);
  }
  .toast {
    display: flex;
    align-items: center;
    gap: 12px;
    justify-content: space-between;
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: 8px 8px 8px 16px;
    border-radius: var(--radius-m);
    background: light-dark(oklch(from var(--owner) 0.25 0.02 h), oklch(from var(--owner) 0.93 0.01 h));
    color: light-dark(#fff, #14171f);
    box-shadow: var(--float);
    overflow-wrap: anywhere;
    animation: rise var(--quick);
  }
  .toast button {
    color: inherit;
    flex: none;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
`;
