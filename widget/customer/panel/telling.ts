import { CLOSE } from "#protocol/codes.ts";
import type { ChatView } from "../../client/customer.ts";
import type { Hosting } from "../contract.ts";
import type { ResumeReason } from "../events.ts";

/** What a page is told to be wrong; empty while nothing is. */
function codeOf({ entrance, status, lasting }: ChatView): string {
  if (entrance.at === "refused") return entrance.reason;
  if (entrance.at === "unreachable") return entrance.code;
  if (status.is === "refused") return status.code === CLOSE.forbiddenOrigin ? "forbidden-origin" : "not-allowed";
  if (status.is === "unreachable") return navigator.onLine ? "unavailable" : "offline";
  return entrance.at === "chatting" && !lasting ? "blocked" : "";
}

/** Tells the page what happens in its chat, each thing once. */
export function createTelling(emit: Hosting["emit"]): (view: ChatView) => void {
  let of: string | null = null;
  let line: "new" | "up" | "down" = "new";
  let head = 0;
  let isOver = false;
  let code = "";
  /** There was a choice at the prompt. */
  let chosen = false;

  const reasonOf = (via: "link" | "credential" | "identity" | "other-tab"): ResumeReason => {
    if (via === "identity" && chosen) return "prompt";
    return via === "credential" ? "reload" : via === "other-tab" ? "tab" : via;
  };

  const tellChat = (view: ChatView, conversationId: string): void => {
    const { entrance, status, lines, view: known } = view;
    if (entrance.at !== "chatting" || known === null) return;
    if (line === "up" && status.is !== "connected") line = "down";
    if (line !== "up" && status.is === "connected") {
      const isFirst = line === "new";
      line = "up";
      if (isFirst && entrance.via === "start") emit("started", { conversationId });
      else {
        // What was said before is history.
        if (isFirst) head = lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
        const reason = isFirst && entrance.via !== "start" ? reasonOf(entrance.via) : "network";
        isOver = isFirst && "ended" in known.phase;
        if (!isOver) emit("resumed", { conversationId, reason });
      }
      chosen = false;
    }
    if (line === "new") return;
    for (const entry of lines) {
      if (entry.seq === null || entry.seq <= head) continue;
      head = entry.seq;
      if (entry.kind !== "message") continue;
      const { key: id, from, agentName, text, at } = entry;
      emit("message", { id, from, agentName, text, at });
    }
    if (isOver || !("ended" in known.phase)) return;
    isOver = true;
    emit("ended", { conversationId, by: known.phase.ended.by });
  };

  return (view) => {
    const { entrance, conversationId } = view;
    if (entrance.at === "offer") chosen = true;
    if (of !== conversationId) {
      of = conversationId;
      line = "new";
      head = 0;
      isOver = false;
    }
    if (conversationId !== null) tellChat(view, conversationId);
    const now = codeOf(view);
    if (now !== "" && now !== code) emit("error", { code: now });
    code = now;
    emit("changed", {});
  };
}
