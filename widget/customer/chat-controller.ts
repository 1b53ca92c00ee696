import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { PublicWidget } from "#protocol/bodies.ts";
import { browserPorts } from "../client/browser.ts";
import { linkAnswered, onLinkToken, takeLinkToken } from "../client/link.ts";
import { createChat } from "../client/customer.ts";
import type { Chat } from "../client/customer.ts";
import { createCustomerApi } from "../client/io/customer-api.ts";
import { insist } from "../parts/insist.ts";

/** The site's signed word for who its customer is; null for a guest. `fresh`: the last one has expired. */
export type Identity = (fresh: boolean) => Promise<string | null>;

/** Runs the client of one widget as long as its host is on the page, and renders the host when something changed. */
export class ChatController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #open: { key: string; chat: Chat; undo: AbortController } | null = null;
  /** What the owner set; null until it is known. */
  widget: PublicWidget | null = null;
  /** Whether the page came by a reconnect link, and that it leads nowhere. */
  #link: "none" | "asked" | "dead" = "none";

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  /** The link by which the page came opens nothing; true until there is a chat. */
  get deadLink(): boolean {
    return this.#link === "dead";
  }

  get chat(): Chat | null {
    return this.#open?.chat ?? null;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#open?.undo.abort();
    this.#open = null;
  }

  /** Unknown, cut off, revoked, another's: it is the same for all of them. */
  #judgeLink(chat: Chat): void {
    const { at } = chat.snapshot().entrance;
    if (at === "none" && this.#link === "asked") this.#link = "dead";
    if (at === "chatting" || at === "offer" || at === "ended") this.#link = "none";
  }

  /** Runs the client of this widget of this server, if it does not already. */
  use(server: string, widgetId: string, identity: Identity): void {
    const key = `${server} ${widgetId}`;
    if (this.#open?.key === key) return;
    this.hostDisconnected();
    const ports = browserPorts(linkAnswered);
    const link = takeLinkToken();
    this.#link = link === null ? "none" : "asked";
    const chat = createChat({ baseUrl: server, widgetId, ports, identity, link });
    const undo = new AbortController();
    const { signal } = undo;
    this.#open = { key, chat, undo };
    const unsubscribe = chat.subscribe(() => {
      this.#judgeLink(chat);
      this.#host.requestUpdate();
    });
    const unlisten = onLinkToken((token) => {
      void chat.openLink(token);
      this.#link = "asked";
    });
    signal.addEventListener("abort", () => {
      unsubscribe();
      unlisten();
      chat.dispose();
    });
    // Whoever came by a link counts as present from their first touch of the page.
    for (const type of ["pointerdown", "keydown"])
      addEventListener(type, () => chat.activity(), { signal, capture: true });
    // There for all to see, it is open only once its person has used it: a page that just loads redirects nobody.
    for (const type of ["pointerdown", "keydown", "click"])
      this.#host.addEventListener(type, () => chat.setOpen(true), { signal, once: true });
    void chat.lookUp();
    const api = createCustomerApi(ports.fetch, server, widgetId);
    void insist(() => api.widget(), signal).then((widget) => {
      if (widget === null) return;
      this.widget = widget;
      this.#host.requestUpdate();
    });
  }
}
