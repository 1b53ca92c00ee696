import { MESSAGE_CHARS } from "#protocol/limits.ts";
import type { Chat } from "../client/customer.ts";
import type { LogAction } from "../parts/log-rows.ts";
import { notSentText, refusalText } from "../parts/refusals.ts";
import type { Asks } from "./screens.ts";
import type { Sheet, SheetAsks } from "./sheet.ts";

/** Everything that a person can do in the chat. */
export interface ChatAsks extends Asks, SheetAsks {
  draft(text: string): void;
  send(): void;
  showEnd(): void;
  showLink(): void;
  reconnect(): void;
  log(event: Event): void;
}

interface Host {
  readonly chat: Chat | null;
  sheet: Sheet;
  reading: boolean;
  /** What to tell the person about what they last did. */
  said: string;
}

function isLogAction(event: Event): event is CustomEvent<LogAction> {
  return event.type === "log-action" && event instanceof CustomEvent;
}

/** Says what was typed, and empties the box; what is not taken stays in it. */
function sendDraft(host: Host): void {
  const { chat } = host;
  if (chat === null) return;
  const sent = chat.send(chat.snapshot().draft);
  host.said = notSentText(sent);
  if ("id" in sent) chat.setDraft("");
}

/** What the buttons and boxes do, each in one step of the client. */
export function asksOf(host: Host): ChatAsks {
  const fresh = async (start: (chat: Chat) => Promise<void>): Promise<void> => {
    host.sheet = { is: "none" };
    host.reading = false;
    if (host.chat !== null) await start(host.chat);
  };
  const retry = async (): Promise<void> => {
    const { chat } = host;
    const before = chat?.snapshot().entrance;
    await chat?.retry();
    // What could not be said, since there was nothing to say it in.
    const meant = before?.at === "unreachable" && before.again.ask === "start" && !before.again.wish.startNew;
    if (meant && chat?.snapshot().entrance.at === "chatting") sendDraft(host);
  };
  const page = (): { page: string } => ({ page: location.origin + location.pathname });
  return {
    start: () =>
      void fresh(async (chat) => {
        const { draft } = chat.snapshot();
        if (draft.trim() === "") return;
        // Nothing is started for what could not be said in it.
        if (draft.length > MESSAGE_CHARS) host.said = refusalText("too-long");
        else {
          await chat.start(page());
          sendDraft(host);
        }
      }),
    startNew: () => void fresh((chat) => chat.startNew(page())),
    continue: () => void host.chat?.continue(),
    retry: () => void retry(),
    read: () => {
      host.reading = true;
    },
    dismiss: () => {
      host.reading = false;
      host.chat?.dismiss();
    },
    draft: (text) => {
      host.said = "";
      host.chat?.setDraft(text);
      host.chat?.typing(text !== "");
    },
    send: () => sendDraft(host),
    showEnd: () => {
      host.sheet = { is: "end" };
    },
    showLink: () => {
      host.sheet = { is: "link", answer: null, copied: false };
      void host.chat?.makeLink().then((answer) => {
        if (host.sheet.is === "link") host.sheet = { is: "link", answer, copied: false };
      });
    },
    copy: (url) =>
      void navigator.clipboard.writeText(url).then(
        () => {
          if (host.sheet.is === "link") host.sheet = { ...host.sheet, copied: true };
        },
        // Not allowed to: the link stands there, selected by a touch of it.
        () => undefined,
      ),
    end: () => {
      host.sheet = { is: "none" };
      void host.chat?.end();
    },
    close: () => {
      host.sheet = { is: "none" };
    },
    reconnect: () => host.chat?.reconnect(),
    log: (event) => {
      if (!isLogAction(event) || host.chat === null) return;
      const action = event.detail;
      switch (action.do) {
        case "resend":
          return host.chat.resend(action.key);
        case "discard":
          return host.chat.discard(action.key);
        case "earlier":
          return host.chat.loadEarlier();
        case "seen":
          return host.chat.seen(action.seq);
      }
    },
  };
}
