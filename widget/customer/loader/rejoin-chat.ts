import type { Chat } from "../../client/customer.ts";
import type { ChatContext, TokenProvider } from "../contract.ts";
import type { ChatEventMap } from "../events.ts";
import { setStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** Attributes that are properties of the same name, too. */
const REFLECTED = ["widget", "server", "theme", "position", "launcher", "inline"] as const;

/** What a tag may say for the chat that it places. */
export const PASSED_ON = [...REFLECTED, "lang", "open"] as const;

/** The customer's chat with one widget: `<rejoin-chat widget="…">`. */
export class RejoinChat extends HTMLElement {
  static readonly observedAttributes = PASSED_ON;
  /** Where the script came from. */
  static server = location.origin;

  /** The widget's id. */
  declare widget: string | null;
  /** The server's origin; by default the one that the script came from. */
  declare server: string | null;
  declare theme: "light" | "dark" | "auto" | null;
  declare position: "left" | "right" | null;
  /** `none`: the page has a launcher of its own. */
  declare launcher: "none" | null;
  /** Stands in the page's flow, always open. */
  declare inline: boolean | null;

  /** Resolves when the chat can be used. */
  readonly ready: Promise<void>;
  #isReady = (): void => {};
  #identity: TokenProvider | null = null;
  #context: ChatContext = {};
  #stage: Stage | null = null;
  #played = "";

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    this.ready = new Promise((resolve) => (this.#isReady = resolve));
    // What was set before the element was defined stands in the way of what the class has for it.
    for (const [name, value] of Object.entries(this)) {
      if (name === "ready") continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  /** Asked for the customer's token; null for a guest. */
  get identity(): TokenProvider | null {
    return this.#identity;
  }

  set identity(provider: TokenProvider | null) {
    const before = this.#identity;
    this.#identity = provider;
    if (provider !== null) this.#stage?.identified();
    else if (before !== null) this.signOut();
  }

  /** The client behind it; null until the panel is loaded. */
  get chat(): Chat | null {
    return this.#stage?.panel()?.chat ?? null;
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
    this.#context = {};
    this.#stage?.signedOut();
  }

  /** Adds to what agents are told of the customer. */
  setContext(context: ChatContext): void {
    this.#context = { ...this.#context, ...context };
    this.#stage?.contextChanged();
  }

  /** Ends the conversation; resolves with whether there was one to end. */
  async end(): Promise<boolean> {
    return (await this.#stage?.end()) ?? false;
  }

  connectedCallback(): void {
    this.#settle();
  }

  disconnectedCallback(): void {
    this.#settle();
  }

  attributeChangedCallback(): void {
    this.#stage?.update();
    this.#settle();
  }

  /** Later: who moves the element takes it out first, and attributes change one by one. */
  #settle(): void {
    setTimeout(() => {
      const widgetId = this.isConnected ? this.getAttribute("widget") : null;
      const server = new URL(this.getAttribute("server") ?? RejoinChat.server, location.href).origin;
      const play = widgetId && [widgetId, server, this.lang, this.hasAttribute("inline")].join();
      if ((play ?? "") === this.#played) return;
      this.#played = play ?? "";
      this.#stage?.dispose();
      this.#stage = null;
      const root = this.shadowRoot;
      if (!widgetId || root === null) return;
      this.#stage = setStage({
        element: this,
        root,
        server,
        widgetId,
        drawn: this.#isReady,
        identity: () => this.#identity,
        context: () => this.#context,
      });
    });
  }
}

for (const name of REFLECTED) {
  Object.defineProperty(RejoinChat.prototype, name, {
    get(this: RejoinChat) {
      return this.getAttribute(name);
    },
    set(this: RejoinChat, value: string | boolean | null | undefined) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? "" : String(value));
    },
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-chat": RejoinChat;
  }
  interface HTMLElementEventMap extends ChatEventMap {}
}
