import type { Answer } from "../core/requests.ts";
import type { Context } from "../core/session.ts";
import type { ConversationView } from "../core/chat-view.ts";
import type { Entrance } from "../core/entrance.ts";
import type { Sent } from "./conversation.ts";
import type { Ports } from "./ports.ts";

export interface ChatOptions {
  /** The server's origin, without a slash at its end. */
  baseUrl: string;
  widgetId: string;
  ports: Ports;
  /** The site's signed word for who its customer is; null for guests. `fresh`: the last one has expired. Looked at each time: there may be none, and later one. */
  readonly identity?: ((fresh: boolean) => Promise<string | null> | string | null | undefined) | undefined;
  /** The token of the link by which the page came (`takeLinkToken`). */
  link?: string | null;
}

/** All that a screen needs to show a customer's chat. */
export interface ChatView extends ConversationView {
  entrance: Entrance;
}

/** A customer's chat. Every change is told to the subscribers, and `snapshot` is another object then. */
export interface Chat {
  snapshot(): ChatView;
  subscribe(listener: () => void): () => void;
  /** Asks what may be resumed and enters what can be entered without a question. Ask first; never starts a chat. */
  lookUp(): Promise<void>;
  /** Looks up again after the site's customer signed in, or another one did; the same one changes nothing. */
  signedIn(): Promise<void>;
  /** The site's customer signed out: the line is cut and everything stored is forgotten. */
  signOut(): void;
  /** A link was opened on the page that is already there. */
  openLink(token: string): Promise<void>;
  /** Asks again what could not be answered. */
  retry(): Promise<void>;
  /** At the prompt: continue what is there. */
  continue(): Promise<void>;
  /** Starts a conversation, once however often it is said. Does nothing where one can be resumed, or while that is not known. */
  start(wish?: { name?: string; page?: string }): Promise<void>;
  /** Ends what is there, then starts. */
  startNew(wish?: { name?: string; page?: string }): Promise<void>;
  /** Closes the ended chat: everything of it is forgotten. */
  dismiss(): void;
  send(text: string): Sent;
  /** Sends a message again that was refused, by its line's key. */
  resend(key: string): void;
  /** Throws such a message away. */
  discard(key: string): void;
  setDraft(text: string): void;
  typing(on: boolean): void;
  /** The person has read up to here. */
  seen(seq: number): void;
  loadEarlier(): void;
  end(): Promise<Answer>;
  /** The link by which this conversation can be reached from elsewhere; the same one when asked again. */
  makeLink(): Promise<Answer>;
  /** Tells agents of the customer, with the start and whenever it is another one. What is left out stays as it is. */
  setContext(context: Context): void;
  /** The person touched the page: after coming by a link, present from here on. */
  activity(): void;
  /** Whether the panel is open: only then may a page be redirected because it sees a chat come to its limit. */
  setOpen(open: boolean): void;
  /** Try now, whatever the waiting time; also after a refusal. */
  reconnect(): void;
  /** Drops the line until `return` is called: what a demo shows. */
  drop(): void;
  return(): void;
  dispose(): void;
}
