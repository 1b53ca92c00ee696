import type { Chat } from "../../client/customer.ts";
import type { RejoinChat } from "../../customer/loader/rejoin-chat.ts";
import { factsOf } from "../facts.ts";
import type { Word } from "../messages.ts";

/** Calls once for the page's chat, now or when its script is there: the queue that any page has. */
export function onChat(call: (chat: RejoinChat) => void): void {
  globalThis.rejoin ??= [];
  globalThis.rejoin.push(call);
}

/** The client behind the page's chat, which is loaded for it. */
export async function clientOf(chat: RejoinChat): Promise<Chat> {
  chat.setAttribute("open", "");
  while (chat.chat === null) await new Promise((resolve) => setTimeout(resolve, 50));
  return chat.chat;
}

/** What this page knows. */
export function tellFacts(chat: RejoinChat, tell: (word: Word) => void): void {
  const view = chat.chat?.snapshot();
  if (view !== undefined) tell({ is: "facts", facts: factsOf(view, view.entrance) });
}
