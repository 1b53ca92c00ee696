import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Storefront } from "./storefront.ts";

/** The element as a page sees it, as far as tests use it. */
export interface ChatElement extends HTMLElement {
  widget: string | null;
  theme: string | null;
  position: string | null;
  inline: string | boolean | null;
  identity: ((fresh: boolean) => string | Promise<string>) | null;
  readonly chat: { snapshot(): { status: { is: string } } } | null;
  readonly ready: Promise<void>;
  open(): void;
  close(): void;
  toggle(): void;
  signOut(): void;
  setContext(context: object): void;
  end(): Promise<boolean>;
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-chat": ChatElement;
  }
  var rejoin: ((chat: ChatElement) => void)[] | undefined;
}

/** A page of a storefront, with what it asks the chat's server for. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The paths that were asked for, the folder's name left out. */
  readonly asked: string[];
  /** The sockets that were opened, and which of them are still open. */
  readonly sockets: { isClosed(): boolean }[];
  /** What the page complained about: thrown errors, and what was written to its console as an error. */
  readonly complaints: string[];
}

export async function openVisitor(browser: Browser, server: string): Promise<Visitor> {
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const visitor: Visitor = { context, page, asked: [], sockets: [], complaints: [] };
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === server) visitor.asked.push(pathname.replace(/\/[0-9a-f]{8}\//, "/"));
  });
  page.on("websocket", (socket) => visitor.sockets.push(socket));
  page.on("pageerror", ({ message }) => visitor.complaints.push(message));
  return visitor;
}

/** Puts a page there whose body ends like this, and goes to it. */
export async function visitPage(front: Storefront, page: Page, end: string, path = "/own"): Promise<void> {
  front.put(path, {
    body: `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>${end}</body></html>`,
  });
  await page.goto(front.url + path);
}
