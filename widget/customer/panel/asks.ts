import { MESSAGE_CHARS } from "#protocol/limits.ts";
import type { Chat } from "../../client/customer.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";
import type { Asks, Sheet } from "./scene.ts";

/** What the panel knows beside the chat. */
export interface Desk {
  readonly chat: Chat;
  readonly texts: ChatTexts;
  readonly say: Words;
  sheet: Sheet;
  /** The person reads in a chat that they came too late for. */
  reading: boolean;
  /** What to tell the person about what they last did. */
  said: string;
  draw(): void;
  minimise(): void;
}

/** Says what was typed, and empties the box; what is not taken stays in it. */
function sendDraft({ chat, texts, say, ...desk }: Desk): string {
  const { draft } = chat.snapshot();
  const sent = chat.send(draft);
  if ("id" in sent) {
    chat.setDraft("");
    return "";
  }
  switch (sent.refused) {
    case "too-long":
      return say(texts.tooLong, { n: MESSAGE_CHARS });
    case "ended":
      return texts.hasEnded;
    case "full":
      return texts.tooMany;
    default:
      return desk.said;
  }
}

/** What the buttons and boxes do, each in one step of the client. */
export function asksOf(desk: Desk): Asks {
  const { chat, texts, say } = desk;
  const show = (sheet: Sheet): void => {
    desk.sheet = sheet;
    desk.draw();
  };
  const send = (): void => {
    desk.said = sendDraft(desk);
    desk.draw();
  };
  const start = async (): Promise<void> => {
    const { draft } = chat.snapshot();
    if (draft.trim() === "") return;
    // Nothing is started for what could not be said in it.
    if (draft.length > MESSAGE_CHARS) {
      desk.said = say(texts.tooLong, { n: MESSAGE_CHARS });
      return desk.draw();
    }
    await chat.start();
    if (chat.snapshot().entrance.at === "chatting") send();
  };
  const retry = async (): Promise<void> => {
    const before = chat.snapshot().entrance;
    await chat.retry();
    // What could not be said, since there was nothing to say it in.
    const meant = before.at === "unreachable" && before.again.ask === "start" && !before.again.wish.startNew;
    if (meant && chat.snapshot().entrance.at === "chatting") send();
  };
  return {
    draft: (text) => {
      desk.said = "";
      chat.setDraft(text);
      chat.typing(text !== "");
    },
    send: () => (chat.snapshot().entrance.at === "chatting" ? send() : void start()),
    startNew: () => {
      desk.reading = false;
      show({ is: "none" });
      void chat.startNew();
    },
    continue: () => void chat.continue(),
    retry: () => void retry(),
    reconnect: () => chat.reconnect(),
    read: () => {
      desk.reading = true;
      desk.draw();
    },
    dismiss: () => {
      desk.reading = false;
      chat.dismiss();
    },
    showEnd: () => show({ is: "end" }),
    end: () => {
      show({ is: "none" });
      void chat.end();
    },
    showLink: () => {
      show({ is: "link", answer: null, copied: false });
      void chat.makeLink().then((answer) => {
        if (desk.sheet.is === "link") show({ ...desk.sheet, answer });
      });
    },
    copy: (url) =>
      void navigator.clipboard.writeText(url).then(
        () => {
          if (desk.sheet.is === "link") show({ ...desk.sheet, copied: true });
        },
        // Not allowed to: the link stands there, selected by a touch of it.
        () => undefined,
      ),
    closeSheet: () => show({ is: "none" }),
    minimise: () => desk.minimise(),
  };
}
