import type { LitElement } from "lit";
import type { ConversationView } from "../../client/agent.ts";
import type { Workplace } from "../workplace.ts";
import type { AskHost } from "./asking.ts";
import type { Obedience } from "./obey.ts";

/** The buttons that stand for rows. */
const ROWS = { list: ".left [data-row]", queue: ".queue [data-row]" } as const;

/** The conversation that is open on the screen. */
export function openConversation(workplace: Workplace | null): ConversationView | null {
  const view = workplace?.snapshot();
  return view === undefined || view.selected === null ? null : (view.conversations.get(view.selected) ?? null);
}

/** What keys can do in a console. */
export function obedience(
  host: AskHost & LitElement,
  { askEnd, extend, search }: Pick<Obedience, "askEnd" | "extend" | "search">,
  askKeys: () => void,
): Obedience {
  return {
    conversation: () => openConversation(host.workplace),
    rows: (of) => [...host.renderRoot.querySelectorAll<HTMLElement>(ROWS[of])],
    focusComposer: (naming) => host.focusComposer(naming),
    askEnd,
    extend,
    search,
    askKeys,
  };
}
