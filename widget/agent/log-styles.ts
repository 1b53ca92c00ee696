import { css } from "lit";

/** How a transcript looks. */
export const logStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px;
    background: transparent;
  }
  .day,
  .event {
    margin-block: 12px;
    text-align: center;
    font-size: 12px;
    color: var(--muted);
  }
  .event {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
  }
  .event::before,
  .event::after {
    content: "";
    flex: 0 1 44px;
    border-block-start: 1px solid var(--line);
  }
  .message {
    display: grid;
    justify-items: start;
    margin-block-start: 4px;
  }
  .message.first {
    margin-block-start: 12px;
  }
  .message.mine {
    justify-items: end;
  }
  .bubble {
    max-inline-size: min(60ch, 82%);
    padding: 8px 12px;
    border-radius: 14px;
    background: var(--surface);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid;
    }
  }
  .mine .bubble {
    background: var(--bubble, var(--accent));
    color: var(--on-bubble, var(--on-accent));
  }
  .link {
    padding: 1px 8px;
    border: 1px solid color-mix(in oklch, currentColor 35%, transparent);
    border-radius: 10px;
    font-size: 13px;
    white-space: nowrap;
  }
  .last .bubble {
    border-end-start-radius: 4px;
  }
  .mine.last .bubble {
    border-end-start-radius: 14px;
    border-end-end-radius: 4px;
  }
  .unsure .bubble {
    opacity: 0.7;
  }
  .author,
  .under {
    margin-block-start: 2px;
    padding-inline: 4px;
    font-size: 12px;
    color: var(--muted);
  }
  .mine .under {
    text-align: end;
  }
  .under.bad {
    color: var(--bad);
  }
  [hidden] {
    display: none !important;
  }
  .pill {
    position: sticky;
    inset-block-end: 0;
    display: block;
    margin: 0 auto;
    border-radius: 16px;
    font-size: 12px;
  }
  .earlier {
    display: block;
    margin: 0 auto 8px;
  }
  .typing {
    min-block-size: 20px;
    margin-block-start: 8px;
    font-size: 12px;
    color: var(--muted);
  }
`;
