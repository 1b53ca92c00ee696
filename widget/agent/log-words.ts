import type { Happening, LeftReason } from "#protocol/entries.ts";
import type { LogWords } from "../parts/log-rows.ts";
import { deliveryText } from "./delivery.ts";
import { slugChips } from "./slug.ts";
import { clockTime, dayName, elapsed, exactTime } from "./time.ts";

const LEFT: Record<LeftReason, string> = {
  "gave-back": "gave it back",
  transferred: "transferred it",
  disconnected: "lost their connection",
  offline: "went offline",
};

function ended({ by, reason }: Extract<Happening, { type: "ended" }>): string {
  if (reason === "expired") return "Ended: the customer stayed away";
  if (reason === "started-new") return "Ended: the customer started a new chat";
  return by === "customer" ? "Ended by the customer" : "Ended by the agent";
}

function event(what: Happening): string | null {
  switch (what.type) {
    case "started":
      return "Started";
    case "joined":
      return `${what.agent.name} joined`;
    case "left":
      return `${what.agent.name} ${LEFT[what.reason]}`;
    case "away":
      return `Disconnected at ${clockTime(what.since)}`;
    case "back":
      return `Back after ${elapsed(what.afterSeconds * 1_000)}`;
    case "hold-extended":
      return `Held until ${clockTime(what.until)}`;
    case "hold-over":
      return what.givenUp ? `${what.agent.name} gave up the slot` : "The hold ended";
    case "link-made":
      return what.by === "customer" ? "The customer took a reconnect link" : "A reconnect link was copied";
    case "links-revoked":
      return "Reconnect links revoked";
    case "identified":
      return "The customer signed in";
    case "ended":
      return ended(what);
    case "closed":
      return "Closed";
  }
}

/** What an agent reads in the transcript. */
export const LOG_WORDS: LogWords = {
  label: "Messages",
  earlier: "Show earlier messages",
  toNewest: "To the newest message",
  retry: "Try again",
  discard: "Delete",
  typing: "The customer is writing…",
  event,
  delivery: (state) => deliveryText(state, "Sent, not yet seen"),
  author: ({ mine, agentName }) => (mine ? "" : (agentName ?? "")),
  time: clockTime,
  exact: exactTime,
  day: (at) => dayName(at, Date.now()),
  body: slugChips,
};
