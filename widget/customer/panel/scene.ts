import type { nothing, TemplateResult } from "lit/html.js";
import type { PublicWidget } from "#protocol/bodies.ts";
import type { Answer, ChatView } from "../../client/customer.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";
import type { Screen } from "./screen.ts";

/** What is asked or shown over the chat. */
export type Sheet = { is: "none" } | { is: "end" } | { is: "link"; answer: Answer | null; copied: boolean };

/** Everything that a person can do in the panel, each in one step. */
export interface Asks {
  /** What stands in the box by now. */
  draft(text: string): void;
  /** Says what stands in the box; starts the chat where there is none. */
  send(): void;
  startNew(): void;
  continue(): void;
  /** Asks again what could not be answered. */
  retry(): void;
  /** Tries the line now. */
  reconnect(): void;
  /** Reads in a chat that is over. */
  read(): void;
  /** Closes the chat that is over: everything of it is forgotten. */
  dismiss(): void;
  showEnd(): void;
  end(): void;
  showLink(): void;
  copy(url: string): void;
  closeSheet(): void;
  minimise(): void;
}

/** All that the templates of the panel draw from. */
export interface Scene {
  view: ChatView;
  settings: PublicWidget;
  texts: ChatTexts;
  say: Words;
  /** In epoch milliseconds by the server's clock. */
  now: number;
  /** Placed in the page's flow, always open. */
  inline: boolean;
  asks: Asks;
  sheet: Sheet;
  /** The link by which the page came leads nowhere; true until there is a chat. */
  deadLink: boolean;
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
