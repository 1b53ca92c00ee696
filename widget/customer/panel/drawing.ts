import type { ChatView } from "../../client/customer.ts";
import { draw } from "../../parts/draw.ts";
import type { Drawn } from "../../parts/draw.ts";
import { asksOf } from "./asks.ts";
import type { Desk } from "./asks.ts";
import { composer } from "./composer.ts";
import { createFocusKeeper } from "./focus.ts";
import { header, phaseOf, statusLine } from "./header.ts";
import { UNKNOWN_SHARE } from "./ring.ts";
import { loadingScreen, welcomeScreen } from "./plain-screens.ts";
import type { Extra, Given, Rest } from "./rest.ts";
import type { MainScene } from "./scene.ts";
import { plainScreen } from "./screen.ts";
import type { Screen } from "./screen.ts";
import { createTranscript } from "./transcript.ts";

/** What draws the panel. */
export interface Drawing {
  draw(): void;
  /** Something in the chat changed: it is drawn in a moment. */
  changed(): void;
  /** The rest is there. */
  add(createRest: (given: Given) => Rest): void;
  /** The rest did not come yet. */
  late(): void;
  /** A person opened it: the keyboard goes there. */
  enter(): void;
}

const plain = (text: string): Drawn => text;

function middle(scene: MainScene, screen: Screen, extra: Extra | undefined): Drawn {
  switch (screen.is) {
    case "chat":
    case "over":
      return null;
    case "welcome":
      return welcomeScreen(scene, screen.starting, extra?.aside);
    case "loading":
      return loadingScreen(scene);
    default:
      return extra?.screen ?? loadingScreen(scene);
  }
}

function foot(scene: MainScene, screen: Screen, extra: Extra | undefined): Drawn {
  if (screen.is !== "chat" && screen.is !== "welcome") return extra?.foot;
  const { unsaid = "" } = extra ?? {};
  return ["footer", {}, ["p", { class: "said bad", hidden: unsaid === "" }, unsaid], composer(scene)];
}

export function createDrawing(given: Omit<Given, "desk" | "views">): Drawing {
  const { hosting, chat, texts, say, frame, signal } = given;
  const { settings, inline, root } = hosting;
  const desk: Desk = { unsaid: null, draw: redraw };
  const asks = { ...asksOf(chat, desk), minimise: () => hosting.wish(false) };
  const transcript = createTranscript(chat, signal);
  const focus = createFocusKeeper(frame, root);
  const views: ChatView[] = [];
  let rest: Rest | null = null;
  let isLate = false;
  let isDue = false;

  function redraw(): void {
    if (signal.aborted) return;
    const view = chat.snapshot();
    const screen = rest ? rest.screen(view) : plainScreen(view);
    const inChat = screen.is === "chat" || screen.is === "over";
    const now = Date.now() + view.clockOffset;
    const scene = { view, settings, texts, say, now, inline, asks, unsaid: desk.unsaid };
    const extra = rest?.look(scene, screen);
    const kept = extra ? extra.kept : "retryAt" in view.status ? UNKNOWN_SHARE : null;
    const unreached = isLate && screen.is === "loading" ? texts.notConnected : "";
    const status = statusLine(scene, phaseOf(scene, screen), kept) || unreached;
    focus.over(() => {
      transcript.element.hidden = !inChat;
      draw(
        frame,
        [
          "section",
          { class: "body", inert: Boolean(extra?.over) },
          header(scene, screen, status, kept, extra?.tools),
          ["div", { class: "middle" }, extra?.notice, middle(scene, screen, extra), transcript.element],
          foot(scene, screen, extra),
        ],
        extra?.over,
        ["p", { class: "unseen", role: "status" }, extra?.words ?? status],
      );
      const box = frame.querySelector("textarea");
      if (box !== null && box.value !== view.draft) box.value = view.draft;
      if (inChat) transcript.show(scene, extra?.body ?? plain);
    });
  }

  frame.ariaLabel = say(texts.chatWith, { name: settings.name });
  frame.addEventListener("keydown", ({ key, isComposing, defaultPrevented }) => {
    if (key === "Escape" && !isComposing && !defaultPrevented && !inline) asks.minimise();
  });
  return {
    draw: redraw,
    changed: () => {
      views.push(chat.snapshot());
      if (isDue) return;
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        redraw();
      });
    },
    add: (createRest) => {
      rest = createRest({ ...given, desk, views });
      redraw();
    },
    late: () => {
      isLate = true;
      redraw();
    },
    enter: focus.enter,
  };
}
