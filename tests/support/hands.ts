import type { Locator, Page } from "playwright-core";
import type { Wording } from "./wording.ts";
import { ENGLISH } from "./wording.ts";

/** What a customer does with the chat on a page, and where they look. */
export interface Hands {
  readonly page: Page;
  readonly words: Wording;
  readonly chat: Locator;
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly box: Locator;
  readonly log: Locator;
  readonly bubbles: Locator;
  button(name: string | RegExp): Locator;
  /** Opens the chat by its launcher. */
  open(): Promise<void>;
  minimise(): Promise<void>;
  /** Writes and sends; resolves when it stands in the log. */
  say(text: string): Promise<void>;
  /** One of what the header offers. */
  choose(item: "takeAlong" | "end"): Promise<void>;
  /** Has the line tried at once, unless it comes back by itself first. */
  tryNow(): Promise<void>;
  /** Says yes to the question before the end. */
  confirmEnd(): Promise<void>;
}

/** Waits until nothing in the chat moves any more: only then can it be measured. What goes on for ever is no move. */
export async function stillness(chat: Locator): Promise<void> {
  await chat.evaluate(async ({ shadowRoot }) => {
    const moves = shadowRoot?.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity) ?? [];
    await Promise.allSettled(moves.map(({ finished }) => finished));
  });
}

export function handsOn(page: Page, words: Wording = ENGLISH): Hands {
  const chat = page.locator("rejoin-chat");
  const button = (name: string | RegExp) => chat.getByRole("button", { name, exact: true });
  const launcher = chat.locator("[part~=launcher]");
  const panel = chat.locator("[part~=panel]");
  const box = chat.locator("[part~=input]");
  const log = chat.getByRole("log");
  return {
    page,
    words,
    chat,
    launcher,
    panel,
    box,
    log,
    bubbles: chat.locator("[part~=bubble]"),
    button,
    open: async () => {
      await launcher.click();
      await panel.waitFor();
      await stillness(chat);
    },
    minimise: async () => {
      await button(words.chat.minimise).click();
      await panel.waitFor({ state: "hidden" });
    },
    say: async (text) => {
      await box.fill(text);
      await box.press("Enter");
      await log.getByText(text, { exact: true }).waitFor();
    },
    choose: async (item) => {
      await chat.locator("[part~=header]").getByRole("button", { name: words.more[item], exact: true }).click();
    },
    tryNow: async () => {
      const now = button(words.more.tryNow);
      const gone = now.waitFor({ state: "detached" });
      await Promise.race([now.click().catch(() => gone), gone]);
    },
    confirmEnd: async () => {
      await chat.getByRole("alertdialog").getByRole("button", { name: words.more.yesEnd, exact: true }).click();
    },
  };
}
