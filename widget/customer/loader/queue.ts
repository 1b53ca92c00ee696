import { PASSED_ON } from "./rejoin-chat.ts";
import type { RejoinChat } from "./rejoin-chat.ts";

type Call = (chat: RejoinChat) => void;

/** `window.rejoin`: an array at first, for calls from before the script was there; afterwards they are carried out at once. */
export interface Queue extends Array<Call> {
  /** Places the chat of a tag. Another tag's script, a later copy of this one, finds it here. */
  place?: (tag: HTMLScriptElement) => void;
}

declare global {
  var rejoin: Queue | undefined;
}

/** The page's queue, which is made to work unless another copy of this script did that. */
export function openQueue(): Required<Pick<Queue, "place">> {
  const queue: Queue = (globalThis.rejoin ??= []);
  const place = queue.place ?? takeOver(queue);
  queue.place = place;
  return { place };
}

function takeOver(queue: Queue): (tag: HTMLScriptElement) => void {
  const chats = new Map<string, RejoinChat>();
  const called = [...queue];
  queue.push = (...calls) => {
    for (const call of calls) for (const chat of chats.values()) call(chat);
    return called.push(...calls);
  };

  const find = (widget: string): RejoinChat | null =>
    document.querySelector<RejoinChat>(`rejoin-chat[widget="${CSS.escape(widget)}"]`);

  // Pages that load the next one by script replace the whole body; a chat goes over to the new one.
  new MutationObserver(() => {
    for (const [widget, chat] of chats) {
      if (chat.isConnected || chat.parentNode === null || document.body === null) continue;
      const copy = find(widget);
      if (copy === null) document.body.append(chat);
      else copy.replaceWith(chat);
    }
  }).observe(document.documentElement, { childList: true });

  return (tag) => {
    const widget = tag.dataset["widget"] ?? "";
    if (chats.has(widget)) return;
    const there = find(widget);
    const chat = there ?? document.createElement("rejoin-chat");
    for (const name of PASSED_ON) {
      const value = tag.dataset[name];
      if (value !== undefined && !chat.hasAttribute(name)) chat.setAttribute(name, value);
    }
    if (!chat.hasAttribute("server")) chat.setAttribute("server", new URL(tag.src).origin);
    if (there === null) document.body.append(chat);
    chats.set(widget, chat);
    // One that fails takes no other along.
    for (const call of called) queueMicrotask(() => call(chat));
  };
}
