import { html, nothing, render } from "lit/html.js";
import type { Chat, ChatView } from "../../client/customer.ts";
import type { Hosting, LauncherState } from "../contract.ts";
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
import { createMore } from "./more.ts";
import { nextTry, noticeLine } from "./notice.ts";
import { loadingScreen, unreachableScreen, unreachableText, welcomeScreen } from "./plain-screens.ts";
import type { MoreScreens, Scene } from "./scene.ts";
import { screenOf } from "./screen.ts";
import type { Screen } from "./screen.ts";
import { createTranscript } from "./transcript.ts";

/** What draws the panel. */
export interface Drawing {
  draw(): void;
  /** Something in the chat changed: it is drawn in a moment. */
  changed(): void;
  /** The page came by a link, or one was opened on it. */
  linkAsked(): void;
  escape(): void;
  dispose(): void;
}

interface Given {
  hosting: Hosting;
  chat: Chat;
  texts: ChatTexts;
  say: Words;
  frame: HTMLElement;
}

/** Whether something of what is on the screen is loaded on need. */
function needsMore({ sheet, deadLink }: Scene, { is }: Screen): boolean {
  return (
    sheet.is !== "none" || (is === "welcome" ? deadLink : is !== "loading" && is !== "unreachable" && is !== "chat")
  );
}

export function createDrawing({ hosting, chat, texts, say, frame }: Given): Drawing {
  const { settings, inline, root, language } = hosting;
  const more = createMore(language.table, root, () => draw());
  const transcript = createTranscript(chat, () => draw());
  const again = createAgain(() => asks.retry());
  const keep = createFocusKeeper(frame, root);
  const watch = createLineWatch();
  const aloud = createAloud();
  const desk: Desk = {
    chat,
    texts,
    say,
    sheet: { is: "none" },
    reading: false,
    said: "",
    draw: () => draw(),
    minimise: () => hosting.wish(false),
  };
  const asks = asksOf(desk);
  frame.ariaLabel = say(texts.chatWith, { name: settings.name });
  let link: "none" | "asked" | "dead" = "none";
  let last: Screen = { is: "loading" };
  let told: LauncherState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let isOver = false;

  /** What is asked again stays on the screen until there is an answer. */
  const pick = (view: ChatView): Screen => {
    const next = screenOf(view, desk.reading);
    const asking = next.is === "loading" || (next.is === "welcome" && next.starting);
    if (!(asking && last.is === "unreachable")) last = next;
    return last;
  };

  /** Unknown, cut off, revoked, another's: it is the same for all of them. */
  const judgeLink = ({ entrance: { at } }: ChatView): void => {
    if (at === "none" && link === "asked") link = "dead";
    if (at === "chatting" || at === "offer" || at === "ended") link = "none";
  };

  const middle = (scene: Scene, screen: Screen, extra: MoreScreens | null, next: number | null): unknown => {
    switch (screen.is) {
      case "loading":
        return loadingScreen(scene);
      case "welcome":
        return welcomeScreen(scene, screen.starting, extra?.aside(scene));
      case "unreachable": {
        const isAsking = scene.view.entrance.at !== "unreachable";
        return unreachableScreen(scene, screen, isAsking || next !== null ? nextTry(scene, next) : "");
      }
      case "chat":
      case "over":
        return nothing;
      default: {
        if (!more.failed()) return extra?.screen(scene, screen) ?? loadingScreen(scene);
        const retry = { ...scene, asks: { ...asks, retry: () => more.retry() } };
        return unreachableScreen(retry, { is: "unreachable", what: "look-up", text: "" }, "");
      }
    }
  };

  const foot = (scene: Scene, screen: Screen, extra: MoreScreens | null): unknown => {
    if (screen.is !== "chat" && screen.is !== "welcome") return extra?.footer(scene, screen);
    return html`<footer>
      <p class="said bad" ?hidden=${desk.said === ""}>${desk.said}</p>
      ${composer(scene, screen.is === "welcome" && screen.starting)}
    </footer>`;
  };

  const tellLauncher = (scene: Scene, screen: Screen): void => {
    const state = launcherState(scene, screen, !frame.inert);
    if (JSON.stringify(state) === JSON.stringify(told)) return;
    if (state.unread !== (told?.unread ?? 0)) hosting.emit("unread", { count: state.unread });
    told = state;
    hosting.launcher(state);
  };

  function draw(): void {
    if (isOver) return;
    const view = chat.snapshot();
    judgeLink(view);
    const screen = pick(view);
    const inChat = screen.is === "chat" || screen.is === "over";
    if (more.failed() && desk.sheet.is !== "none") {
      desk.said = texts.cantReach;
      more.retry();
    }
    if (screen.is !== "chat" || desk.said !== "") desk.sheet = { is: "none" };
    const { sheet } = desk;
    const now = Date.now() + view.clockOffset;
    const scene: Scene = { view, settings, texts, say, now, inline, asks, sheet, deadLink: link === "dead" };
    const extra = needsMore(scene, screen) ? more.want() : null;
    const over = extra?.sheet(scene) ?? nothing;
    const watched = watch(scene);
    const next = again.judge(view.entrance);
    const words = aloud([
      statusLine(scene, phaseOf(scene, screen), watched.lost),
      extra?.announcement(scene, screen) ?? unreachableText(scene, screen),
      inChat ? watched.aloud : "",
      desk.said,
    ]);
    keep(() => {
      transcript.element.hidden = !inChat;
      render(
        html`<div class="body" ?inert=${over !== nothing}>
            ${header(scene, screen, watched.lost)}
            <main>
              ${noticeLine(inChat ? watched.told : null, scene)} ${middle(scene, screen, extra, next)}
              ${transcript.element}
            </main>
            ${foot(scene, screen, extra)}
          </div>
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
    if (watched.again || screen.is === "prompt" || screen.is === "unreachable") timer = setTimeout(draw, 1_000);
  }

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
    escape: () => (desk.sheet.is === "none" ? hosting.wish(inline) : asks.closeSheet()),
    dispose: () => {
      isOver = true;
      clearTimeout(timer);
      again.dispose();
      transcript.dispose();
    },
  };
}
