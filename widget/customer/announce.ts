import type { ChatView } from "../client/customer.ts";
import { refusalText } from "../parts/refusals.ts";
import type { Screen } from "./screen.ts";
import type { Sheet } from "./sheet.ts";
import { endedText, promptText, WORDS } from "./words.ts";

function ofSheet(sheet: Sheet): string {
  if (sheet.is === "end") return WORDS.reallyEnd;
  if (sheet.is === "none" || sheet.answer === null) return "";
  if (!sheet.answer.ok) return refusalText(sheet.answer.code);
  return sheet.copied ? WORDS.copied : WORDS.linkTitle;
}

/** What is read out when this comes to the screen; empty for what speaks for itself. `now` by the server's clock. */
export function announcement(
  screen: Screen,
  sheet: Sheet,
  { lines }: ChatView,
  now: number,
  deadLink: boolean,
): string {
  switch (screen.is) {
    case "loading":
      return "";
    case "welcome":
      return deadLink ? WORDS.deadLink : "";
    case "chat":
      return ofSheet(sheet);
    case "prompt":
      return `${WORDS.welcomeBack}. ${promptText(screen.offer, now)}`;
    case "over":
    case "ended":
      return endedText(screen.ended, lines);
    case "unreachable":
      return `${WORDS.cantReach}. ${screen.what === "start" ? WORDS.startFailed : WORDS.nothingLost}`;
    case "refused":
      return `${WORDS.signInProblem}. ${WORDS.signInHint}`;
  }
}
