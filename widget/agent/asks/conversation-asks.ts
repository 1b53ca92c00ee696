import { LINK_SLUG } from "#protocol/limits.ts";
import type { AgentConversation } from "../../client/agent.ts";
import type { LogAction } from "../../parts/log-rows.ts";
import type { AsideAsks } from "../beside/aside.ts";
import { notSentText, refusalText } from "../refusals.ts";
import type { DialogAsks } from "../talk/dialogs.ts";
import type { ConversationAsks } from "../talk/pane.ts";
import type { Composed } from "../talk/composed.ts";
import { WORDS } from "../words.ts";
import type { Asking, AskHost } from "./asking.ts";
import { createNoting } from "./noting.ts";

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

/** Two notes are two lines. */
function withNote(notes: string, note: string): string {
  return notes.trim() === "" ? note : `${notes.trimEnd()}\n${note}`;
}

/** What is done with the open conversation. */
export function conversationAsks(
  host: AskHost,
  { current, ask, confirm, handOn, hold }: Asking,
): Omit<ConversationAsks, "leave"> & DialogAsks & Omit<AsideAsks, "open" | "openPast"> {
  const draft = (text: string): void => {
    if (host.screen.said !== "") host.show({ said: "" });
    current()?.setDraft(text);
    current()?.typing(text !== "");
  };
  const send = (): void => {
    const on = current();
    if (on === null) return;
    const sent = on.send(on.snapshot().draft);
    host.show({ said: notSentText(sent) });
    if ("id" in sent) on.setDraft("");
  };
  const noting = createNoting();
  const noted = (on: AgentConversation, text: string): string => withNote(noting.of(on), text.trim());
  const saveNotes = (notes: (on: AgentConversation) => string): void => {
    const on = current();
    hold(null);
    if (on !== null) ask(noting.say(on, notes(on)), WORDS.saved);
  };
  const composed = ({ detail }: CustomEvent<Composed>): void => {
    const on = current();
    switch (detail.do) {
      case "draft":
        return draft(detail.text);
      case "send":
        return send();
      case "mode":
        return host.show({ mode: detail.mode });
      case "noting":
        return hold(on === null || detail.text.trim() === "" ? null : noted(on, detail.text));
      case "note":
        saveNotes((into) => noted(into, detail.text));
        return host.show({ mode: "reply" });
    }
  };
  return {
    composed,
    insertLink: () => {
      const before = current()?.snapshot().draft ?? "";
      draft(before === "" || /\s$/.test(before) ? before + LINK_SLUG : `${before} ${LINK_SLUG}`);
      host.focusComposer(false);
    },
    copyLink: () => {
      host.show({ said: "" });
      void current()
        ?.makeLink()
        .then((answer) => {
          if (!answer.ok) return host.show({ said: refusalText(answer.code) });
          const url = answer.url ?? "";
          // Where the browser forbids copying, the agent copies by hand.
          return navigator.clipboard.writeText(url).then(
            () => confirm(WORDS.linkCopied),
            () => host.show({ said: url }),
          );
        });
    },
    revokeLink: (linkId) => ask(current()?.revokeLinks(linkId ?? undefined), WORDS.revoked),
    extend: () => ask(current()?.extendHold()),
    giveUp: () => ask(current()?.giveUpHold()),
    giveBack: () => ask(handOn((on) => on?.giveBack())),
    askTransfer: () => host.show({ dialog: "transfer" }),
    transfer: (to) => ask(handOn((on) => on?.transfer(to))),
    askEnd: () => host.show({ dialog: "end" }),
    end: () => ask(current()?.end()),
    closeDialog: () => host.show({ dialog: null }),
    close: () => ask(handOn((on) => on?.close())),
    showDetails: (detailed) => host.show({ detailed }),
    typeNotes: hold,
    saveNotes: (text) => saveNotes(() => text),
    log: (event) => {
      const on = current();
      if (on !== null && isLogAction(event)) act(on, event.detail);
    },
  };
}
