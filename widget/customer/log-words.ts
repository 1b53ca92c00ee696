import type { Happening } from "#protocol/entries.ts";
import type { LogWords } from "../parts/log-rows.ts";
import { deliveryText } from "../parts/delivery.ts";
import { clockTime, dayName, exactTime, span } from "../parts/time.ts";

function event(what: Happening): string | null {
  switch (what.type) {
    case "joined":
      return `${what.agent.name} joined`;
    case "left":
      return `${what.agent.name} is no longer in this chat. You're next in line.`;
    case "back":
      return `You were away ${span(what.afterSeconds * 1_000)}`;
    case "ended":
      return what.by === "limit"
        ? "The chat ended, since you were away"
        : what.by === "customer"
          ? "You ended the chat"
          : "The chat was ended";
    case "started":
    case "away":
    case "hold-extended":
    case "hold-over":
    case "link-made":
    case "links-revoked":
    case "identified":
    case "closed":
      return null;
  }
}

/** What a customer reads in the transcript. */
export const LOG_WORDS: LogWords = {
  label: "Messages",
  earlier: "Show earlier messages",
  toNewest: "To the newest message",
  retry: "Try again",
  discard: "Delete",
  typing: "Writing…",
  event,
  delivery: (state) => deliveryText(state, "Sent"),
  author: ({ mine, agentName }) => (mine ? "" : (agentName ?? "")),
  time: clockTime,
  exact: exactTime,
  day: (at) => dayName(at, Date.now()),
  body: (text) => text,
};
