import type { nothing, TemplateResult } from "lit/html.js";
import type { PublicWidget } from "#protocol/bodies.ts";
import type { Answer, ChatView } from "../../client/customer.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";
import type { Screen } from "./screen.ts";

/** What is asked or shown over the chat. */
export type Sheet = { is: "none" } | { is: "end" } | { is: "link"; answer: Answer | null; copied: boolean };

/** What a person can do while they chat, each in one step. */
export interface MainAsks {
  /** What stands in the box by now. */
  draft(text: string): void;
  /** Says what stands in the box; starts the chat where there is none. */
  send(): void;
  /** Asks again what could not be answered. */
  retry(): void;
  /** Tries the line now. */
  reconnect(): void;
  showEnd(): void;
  showLink(): void;
  closeSheet(): void;
  minimise(): void;
}

/** Everything that a person can do in the panel. */
export interface Asks extends MainAsks {
  startNew(): void;
  continue(): void;
  /** Reads in a chat that is over. */
  read(): void;
  /** Closes the chat that is over: everything of it is forgotten. */
  dismiss(): void;
  end(): void;
  copy(url: string): void;
}

/** All that the templates of the panel draw from. */
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
  sheet: Sheet;
  /** The link by which the page came leads nowhere; true until there is a chat. */
  deadLink: boolean;
}

/** The same for what is loaded when it is needed. */
export interface Scene extends MainScene {
  asks: Asks;
}

/** The screens that are loaded when they are needed; what `loadScreens` gives. */
export interface MoreScreens {
  /** Of prompt, ended, refused, elsewhere. */
  screen(scene: Scene, screen: Screen): TemplateResult | typeof nothing;
  /** Under a chat that is over. */
  footer(scene: Scene, screen: Screen): TemplateResult | typeof nothing;
  /** Over the chat: the question before the end, the link to take along. */
  sheet(scene: Scene): TemplateResult | typeof nothing;
  /** What is read out when this comes to the screen; empty for what speaks for itself. */
  announcement(scene: Scene, screen: Screen): string;
  /** Above the greeting, after a link that leads nowhere. */
  aside(scene: Scene): TemplateResult | typeof nothing;
}
