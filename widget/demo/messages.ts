import type { Facts } from "./facts.ts";

// What the demo's page and the pages in its frames say to each other, by `postMessage`.

/** What is done in a device as its owner would do it. */
export type Command =
  /** Writes and sends this in a new chat, which is opened for it; one that there is ends first. */
  | { do: "say"; text: string }
  /** The demo's page is there. */
  | { do: "answer" }
  | { do: "open" }
  /** The main thread does nothing else for so long. */
  | { do: "hang"; seconds: number }
  /** The customer takes the chat along; answered by `link`. */
  | { do: "link" }
  /** On a device that nothing is stored on. */
  | { do: "forget" }
  | { do: "sign-in" }
  | { do: "go"; path: string }
  /** The system tells browsers that there is a network, or none. */
  | { do: "network"; there: boolean };

/** What a page in a frame tells. Instants are epoch milliseconds. */
export type Word =
  /** The first, which anybody may read: who answers it from the demo's own origin hears the rest. */
  | { is: "knock" }
  /** It is there, or another of the site's pages is. */
  | { is: "here"; path: string; title: string }
  | { is: "customer"; signedIn: boolean }
  | { is: "facts"; facts: Facts }
  /** It was busy from then to then. */
  | { is: "hung"; from: number; until: number }
  | { is: "link"; url: string | null };

/** Marks what is ours among what other scripts and extensions post. */
export const MARK = "rejoin-demo";

export interface Letter<T> {
  mark: typeof MARK;
  body: T;
}

export function letter<T>(body: T): Letter<T> {
  return { mark: MARK, body };
}

/** The body of a letter of ours; null of anything else. The sender was checked before. */
export function opened<T extends Command | Word>(data: unknown): T | null {
  const isOurs = typeof data === "object" && data !== null && "mark" in data && data.mark === MARK && "body" in data;
  // The sender's origin is known, and both ends are built together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return isOurs ? (data.body as T) : null;
}
