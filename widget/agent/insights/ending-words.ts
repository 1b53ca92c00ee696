import type { EndedBy, EndReason } from "#protocol/entries.ts";

/** Who ended it, and why, as an owner says it. */
export function endingWords(by: EndedBy, reason: EndReason): string {
  if (reason === "started-new") return "The customer began a new chat";
  switch (by) {
    case "customer":
      return "The customer ended it";
    case "agent":
      return "The agent ended it";
    case "limit":
      return "The customer did not come back";
  }
}
