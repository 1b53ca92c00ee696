import { MESSAGE_CHARS } from "#protocol/limits.ts";
import type { Chat } from "../../client/customer.ts";
import type { MainAsks, Unsaid } from "./scene.ts";

/** What the panel knows beside the chat. */
export interface Desk {
  /** What to tell the person about what they last did. */
  unsaid: Unsaid | null;
  draw(): void;
}

/** What the buttons and boxes do that are there from the start, each in one step of the client. */
export function asksOf(chat: Chat, desk: Desk): Omit<MainAsks, "minimise"> {
  /** What stood in the box when it was to be said; null once it is. */
  let wanted: string | null = null;
  const tell = (unsaid: Unsaid | null): void => {
    desk.unsaid = unsaid;
    desk.draw();
  };
  /** Says what was wanted, and leaves in the box what came after it; what is not taken stays there. */
  const say = (): void => {
    const { entrance, draft } = chat.snapshot();
    if (wanted === null || entrance.at !== "chatting") {
      // What could not be started yet may be still.
      if (entrance.at !== "unreachable") wanted = null;
      return;
    }
    const text = draft.startsWith(wanted) ? wanted : draft;
    wanted = null;
    const sent = chat.send(text);
    if ("id" in sent) chat.setDraft(draft.slice(text.length));
    tell("refused" in sent && sent.refused === "full" ? "full" : null);
  };
  const send = async (): Promise<void> => {
    const { entrance, draft } = chat.snapshot();
    if (draft.trim() === "") return;
    // Nothing is started for what could not be said in it.
    if (draft.length > MESSAGE_CHARS) return tell("too-long");
    wanted = draft;
    // Also while it starts: what is said then is said once it has.
    if (entrance.at !== "chatting") await chat.start();
    say();
  };
  return {
    draft: (text) => {
      desk.unsaid = null;
      chat.setDraft(text);
      chat.typing(text !== "");
    },
    send: () => void send(),
    retry: () => void chat.retry().then(say),
  };
}
