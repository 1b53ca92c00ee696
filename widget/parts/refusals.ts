import { ERRORS, isErrorCode } from "#protocol/codes.ts";

/** Why something was refused, as a sentence. Codes that only a newer server knows are trouble like any other. */
export function refusalText(code: string): string {
  return ERRORS[isErrorCode(code) ? code : "unavailable"].title;
}
