import type { AgentRef } from "#protocol/basics.ts";
import type { Happening } from "#protocol/entries.ts";

/** The words of an entry as stored: nothing in it opens anything, a link stands in it by its id alone. */
export type EntryBody =
  | {
      kind: "message";
      id: string;
      from: "customer" | "agent";
      agent?: AgentRef;
      text: string;
      /** Of texts with a reconnect link: its id, and the portal URL that it was made for. */
      link?: { id: string; base: string };
    }
  | { kind: "event"; what: Happening };
