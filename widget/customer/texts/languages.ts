import type { ChatTexts } from "./texts.ts";

/** The languages that there are texts in; the server says which of them is a customer's. */
export const TABLES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ja", "zh", "ar"] as const;

export type Table = (typeof TABLES)[number];

/** Whether what is written in these texts runs from right to left. */
export const isRightToLeft = (table: string): boolean => table === "ar";

/** Set in what is built: there the tables are files beside this one, found by name without a list that everybody loads. */
declare const BUILT: true | undefined;

/** What is needed to chat, in one language. Rejects where the network fails. */
export async function loadChatTexts(table: string): Promise<ChatTexts> {
  const file = typeof BUILT === "undefined" ? `./${table}/chat.ts` : `./${table}.js`;
  return (await import(file)).chat;
}
