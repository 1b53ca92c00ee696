import { css } from "lit";

/** The three screens. */
export const stageStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 9fr) auto minmax(0, 14fr);
    gap: 16px;
    min-block-size: 0;
  }
  .window {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    overflow: hidden;
    border-radius: var(--radius-m);
    background: var(--paper);
    box-shadow: var(--float);
  }
  .window:not(.whole) {
    outline: 2px solid var(--held);
  }
  .window .bar {
    display: flex;
    gap: 12px;
    align-items: center;
    block-size: 38px;
    padding-inline: 8px 12px;
    background: var(--surface);
    font-size: 13px;
  }
  .tabs {
    display: flex;
    gap: 2px;
    align-self: end;
    min-inline-size: 0;
  }
  .tab {
    display: flex;
    gap: 6px;
    align-items: center;
    block-size: 31px;
    padding-inline: 14px;
    border-radius: 8px 8px 0 0;
    color: var(--muted);
    white-space: nowrap;
  }
  .tab.front {
    background: var(--paper);
    color: var(--ink);
    font-weight: 600;
  }
  .shut .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .who {
    margin-inline-start: auto;
    color: var(--muted);
    white-space: nowrap;
  }
  .bar a {
    color: var(--muted);
  }
  .fault {
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--warn);
    color: var(--on-warn);
    font-size: 12px;
    font-weight: 600;
    white-space: nowrap;
  }
  .screen {
    position: relative;
    overflow: hidden;
    --scale: 1;
  }
  .page {
    position: absolute;
    inset: 0;
  }
  .page:empty,
  .behind {
    visibility: hidden;
  }
  iframe {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: calc(100% / var(--scale));
    block-size: calc(100% / var(--scale));
    border: 0;
    background: var(--paper);
    transform: scale(var(--scale));
    transform-origin: 0 0;
  }
  .cover {
    position: absolute;
    inset: 0;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 6px;
    padding: 24px;
    background: var(--side);
    color: var(--muted);
    text-align: center;
  }
  .cover b {
    color: var(--ink);
    font-size: 15px;
  }
  .phone {
    display: grid;
    grid-template-rows: minmax(0, 1fr) 28px;
    gap: 6px;
    justify-items: center;
    min-block-size: 0;
  }
  .phone .body {
    aspect-ratio: 375 / 740;
    block-size: 100%;
    padding: 8px;
    border-radius: 34px;
    background: light-dark(#1c1f27, #050609);
    box-shadow: var(--float);
  }
  .phone:not(.whole) .body {
    outline: 2px solid var(--held);
    outline-offset: 2px;
  }
  .phone .screen {
    block-size: 100%;
    border-radius: 27px;
    background: var(--paper);
  }
  .phone .bar {
    display: flex;
    gap: 10px;
    align-items: center;
    font-size: 13px;
  }
  .asleep {
    align-content: start;
    padding-block-start: 22%;
    background: linear-gradient(170deg, #26344f, #161a2a);
    color: #c9d3e6;
  }
  .asleep .plain {
    margin-block-start: 12px;
    color: #fff;
  }
  .asleep .clock {
    color: #fff;
    font-size: 44px;
    font-weight: 300;
    line-height: 1.1;
  }
  @media (width < 1100px) {
    .stage {
      grid-template-columns: minmax(0, 1fr);
    }
    .window {
      block-size: 620px;
    }
    .phone .body {
      block-size: 700px;
      max-inline-size: 100%;
    }
    /* Nobody scrolls past a dark screen for its own sake. */
    .phone:has(.asleep) .body {
      inline-size: 354px;
      block-size: 230px;
      aspect-ratio: auto;
    }
    .asleep {
      padding-block-start: 24px;
    }
  }
  @media (forced-colors: active) {
    .window,
    .phone .body {
      border: 1px solid;
    }
  }
`;
