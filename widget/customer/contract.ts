import type { PublicWidget } from "#protocol/bodies.ts";
import type { Chat } from "../client/customer.ts";
import type { ChatEvents } from "./events.ts";

// What the two stages of the widget know of each other: the loader, which every page pays for, and the panel.
// Types alone; neither stage holds code of the other.

/** The site's signed word for who its customer is; null for a guest. `fresh`: the last one has expired. */
export type TokenProvider = (fresh: boolean) => Promise<string | null> | string | null;

/** What the site tells of its customer; nothing of it is a proof. All of it is shown to agents. */
export interface ChatContext {
  /** How a guest wants to be called. */
  name?: string;
  /** The address of the page, where it is not the one that the browser shows. */
  page?: string;
  /** Anything else that helps an agent: the plan, the cart, an order's number. */
  facts?: Readonly<Record<string, string>>;
}

/** What the loader's element gives to its panel. */
export interface Hosting {
  /** `<rejoin-chat>` itself. */
  readonly element: HTMLElement;
  /** Where the panel draws; the launcher is a child of it already. */
  readonly root: ShadowRoot;
  /** The server's origin. */
  readonly server: string;
  readonly widgetId: string;
  /** Placed in the page's flow, always open, without a launcher. */
  readonly inline: boolean;
  readonly settings: PublicWidget;
  /** The token of the reconnect link by which the page came, or that was opened on it last; null if there was none. */
  link: string | null;
  /** Asked for the customer's token; undefined for a guest, which can change. */
  readonly identity: TokenProvider | undefined;
  context(): ChatContext;
  linkAnswered(token: string, opened: boolean): void;
  /** The panel wants to be opened or closed: the close button, Escape, a link. The loader calls `show` in turn. */
  wish(open: boolean): void;
  /** Dispatches `rejoin-<name>` on the element. */
  emit<Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]): void;
}

/** A panel that runs. */
export interface Panel {
  /** The headless client behind it. */
  readonly chat: Chat;
  /** Shows or hides it; `focus`: a person asked for it, so the keyboard goes there. */
  show(open: boolean, focus: boolean): void;
  /** The site names its customer, or another one, from now on. */
  identified(): void;
  signedOut(): void;
  contextChanged(): void;
  end(): Promise<boolean>;
  dispose(): void;
}

/** What the panel's chunk exports. */
export interface PanelModule {
  openPanel(hosting: Hosting): Promise<Panel>;
}
