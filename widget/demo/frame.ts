import { letter, opened } from "./messages.ts";
import type { Command, Word } from "./messages.ts";

/** A page of another origin in a frame, with whom we speak. */
export interface Frame {
  /** The element that shows it; the same one as long as nothing is opened anew. */
  readonly element: HTMLIFrameElement;
  send(command: Command): void;
  /** Leaves, as a tab that is closed. */
  close(): void;
}

/** Opens an address in a new frame. `hear` gets what pages of its origin say in it. */
export function openFrame(url: string, title: string, hear: (word: Word) => void): Frame {
  const { origin } = new URL(url);
  const element = document.createElement("iframe");
  element.title = title;
  // A link can be copied from the chat.
  element.allow = "clipboard-write";
  const listen = ({ source, origin: from, data }: MessageEvent): void => {
    if (source !== element.contentWindow || from !== origin) return;
    const word = opened<Word>(data);
    if (word !== null) hear(word);
  };
  addEventListener("message", listen);
  element.src = url;
  return {
    element,
    send: (command) => element.contentWindow?.postMessage(letter(command), origin),
    close: () => {
      removeEventListener("message", listen);
      element.remove();
    },
  };
}
