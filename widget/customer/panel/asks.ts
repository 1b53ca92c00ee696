import { MESSAGE_CHARS } from "#protocol/limits.ts";
import type { Chat, ChatView } from "../../client/customer.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";
import type { MainAsks, Sheet } from "./scene.ts";

/** What the panel knows beside the chat. */
export interface Desk {
  readonly chat: Chat;
  readonly texts: ChatTexts;
  readonly say: Words;
  sheet: Sheet;
  /** Puts something over the chat, or takes it away. */
  show(sheet: Sheet): void;
  /** The person reads in a chat that they came too late for. */
  reading: boolean;
  /** What to tell the person about what they last did. */
  said: string;
  draw(): void;
  minimise(): void;
}

/** What the buttons and boxes do that are there from the start, each in one step of the client. */
export function asksOf(desk: Desk): MainAsks {
  const { chat, texts, say } = desk;
  const entrance = (): ChatView["entrance"] => chat.snapshot().entrance;
  /** Says what was typed, and empties the box; what is not taken stays in it. */
  const sendDraft = (): void => {
    if (entrance().at !== "chatting") return;
    const sent = chat.send(chat.snapshot().draft);
    if ("id" in sent) chat.setDraft("");
    else if (sent.refused === "full") desk.said = say(texts.tooMany);
    desk.draw();
  };
  const send = async (): Promise<void> => {
    const { draft } = chat.snapshot();
    if (draft.trim() === "") return;
    // Nothing is started for what could not be said in it.
    if (draft.length > MESSAGE_CHARS) {
      desk.said = say(texts.tooLong, { n: MESSAGE_CHARS });
      return desk.draw();
    }
    if (entrance().at !== "chatting") await chat.start();
    sendDraft();
  };
  const retry = async (): Promise<void> => {
    const before = entrance();
    await chat.retry();
    // What could not be said, since there was nothing to say it in.
    if (before.at === "unreachable" && before.again.ask === "start" && !before.again.wish.startNew) sendDraft();
  };
  return {
    draft: (text) => {
      desk.said = "";
      chat.setDraft(text);
      chat.typing(text !== "");
    },
    send: () => void send(),
    retry: () => void retry(),
    reconnect: () => chat.reconnect(),
    showEnd: () => desk.show({ is: "end" }),
    showLink: () => desk.show({ is: "link", answer: null, copied: false }),
    closeSheet: () => desk.show({ is: "none" }),
    minimise: () => desk.minimise(),
  };
}
