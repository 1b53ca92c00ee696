import { LINK_SLUG } from "#protocol/limits.ts";
import type { AgentConversation, Answer } from "../client/agent.ts";
import { notSentText, refusalText } from "./refusals.ts";
import type { LogAction } from "../parts/log-rows.ts";
import type { ConversationAsks } from "./conversation-pane.ts";
import type { ListAsks } from "./lists.ts";
import type { TopBarAsks } from "./top-bar.ts";
import { WORDS } from "./words.ts";
import type { Workplace } from "./workplace.ts";

interface Host {
  readonly workplace: Workplace | null;
  /** What to tell the agent about what they last did. */
  said: string;
  ending: boolean;
  goingOffline: boolean;
  signOut(): void;
}

function isLogAction(event: Event): event is CustomEvent<LogAction> {
  return event.type === "log-action" && event instanceof CustomEvent;
}

function act(on: AgentConversation, action: LogAction): void {
  switch (action.do) {
    case "resend":
      return on.resend(action.key);
    case "discard":
      return on.discard(action.key);
    case "earlier":
      return on.loadEarlier();
    case "seen":
      return on.seen(action.seq);
  }
}

/** What the buttons and boxes of the console do, each in one step of the client. */
export function consoleAsks(
  host: Host,
): TopBarAsks & ListAsks & ConversationAsks & { reconnect(): void; dismiss(): void } {
  const current = (): AgentConversation | null => {
    const id = host.workplace?.snapshot().selected ?? null;
    return id === null ? null : (host.workplace?.conversation(id) ?? null);
  };
  /** What was typed in the notes and is not saved. */
  let notes: { on: AgentConversation; text: string } | null = null;
  /** Waits for an answer, and says why if it is no. */
  const ask = (asked: Promise<Answer> | undefined, yes = ""): void => {
    host.said = "";
    void asked?.then((answer) => {
      host.said = answer.ok ? yes : refusalText(answer.code);
    });
  };
  /** Saves what was typed in the notes: they are to be there for whoever has the conversation next. */
  const keepNotes = async (): Promise<Answer> => {
    const kept = notes;
    notes = null;
    return (await kept?.on.setNotes(kept.text)) ?? { ok: true };
  };
  /** Does what takes the conversation away, once its notes are kept. */
  const handOn = async (act: (on: AgentConversation | null) => Promise<Answer> | undefined): Promise<Answer> => {
    const on = current();
    const kept = await keepNotes();
    return kept.ok ? ((await act(on)) ?? kept) : kept;
  };
  const draft = (text: string): void => {
    host.said = "";
    current()?.setDraft(text);
    current()?.typing(text !== "");
  };
  /** Puts text where the agent writes; nothing is sent by itself. */
  const insert = (text: string): void => {
    const before = current()?.snapshot().draft ?? "";
    draft(before === "" || before.endsWith(" ") ? before + text : `${before} ${text}`);
  };
  return {
    setPresence: (presence) => {
      host.goingOffline = false;
      ask(handOn(() => host.workplace?.desk.setPresence(presence)));
    },
    setGoingOffline: (on) => {
      host.goingOffline = on;
    },
    dismiss: () => {
      host.said = "";
    },
    signOut: () => void keepNotes().then(() => host.signOut()),
    reconnect: () => {
      host.workplace?.desk.reconnect();
      current()?.reconnect();
    },
    open: (id) => {
      host.said = "";
      host.ending = false;
      void keepNotes();
      host.workplace?.select(id);
    },
    accept: (offerId) => ask(host.workplace?.desk.accept(offerId)),
    decline: (offerId) => ask(host.workplace?.desk.decline(offerId)),
    take: (id) => ask(host.workplace?.desk.take(id)),
    leave: () => {
      host.said = "";
      void keepNotes();
      host.workplace?.select(null);
    },
    draft,
    send: () => {
      const on = current();
      if (on === null) return;
      const sent = on.send(on.snapshot().draft);
      host.said = notSentText(sent);
      if ("id" in sent) on.setDraft("");
    },
    insert,
    insertLink: () => insert(LINK_SLUG),
    copyLink: () => {
      host.said = "";
      void current()
        ?.makeLink()
        .then(async (answer) => {
          if (!answer.ok) host.said = refusalText(answer.code);
          // Where the browser forbids copying, the agent copies by hand.
          else
            host.said = await navigator.clipboard.writeText(answer.url ?? "").then(
              () => WORDS.linkCopied,
              () => answer.url ?? "",
            );
        });
    },
    extend: () => ask(current()?.extendHold()),
    giveUp: () => ask(current()?.giveUpHold()),
    giveBack: () => ask(handOn((on) => on?.giveBack())),
    transfer: (agentId) => ask(handOn((on) => on?.transfer({ agentId }))),
    setEnding: (on) => {
      host.ending = on;
    },
    end: () => {
      host.ending = false;
      ask(current()?.end());
    },
    close: () => ask(handOn((on) => on?.close())),
    typeNotes: (text) => {
      const on = current();
      notes = on === null ? null : { on, text };
    },
    saveNotes: (text) => {
      notes = null;
      ask(current()?.setNotes(text), WORDS.saved);
    },
    log: (event) => {
      const on = current();
      if (on !== null && isLogAction(event)) act(on, event.detail);
    },
  };
}
