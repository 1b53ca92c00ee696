import { CLOSE } from "#protocol/codes.ts";
import type { ChatView } from "../../client/customer.ts";
import type { Hosting } from "../contract.ts";

/** What a page is told to be wrong; empty while nothing is. */
function codeOf({ entrance, status, lasting }: ChatView): string {
  if (entrance.at === "refused") return entrance.reason;
  if (entrance.at === "unreachable") return entrance.code;
  if (status.is === "refused") return status.code === CLOSE.forbiddenOrigin ? "forbidden-origin" : "not-allowed";
  if (status.is === "unreachable") return navigator.onLine ? "unavailable" : "offline";
  return entrance.at === "chatting" && !lasting ? "blocked" : "";
}

const REASONS = {
  credential: "reload",
  "other-tab": "tab",
  link: "link",
  identity: "identity",
  start: "network",
} as const;

/** Tells the page what happens in its chat, each thing once. */
export function createTelling(emit: Hosting["emit"]): (view: ChatView) => void {
  let of: string | null = null;
  /** Null until the line stood for the first time. */
  let isUp: boolean | null = null;
  let isOver = false;
  let head = 0;
  let code = "";
  /** There was a choice at the prompt. */
  let chosen = false;

  return (view) => {
    const { entrance, conversationId, status, lines } = view;
    const phase = view.view?.phase;
    if (entrance.at === "offer") chosen = true;
    if (of !== conversationId) {
      of = conversationId;
      isUp = null;
      isOver = false;
      head = 0;
    }
    if (entrance.at === "chatting" && phase !== undefined && conversationId !== null) {
      const isLive = status.is === "connected";
      const { via } = entrance;
      if (isLive && isUp === null && via === "start") emit("started", { conversationId });
      else if (isLive && isUp !== true) {
        const reason = isUp === false ? "network" : chosen && via === "identity" ? "prompt" : REASONS[via];
        if (isUp === null) {
          // What was said before is history, and so is an end.
          head = lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
          isOver = "ended" in phase;
        }
        if (!isOver) emit("resumed", { conversationId, reason });
      }
      if (isLive) chosen = false;
      if (isLive || isUp !== null) isUp = isLive;
      for (const line of isUp === null ? [] : lines) {
        if (line.seq === null || line.seq <= head) continue;
        head = line.seq;
        if (line.kind !== "message") continue;
        const { key: id, from, agentName, text, at } = line;
        emit("message", { id, from, agentName, text, at });
      }
      if (!isOver && isUp !== null && "ended" in phase) {
        isOver = true;
        emit("ended", { conversationId, by: phase.ended.by });
      }
    }
    const now = codeOf(view);
    if (now !== "" && now !== code) emit("error", { code: now });
    code = now;
    emit("changed", {});
  };
}
