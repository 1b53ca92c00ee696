import { RejoinChat } from "./rejoin-chat.ts";

type Call = (chat: RejoinChat) => void;
type Place = (tag: HTMLScriptElement) => void;

/** `window.rejoin`: an array at first, for calls from before the script was there; afterwards they are carried out at once. */
export interface Queue extends Array<Call> {
  /** Places the chat of a tag. Another tag, with a copy of this script of its own, finds it here. */
  place?: Place;
}

declare global {
  var rejoin: Queue | undefined;
}

/** Makes the page's queue work, unless another copy of this script did. */
export function openQueue(): Place {
  const queue: Queue = (globalThis.rejoin ??= []);
  return (queue.place ??= takeOver(queue));
}

function takeOver(queue: Queue): Place {
  const chats = new Map<string, RejoinChat>();
  const calls = [...queue];
  queue.push = (...more) => {
    for (const call of more) for (const chat of chats.values()) call(chat);
    return calls.push(...more);
  };
  const onPage = (id: string): RejoinChat | null => document.querySelector(`rejoin-chat[widget="${CSS.escape(id)}"]`);

  // Pages that load the next one by script replace the whole body; a chat goes over to the new one.
  new MutationObserver(() => {
    for (const [id, chat] of chats) {
      if (chat.isConnected || !chat.parentNode) continue;
      const copy = onPage(id);
      if (copy) copy.replaceWith(chat);
      else document.body.append(chat);
    }
  }).observe(document.documentElement, { childList: true });

  return (tag) => {
    const id = tag.dataset["widget"] ?? "";
    if (chats.has(id)) return;
    const chat = onPage(id) ?? document.createElement("rejoin-chat");
    for (const name of RejoinChat.observedAttributes) {
      const said = tag.dataset[name];
      if (said !== undefined && !chat.hasAttribute(name)) chat.setAttribute(name, said);
    }
    chat.server ??= new URL(tag.src).origin;
    if (!chat.isConnected) document.body.append(chat);
    chats.set(id, chat);
    // One that fails takes no other along.
    for (const call of calls) queueMicrotask(() => call(chat));
  };
}
