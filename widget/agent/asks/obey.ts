import type { KeyCommand } from "../keys.ts";
import type { ConversationView } from "../../client/agent.ts";

/** What keys can do here and now; each says whether there was anything to do. */
export interface Obedience {
  /** The conversation that is open. */
  conversation(): ConversationView | null;
  /** The buttons that stand for rows, in their order, and those of the queue alone. */
  rows(of: "list" | "queue"): readonly HTMLElement[];
  focusComposer(naming: boolean): void;
  askEnd(): void;
  extend(): void;
  search(): void;
  askKeys(): void;
}

/** One row on or back from the one that has the focus, or from the one that is open. */
function step(rows: readonly HTMLElement[], by: 1 | -1): boolean {
  const focused = rows.findIndex((row) => row.matches(":focus"));
  const here = focused >= 0 ? focused : rows.findIndex((row) => row.matches("[aria-current]"));
  const next = here < 0 ? (by === 1 ? 0 : rows.length - 1) : here + by;
  const row = rows[next];
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return row !== undefined;
}

/** Does what a key asks for. */
export function obey(command: KeyCommand, can: Obedience): boolean {
  const phase = can.conversation()?.view?.phase;
  switch (command) {
    case "next":
      return step(can.rows("list"), 1);
    case "previous":
      return step(can.rows("list"), -1);
    case "queue": {
      const [first] = can.rows("queue");
      first?.focus();
      return first !== undefined;
    }
    case "reply":
    case "quick-reply":
      if (phase === undefined || phase.state === "open" || phase.state === "closed") return false;
      can.focusComposer(command === "quick-reply");
      return true;
    case "end":
      if (phase?.state !== "active" && phase?.state !== "waiting") return false;
      can.askEnd();
      return true;
    case "extend":
      if (phase?.state !== "active" || phase.customer.at !== "away") return false;
      can.extend();
      return true;
    case "search":
      can.search();
      return true;
    case "help":
      can.askKeys();
      return true;
  }
}
