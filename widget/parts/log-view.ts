import type { Line } from "../client/customer.ts";
import { arrange } from "./arrange.ts";
import { draw } from "./draw.ts";
import { drawRow } from "./log-rows.ts";
import type { LogAction, LogWords } from "./log-rows.ts";

/** What a transcript shows. */
export interface LogState {
  /** The conversation's id: with another one, everything begins anew. */
  of: string | null;
  lines: readonly Line[];
  hasBefore: boolean;
  /** While missed lines come in they are not read out one by one. */
  busy: boolean;
  typing: boolean;
  /** Below what was said: what happens next; empty for nothing. */
  hint: string;
  words: LogWords;
}

export interface LogView {
  show(state: LogState): void;
  dispose(): void;
}

/** Closer to an edge than this counts as being there, in CSS pixels. */
const NEAR_PX = 64;
/** Screen readers look at what was put in a moment after it was. */
export const HUSH_MS = 700;

/** Keeps a transcript's rows in `into`, one element for each, and the place in `scroller` at which it is read. */
export function createLogView(scroller: HTMLElement, into: HTMLElement, tell: (action: LogAction) => void): LogView {
  const log = document.createElement("div");
  log.role = "log";
  const rows = new Map<string, HTMLElement>();
  const life = new AbortController();
  let state: LogState | null = null;
  /** Where the person left it: how far from the end. */
  let fromEnd = 0;
  let height = 0;
  let seen = 0;
  /** The newest line when the person was last at the end. */
  let reached = 0;
  let hushed: ReturnType<typeof setTimeout> | undefined;

  const newest = (): number => state?.lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;

  const toEnd = (): void => {
    fromEnd = 0;
    settle();
    scroller.focus();
  };

  const frame = (): void => {
    if (state === null) return;
    const { words, hasBefore, busy, typing, hint } = state;
    draw(
      into,
      ["button", { class: "earlier plain", hidden: !hasBefore, onclick: () => tell({ do: "earlier" }) }, words.earlier],
      log,
      hint === "" ? null : ["p", { class: "hint" }, hint],
      [
        "p",
        { class: "typing" },
        typing ? `${words.typing} ` : null,
        typing ? ["i", { "aria-hidden": "true" }, "•••"] : null,
      ],
      ["button", { class: "pill", hidden: fromEnd < NEAR_PX || newest() <= reached, onclick: toEnd }, words.toNewest],
    );
    log.ariaLabel = words.label;
    log.ariaBusy = `${busy}`;
    log.ariaLive = busy || hushed !== undefined ? "off" : "polite";
  };

  /** What comes now is no news: it is put in without being read out. */
  const hush = (): void => {
    clearTimeout(hushed);
    hushed = setTimeout(() => {
      hushed = undefined;
      frame();
    }, HUSH_MS);
  };

  const put = ({ lines, words }: LogState): void => {
    const wanted = arrange(lines, (what) => words.event(what));
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, element] of rows) {
      if (keys.has(key)) continue;
      element.remove();
      rows.delete(key);
    }
    let at = log.firstChild;
    for (const row of wanted) {
      const element = rows.get(row.key) ?? document.createElement("div");
      rows.set(row.key, element);
      const { kind, content } = drawRow(row, words, tell);
      if (element.className !== kind) {
        element.className = kind;
        // "day", "event" or "message", for a page's own style.
        element.part.value = kind.replace(/ .*/, "");
      }
      draw(element, ...content);
      if (element === at) at = at.nextSibling;
      else log.insertBefore(element, at);
    }
  };

  const show = (next: LogState): void => {
    const before = state;
    state = next;
    if (before?.of !== next.of) {
      for (const element of rows.values()) element.remove();
      rows.clear();
      fromEnd = seen = reached = 0;
    }
    const grewAbove = rows.size > 0 && before?.lines[0]?.key !== next.lines[0]?.key;
    if (before?.lines !== next.lines || before.words !== next.words) {
      // Scrolling is told a moment late.
      if (height === scroller.clientHeight) measure();
      if (next.busy || before?.busy !== false || rows.size === 0 || grewAbove) hush();
      // A day's row goes where its day turns out to have begun earlier.
      const read = grewAbove
        ? [...rows.values()].find(
            (row) => row.className !== "day" && row.offsetTop + row.offsetHeight > scroller.scrollTop,
          )
        : null;
      const top = read?.offsetTop ?? 0;
      const last = next.lines.at(-1);
      // What one says oneself is looked at.
      if (last?.kind === "message" && last.mine && !rows.has(last.key)) fromEnd = 0;
      frame();
      put(next);
      if (read) scroller.scrollTop += read.offsetTop - top;
    }
    frame();
    settle();
  };

  /** Whoever was at the end stays there, whatever grows or shrinks; shown again, it stands where it stood. */
  function settle(): void {
    const shown = height === 0;
    height = scroller.clientHeight;
    if (fromEnd < NEAR_PX) scroller.scrollTop = scroller.scrollHeight;
    else if (shown) scroller.scrollTop = scroller.scrollHeight - height - fromEnd;
    look();
  }

  function measure(): void {
    fromEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  }

  /** Whoever looks at the end has read it. */
  function look(): void {
    // On its way out, or under something else, it is not read any more.
    if (scroller.clientHeight === 0 || scroller.closest("[inert]") !== null) return;
    measure();
    if (fromEnd < NEAR_PX) reached = newest();
    if (fromEnd < NEAR_PX && !document.hidden && reached > seen) {
      seen = reached;
      tell({ do: "seen", seq: seen });
    }
    frame();
  }

  const { signal } = life;
  scroller.addEventListener(
    "scroll",
    () => {
      look();
      if (state?.hasBefore === true && scroller.clientHeight > 0 && scroller.scrollTop < NEAR_PX)
        tell({ do: "earlier" });
    },
    { signal, passive: true },
  );
  document.addEventListener("visibilitychange", look, { signal });
  const resized = new ResizeObserver(settle);
  resized.observe(scroller);

  return {
    show,
    dispose: () => {
      life.abort();
      resized.disconnect();
      clearTimeout(hushed);
    },
  };
}
