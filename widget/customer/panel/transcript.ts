import type { Chat, ChatView } from "../../client/customer.ts";
import type { LogAction, LogWords } from "../../parts/log-rows.ts";
import { createLogView } from "../../parts/log-view.ts";
import { logWords } from "./log-words.ts";
import type { MainScene } from "./scene.ts";

/** The transcript's part of the panel. */
export interface Transcript {
  readonly element: HTMLElement;
  /** `body`: how the texts of messages are drawn. */
  show(scene: MainScene, body: LogWords["body"]): void;
}

function isQueued({ view, lines }: ChatView): boolean {
  return view?.phase.state === "open" && !lines.some((line) => line.kind === "event" && line.what.type === "joined");
}

function act(chat: Chat, action: LogAction): void {
  if (action.do === "earlier") chat.loadEarlier();
  else if (action.do === "seen") chat.seen(action.seq);
  else chat[action.do](action.key);
}

export function createTranscript(chat: Chat, signal: AbortSignal): Transcript {
  const element = document.createElement("div");
  const rows = document.createElement("div");
  element.className = element.part.value = "log";
  // Keys scroll it, too.
  element.tabIndex = 0;
  element.append(rows);
  const log = createLogView(element, rows, (action) => act(chat, action));
  signal.addEventListener("abort", log.dispose);
  let words: LogWords | null = null;

  return {
    element,
    show: ({ view, texts, say }, body) => {
      const { conversationId: of, lines, hasBefore, status, typing } = view;
      const phase = view.view?.phase;
      const agent = phase?.state === "active" ? say(texts.typing, { name: phase.agent.name }) : "";
      if (words?.typing !== agent || words.body !== body)
        words = { ...logWords(texts, say, () => Date.now() + view.clockOffset, body), typing: agent };
      log.show({
        of,
        lines,
        hasBefore,
        words,
        typing: typing && agent !== "",
        busy: status.is !== "connected",
        hint: isQueued(view) ? texts.queued : "",
      });
    },
  };
}
