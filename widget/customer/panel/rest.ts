import { backoffMs } from "../../client/core/backoff.ts";
import type { Chat, ChatView, Opening } from "../../client/customer.ts";
import type { Drawn } from "../../parts/draw.ts";
import type { Hosting } from "../contract.ts";
import type { ChatTexts, MoreTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";
import type { Desk } from "./asks.ts";
import type { MainScene } from "./scene.ts";
import type { Screen } from "./screen.ts";

// What the panel knows of the rest: all that is not needed to chat, and is loaded right after the panel.

/** What the rest draws with, and on. */
export interface Given {
  hosting: Hosting;
  chat: Chat;
  texts: ChatTexts;
  say: Words;
  desk: Desk;
  frame: HTMLElement;
  signal: AbortSignal;
  /** What the chat came to and the page was not told yet, in order. */
  views: ChatView[];
}

/** What the rest has to add to what is shown. */
export interface Extra {
  /** While the line is in trouble that is told: the share of the hold that is left, from 1 to 0. Else null. */
  kept: number | null;
  /** What is read out. */
  words: string;
  /** Draws the text of a message; another function once it can draw more. */
  body(text: string): Drawn;
  tools: readonly [Drawn, Drawn];
  notice: Drawn;
  /** Above the greeting. */
  aside: Drawn;
  /** In the place of greeting and transcript. */
  screen: Drawn;
  /** Why what stands in the box was not said. */
  unsaid: string;
  /** In the box's place, under a chat that is over. */
  foot: Drawn;
  /** Over the chat. */
  over: Drawn;
}

export interface Rest {
  /** Which screen there is to show. */
  screen(view: ChatView): Screen;
  /** Looks at what there is to see, and adds to it. */
  look(scene: MainScene, screen: Screen): Extra;
}

/** What is loaded right after the panel. */
export interface RestModule {
  createRest(given: Given, more: MoreTexts): Rest;
  /** The entrance of those who come back. */
  openingOf(hosting: Hosting): Opening;
}

/** Loads the rest and its texts, again and again until they are there; each time they do not come is told. */
export async function loadRest(
  table: string,
  signal: AbortSignal,
  failed: () => void,
): Promise<RestModule & { more: MoreTexts }> {
  for (let attempts = 0; ; attempts += 1) {
    // A browser remembers of each address that it did not come.
    const query = attempts === 0 ? "" : `?${attempts}`;
    const files = [`./rest.js${query}`, `./${table}-more.js${query}`];
    try {
      const [rest, { more }] = await Promise.all(files.map((file) => import(file)));
      return { ...rest, more };
    } catch {
      failed();
      await new Promise((resolve) => setTimeout(resolve, 1_000 + backoffMs(attempts, Math.random())));
      // Nobody waits for it any more.
      if (signal.aborted) await new Promise(() => {});
    }
  }
}
