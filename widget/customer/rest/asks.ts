import type { Given } from "../panel/rest.ts";
import type { MainAsks } from "../panel/scene.ts";
import type { Asks, Sheet } from "./scene.ts";

/** What the rest knows beside the chat. */
export interface Table {
  sheet: Sheet;
  /** The person reads in a chat that they came too late for. */
  reading: boolean;
}

/** What can be done where the rest is shown, each in one step of the client. */
export function restAsks({ chat, desk, hosting }: Given, table: Table): Omit<Asks, keyof MainAsks> {
  const show = (sheet: Sheet): void => {
    table.sheet = sheet;
    desk.draw();
  };
  const askForLink = async (): Promise<void> => {
    const asking: Sheet = { is: "link", answer: null, copied: false };
    show(asking);
    const answer = await chat.makeLink();
    if (table.sheet === asking) show({ ...asking, answer });
  };
  return {
    reconnect: () => chat.reconnect(),
    showEnd: () => show({ is: "end" }),
    showLink: () => void askForLink(),
    closeSheet: () => show({ is: "none" }),
    startNew: () => {
      table.reading = false;
      show({ is: "none" });
      void chat.startNew();
    },
    continue: () => void chat.continue(),
    read: () => {
      table.reading = true;
      desk.draw();
    },
    startOver: () => {
      const { draft } = chat.snapshot();
      table.reading = false;
      chat.dismiss();
      // What was not sent is theirs for this one.
      chat.setDraft(draft);
    },
    dismiss: () => {
      table.reading = false;
      chat.dismiss();
      if (!hosting.inline) hosting.wish(false);
    },
    end: () => {
      show({ is: "none" });
      void chat.end();
    },
    // Whoever thinks better of it is told nothing.
    share: (url) => void navigator.share({ url }).catch(() => undefined),
    copy: (url) =>
      void navigator.clipboard.writeText(url).then(
        () => {
          if (table.sheet.is === "link") show({ ...table.sheet, copied: true });
        },
        // Not allowed to: the link stands there, selected by a touch of it.
        () => undefined,
      ),
  };
}
