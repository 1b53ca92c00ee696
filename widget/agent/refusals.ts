import { ERRORS, isErrorCode } from "#protocol/errors.ts";
import type { Sent } from "../client/customer.ts";

/** Why something was refused, as a sentence. Codes that only a newer server knows are trouble like any other. */
export function refusalText(code: string): string {
  return ERRORS[isErrorCode(code) ? code : "unavailable"].title;
}

/** Why a text stays in the box; empty where that needs no word. */
export function notSentText(sent: Sent): string {
  if ("id" in sent) return "";
  switch (sent.refused) {
    case "too-long":
      return refusalText("too-long");
    case "ended":
      return refusalText("ended");
    case "full":
      return "Too many messages wait to be sent. This one stays in the box until they are.";
    case "empty":
    case "no-conversation":
      return "";
  }
}
