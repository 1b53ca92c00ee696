import type { AgentApi, AgentConversation, Answer } from "../../client/agent.ts";
import type { LatelyController } from "../past/lately-controller.ts";
import type { PastController } from "../past/past-controller.ts";
import type { SearchController } from "../past/search-controller.ts";
import { refusalText } from "../refusals.ts";
import type { Screen } from "../screen.ts";
import type { Workplace } from "../workplace.ts";

/** What the console's buttons and keys work on. */
export interface AskHost {
  readonly workplace: Workplace | null;
  readonly api: AgentApi | null;
  readonly screen: Screen;
  readonly past: PastController;
  readonly finder: SearchController;
  readonly lately: LatelyController;
  show(change: Partial<Screen>): void;
  signOut(): void;
  /** Puts the keyboard into the box that one writes in; `naming` begins a quick reply. */
  focusComposer(naming: boolean): void;
  focusSearch(): void;
}

/** What the asks have in common: the open conversation, answers that are no, and notes that are not saved yet. */
export interface Asking {
  current(): AgentConversation | null;
  /** Says what went well, for a moment. */
  confirm(text: string): void;
  /** Waits for an answer, and says why if it is no. */
  ask(asked: Promise<Answer> | undefined, yes?: string): void;
  keepNotes(): Promise<Answer>;
  /** Does what takes the conversation away, once its notes are kept. */
  handOn(act: (on: AgentConversation | null) => Promise<Answer> | undefined): Promise<Answer>;
  /** What was typed and is not saved: the notes as they are to be. */
  hold(text: string | null): void;
}

/** How long one is told what went well; what went wrong stays until it is dismissed. */
const CONFIRMED_MS = 5_000;

export function createAsking(host: AskHost): Asking {
  let notes: { on: AgentConversation; text: string } | null = null;
  const current = (): AgentConversation | null => {
    const id = host.workplace?.snapshot().selected ?? null;
    return id === null ? null : (host.workplace?.conversation(id) ?? null);
  };
  const keepNotes = async (): Promise<Answer> => {
    const kept = notes;
    notes = null;
    return (await kept?.on.setNotes(kept.text)) ?? { ok: true };
  };
  const confirm = (said: string): void => {
    host.show({ said });
    if (said === "") return;
    setTimeout(() => {
      if (host.screen.said === said) host.show({ said: "" });
    }, CONFIRMED_MS);
  };
  return {
    current,
    confirm,
    ask: (asked, yes = "") => {
      host.show({ said: "" });
      void asked?.then((answer) => (answer.ok ? confirm(yes) : host.show({ said: refusalText(answer.code) })));
    },
    keepNotes,
    handOn: async (act) => {
      const on = current();
      const kept = await keepNotes();
      return kept.ok ? ((await act(on)) ?? kept) : kept;
    },
    hold: (text) => {
      const on = current();
      notes = on === null || text === null ? null : { on, text };
    },
  };
}
