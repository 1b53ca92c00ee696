import { seal } from "./seal.ts";

/** 22 base64url characters hold 132 bits: enough that nobody guesses one. */
const ID_CHARS = 22;

/**
 * The id of the conversation that a start leads to. It follows from the start's own random id under our key, so that a start
 * that is repeated reaches the same object without any table of starts, and nobody can aim at an id of their choice.
 */
export function conversationIdFor(
  rootKey: string,
  start: { widgetId: string; startId: string; subject: string | null },
): string {
  const { widgetId, startId, subject } = start;
  return seal(rootKey, "conversation", JSON.stringify([widgetId, startId, subject])).slice(0, ID_CHARS);
}

/** The browser that a start comes from, as its credential names it. The same start always comes from the same browser. */
export function deviceFor(rootKey: string, startId: string): string {
  return seal(rootKey, "conversation", JSON.stringify(["device", startId])).slice(0, ID_CHARS);
}
