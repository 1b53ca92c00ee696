import type { RejoinChat } from "../../customer/loader/rejoin-chat.ts";
import type { Command, Word } from "../messages.ts";
import { clientOf, onChat } from "./chat-on-page.ts";
import { forget, signIn } from "./customer.ts";

/** Does what the demo's page asks for, as a person at this device would. */
export async function obey(command: Command, tell: (word: Word) => void): Promise<void> {
  switch (command.do) {
    case "say":
      return say(await chatOnPage(), command.text);
    case "answer":
      return;
    case "open":
      return (await chatOnPage()).setAttribute("open", "");
    case "hang":
      return tell(hang(command.seconds));
    case "link":
      return tell({ is: "link", url: await takeAlong(await chatOnPage()) });
    case "forget":
      return forget();
    case "sign-in":
      return signIn();
    case "go":
      return location.assign(command.path);
    case "network":
      return void dispatchEvent(new Event(command.there ? "online" : "offline"));
  }
}

const chatOnPage = (): Promise<RejoinChat> => new Promise((resolve) => onChat(resolve));

async function say(element: RejoinChat, text: string): Promise<void> {
  const chat = await clientOf(element);
  const { at } = chat.snapshot().entrance;
  const wish = { page: location.href };
  await (at === "chatting" || at === "ended" ? chat.startNew(wish) : chat.start(wish));
  chat.send(text);
}

/** Nothing else runs on this page meanwhile: no click, no timer, no frame of the chat. */
function hang(seconds: number): Word {
  const from = performance.timeOrigin + performance.now();
  const until = from + seconds * 1_000;
  while (performance.timeOrigin + performance.now() < until);
  return { is: "hung", from, until };
}

async function takeAlong(element: RejoinChat): Promise<string | null> {
  const made = await (await clientOf(element)).makeLink();
  if (!made.ok) return null;
  return made.url ?? null;
}
