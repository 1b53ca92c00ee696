import type { Chat, ChatView } from "../../client/customer.ts";
import type { LogAction } from "../../parts/log-rows.ts";
import { createLogView } from "../../parts/log-view.ts";
import { createBodies } from "./bodies.ts";
import { logWords } from "./log-words.ts";
import type { Scene } from "./scene.ts";

/** The transcript's part of the panel. */
export interface Transcript {
  readonly element: HTMLElement;
  show(scene: Scene): void;
  dispose(): void;
}

function isQueued({ view, lines }: ChatView): boolean {
  const isNew = lines.every((line) => line.kind !== "event" || line.what.type !== "joined");
  return view?.phase.state === "open" && isNew && lines.some(({ kind }) => kind === "message");
}

export function createTranscript(chat: Chat, redraw: () => void): Transcript {
  const element = document.createElement("div");
  const rows = document.createElement("div");
  element.className = "log";
  element.part.value = "log";
  // Keys scroll it, too.
  element.tabIndex = 0;
  element.role = "group";
  element.append(rows);
  const act = (action: LogAction): void => {
    switch (action.do) {
      case "resend":
        return chat.resend(action.key);
      case "discard":
        return chat.discard(action.key);
      case "earlier":
        return chat.loadEarlier();
      case "seen":
        return chat.seen(action.seq);
    }
  };
  const log = createLogView(element, rows, act);
  let words: ReturnType<typeof logWords> | null = null;
  const body = createBodies(() => {
    words = null;
    redraw();
  });

  return {
    element,
    show: ({ view, texts, say }) => {
      const { conversationId: of, lines, hasBefore, status } = view;
      const phase = view.view?.phase;
      const typing = phase?.state === "active" ? say(texts.typing, { name: phase.agent.name }) : "";
      element.ariaLabel = texts.messages;
      if (words?.typing !== typing)
        words = { ...logWords(texts, say, () => Date.now() + chat.snapshot().clockOffset, body), typing };
      const hint = isQueued(view) ? texts.queued : "";
      log.show({
        of,
        lines,
        hasBefore,
        busy: status.is !== "connected",
        typing: view.typing && typing !== "",
        hint,
        words,
      });
    },
    dispose: () => log.dispose(),
  };
}
