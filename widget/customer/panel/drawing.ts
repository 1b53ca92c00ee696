import { html, nothing, render } from "lit/html.js";
import type { Chat } from "../../client/customer.ts";
import type { Hosting } from "../contract.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";
import { createAgain } from "./again.ts";
import { createAloud } from "./aloud.ts";
import { asksOf } from "./asks.ts";
import type { Desk } from "./asks.ts";
import { composer } from "./composer.ts";
import { createFocusKeeper } from "./focus.ts";
import { header, phaseOf, statusLine } from "./header.ts";
import { launcherState } from "./launcher-state.ts";
import { createLineWatch } from "./line-watch.ts";
import { createMore, needsMore } from "./more.ts";
import { noticeLine } from "./notice.ts";
import { loadingScreen, unreachableScreen, unreachableText, welcomeScreen } from "./plain-screens.ts";
import type { MainScene } from "./scene.ts";
import { linkAfter, nextScreen } from "./screen.ts";
import type { Link, Screen } from "./screen.ts";
import type { Seldom } from "./seldom.ts";
import { createTranscript } from "./transcript.ts";

/** What draws the panel. */
export interface Drawing {
  draw(): void;
  /** Something in the chat changed: it is drawn in a moment. */
  changed(): void;
  /** The page came by a link, or one was opened on it. */
  linkAsked(): void;
  /** A person opened it: the keyboard goes there. */
  enter(): void;
}

export function createDrawing(
  { settings, inline, root, language, ...hosting }: Hosting,
  chat: Chat,
  texts: ChatTexts,
  say: Words,
  frame: HTMLElement,
  signal: AbortSignal,
): Drawing {
  const desk: Desk = {
    chat,
    texts,
    say,
    sheet: { is: "none" },
    show: (sheet) => {
      desk.sheet = sheet;
      draw();
    },
    reading: false,
    said: "",
    draw,
    minimise: () => hosting.wish(false),
  };
  const asks = asksOf(desk);
  const more = createMore(language.table, root, desk);
  const transcript = createTranscript(chat, draw, signal);
  const again = createAgain(asks.retry, signal);
  const focus = createFocusKeeper(frame, root);
  const watch = createLineWatch();
  const aloud = createAloud();
  let link: Link = "none";
  let last: Screen = { is: "loading" };
  let told = "";
  let unread = 0;
  let timer = 0;
  let isDue = false;

  const middle = (scene: MainScene, screen: Screen, extra: Seldom | null, next: number | null): unknown => {
    switch (screen.is) {
      case "loading":
        return loadingScreen(scene);
      case "welcome":
        return welcomeScreen(scene, screen.starting, extra?.aside(scene));
      case "unreachable":
        return unreachableScreen(scene, screen, next);
      case "chat":
      case "over":
        return nothing;
      default: {
        if (!more.failed()) return extra?.screen(scene, screen) ?? loadingScreen(scene);
        const retry = (): void => {
          more.reset();
          draw();
        };
        return unreachableScreen(
          { ...scene, asks: { ...asks, retry } },
          { is: "unreachable", what: "look-up", text: "" },
          null,
        );
      }
    }
  };

  const foot = (scene: MainScene, screen: Screen, extra: Seldom | null): unknown =>
    screen.is !== "chat" && screen.is !== "welcome"
      ? extra?.footer(scene, screen)
      : html`<footer>
          <p class="said bad" ?hidden=${desk.said === ""}>${desk.said}</p>
          ${composer(scene, screen.is === "welcome" && screen.starting)}
        </footer>`;

  const tellLauncher = (scene: MainScene, screen: Screen): void => {
    const state = launcherState(scene, screen, !frame.inert);
    const next = JSON.stringify(state);
    if (next !== told) hosting.launcher(state);
    if (state.unread !== unread) hosting.emit("unread", { count: state.unread });
    told = next;
    ({ unread } = state);
  };

  function draw(): void {
    if (signal.aborted) return;
    const view = chat.snapshot();
    link = linkAfter(link, view.entrance);
    const screen = (last = nextScreen(last, view, desk.reading));
    const inChat = screen.is === "chat" || screen.is === "over";
    if (more.failed() && desk.sheet.is !== "none") {
      desk.said = texts.cantReach;
      more.reset();
    }
    if (screen.is !== "chat" || desk.said !== "") desk.sheet = { is: "none" };
    const { sheet } = desk;
    const now = Date.now() + view.clockOffset;
    const scene: MainScene = { view, settings, texts, say, now, inline, asks, sheet, deadLink: link === "dead" };
    const extra = needsMore(scene, screen) ? more.want() : null;
    const over = extra?.sheet(scene) ?? nothing;
    const watched = watch(scene);
    const next = again(view.entrance);
    const words = aloud([
      statusLine(scene, phaseOf(scene, screen), watched.lost),
      extra?.announcement(scene, screen) ?? unreachableText(scene, screen),
      inChat ? watched.aloud : "",
      desk.said,
    ]);
    focus.over(() => {
      transcript.element.hidden = !inChat;
      render(
        html`<section class="body" ?inert=${over !== nothing}>
            ${header(scene, screen, watched.lost)}
            <div class="middle">
              ${noticeLine(inChat ? watched.told : null, scene)} ${middle(scene, screen, extra, next)}
              ${transcript.element}
            </div>
            ${foot(scene, screen, extra)}
          </section>
          ${over}
          <p class="unseen" role="status">${words}</p>`,
        frame,
      );
      const box = frame.querySelector("textarea");
      if (box !== null && box.value !== view.draft) box.value = view.draft;
      if (inChat) transcript.show(scene);
    });
    tellLauncher(scene, screen);
    clearTimeout(timer);
    if (watched.again || screen.is === "prompt" || screen.is === "unreachable") timer = window.setTimeout(draw, 1_000);
  }

  frame.ariaLabel = say(texts.chatWith, { name: settings.name });
  frame.addEventListener("keydown", ({ key, isComposing }) => {
    if (key !== "Escape" || isComposing) return;
    if (desk.sheet.is !== "none") asks.closeSheet();
    else if (!inline) asks.minimise();
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    draw,
    changed: () => {
      if (isDue) return;
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        draw();
      });
    },
    linkAsked: () => {
      link = "asked";
    },
    enter: focus.enter,
  };
}
