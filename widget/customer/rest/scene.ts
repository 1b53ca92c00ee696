import type { Answer } from "../../client/customer.ts";
import type { MainAsks, MainScene } from "../panel/scene.ts";
import type { MoreTexts } from "../texts/texts.ts";

/** What is asked or shown over the chat. */
export type Sheet = { is: "none" } | { is: "end" } | { is: "link"; answer: Answer | null; copied: boolean };

/** Everything that a person can do in the panel. */
export interface Asks extends MainAsks {
  /** Tries the line now. */
  reconnect(): void;
  showEnd(): void;
  showLink(): void;
  closeSheet(): void;
  /** Ends what there is, and starts another. */
  startNew(): void;
  /** Leaves a chat that is over for a new one, which starts with its first message. */
  startOver(): void;
  continue(): void;
  /** Reads in a chat that is over. */
  read(): void;
  /** Closes the chat that is over, and the panel: everything of it is forgotten. */
  dismiss(): void;
  end(): void;
  copy(url: string): void;
  /** By what the device has for that: a message, another app. */
  share(url: string): void;
}

/** All that the rest is drawn from. */
export interface Scene extends MainScene {
  asks: Asks;
  more: MoreTexts;
  sheet: Sheet;
  /** The link by which the page came leads nowhere; true until there is a chat. */
  deadLink: boolean;
}
