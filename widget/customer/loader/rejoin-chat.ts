import type { Chat } from "../../client/customer.ts";
import type { ChatContext, TokenProvider } from "../contract.ts";
import type { ChatEventMap, ChatEvents } from "../events.ts";
import { closedChat } from "./closed-chat.ts";
import type { ClosedChat } from "./closed-chat.ts";
import { forget } from "./resumable.ts";

/** Attributes that are properties of the same name, too. */
const REFLECTED = ["widget", "server", "theme", "position", "launcher", "inline"] as const;

/** The customer's chat with one widget: `<rejoin-chat widget="…">`. */
export class RejoinChat extends HTMLElement {
  static readonly observedAttributes = [...REFLECTED, "lang", "open"] as const;
  /** Where the script came from. */
  static origin = location.origin;

  /** The widget's id. */
  declare widget: string | null;
  /** The server's origin; by default the one that the script came from. */
  declare server: string | null;
  declare theme: "light" | "dark" | "auto" | null;
  declare position: "left" | "right" | null;
  /** `none`: the page has a launcher of its own. */
  declare launcher: "none" | null;
  /** Stands in the page's flow, always open. */
  declare inline: string | boolean | null;

  /** Resolves when the chat can be used. */
  readonly ready = new Promise<void>((resolve) => {
    this.addEventListener("rejoin-ready", () => resolve());
  });
  /** What agents are told of the customer. */
  context: ChatContext = {};
  readonly #root = this.attachShadow({ mode: "open" });
  #identity: TokenProvider | null = null;
  #chat: ClosedChat | undefined;
  #shown = "";

  constructor() {
    super();
    // Set before the element was defined, it would stand in the way of what the class has for it.
    const { identity } = this;
    Reflect.deleteProperty(this, "identity");
    if (identity !== this.identity) this.identity = identity;
    for (const name of REFLECTED) {
      const early = this[name];
      Object.defineProperty(this, name, {
        get: () => this.getAttribute(name),
        set: (value: string | boolean | null | undefined) => {
          if ((value ?? false) === false) this.removeAttribute(name);
          else this.setAttribute(name, `${value}`);
        },
      });
      if (early !== undefined) Reflect.set(this, name, early);
    }
  }

  /** Asked for the customer's token; null for a guest. */
  get identity(): TokenProvider | null {
    return this.#identity;
  }

  set identity(provider: TokenProvider | null) {
    if (provider === null && this.#identity !== null) this.signOut();
    this.#identity = provider;
    if (provider !== null) void this.#chat?.tell("identified");
  }

  /** The client behind it; null until the panel is loaded. */
  get chat(): Chat | null {
    return this.#chat?.stage?.panel.chat ?? null;
  }

  /** A method; frameworks that set what is there as a property may set it like the attribute. */
  get open(): () => void {
    return () => this.setAttribute("open", "");
  }

  set open(open: boolean) {
    this.toggleAttribute("open", open);
  }

  close(): void {
    this.removeAttribute("open");
  }

  toggle(): void {
    this.toggleAttribute("open");
  }

  identify(provider: TokenProvider): void {
    this.identity = provider;
  }

  /** Whoever is there from now on is a guest who was never here. */
  signOut(): void {
    this.#identity = null;
    this.context = {};
    forget(this.widget);
    void this.#chat?.tell("signedOut");
  }

  /** Adds to what agents are told of the customer. */
  setContext(context: ChatContext): void {
    this.context = { ...this.context, ...context };
    void this.#chat?.tell("contextChanged");
  }

  /** Ends the conversation; resolves with whether there was one to end. */
  async end(): Promise<boolean> {
    return Boolean(await this.#chat?.tell("end"));
  }

  /** Tells the page. */
  emit<Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(`rejoin-${name}`, { detail, bubbles: true }));
  }

  connectedCallback(): void {
    // Later: who moves the element takes it out first, and attributes change one by one.
    setTimeout(() => {
      const widgetId = this.isConnected && this.widget;
      const server = new URL(this.server ?? RejoinChat.origin, location.href).origin;
      const shown = widgetId ? [widgetId, server, this.lang, this.inline].join() : "";
      if (shown === this.#shown) return;
      this.#shown = shown;
      this.#chat?.dispose();
      this.#chat = widgetId ? closedChat(this, this.#root, server, widgetId) : undefined;
    });
  }

  disconnectedCallback(): void {
    this.connectedCallback();
  }

  attributeChangedCallback(): void {
    void this.#chat?.update();
    this.connectedCallback();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-chat": RejoinChat;
  }
  interface HTMLElementEventMap extends ChatEventMap {}
}
