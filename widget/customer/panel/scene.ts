import type { PublicWidget } from "#protocol/bodies.ts";
import type { ChatView } from "../../client/customer.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";

/** Why what stands in the box was not said. */
export type Unsaid = "full" | "too-long";

/** What a person can do while they chat, each in one step. */
export interface MainAsks {
  /** What stands in the box by now. */
  draft(text: string): void;
  /** Says what stands in the box; starts the chat where there is none. */
  send(): void;
  /** Asks again what could not be answered. */
  retry(): void;
  minimise(): void;
}

/** All that the panel is drawn from. */
export interface MainScene {
  view: ChatView;
  settings: PublicWidget;
  texts: ChatTexts;
  say: Words;
  /** In epoch milliseconds by the server's clock. */
  now: number;
  /** Placed in the page's flow, always open. */
  inline: boolean;
  asks: MainAsks;
  unsaid: Unsaid | null;
}
