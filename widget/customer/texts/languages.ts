import type { ChatTexts } from "./texts.ts";

/** The languages that there are texts in. */
export const TABLES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ja", "zh", "ar"] as const;

export type Table = (typeof TABLES)[number];

type Load = () => Promise<{ chat: ChatTexts }>;

// A literal import for each makes a chunk for each: a customer fetches one of them.
const chats: Readonly<Record<Table, Load> & Record<string, Load>> = {
  en: () => import("./en/chat.ts"),
  de: () => import("./de/chat.ts"),
  fr: () => import("./fr/chat.ts"),
  es: () => import("./es/chat.ts"),
  pt: () => import("./pt/chat.ts"),
  it: () => import("./it/chat.ts"),
  nl: () => import("./nl/chat.ts"),
  pl: () => import("./pl/chat.ts"),
  tr: () => import("./tr/chat.ts"),
  ja: () => import("./ja/chat.ts"),
  zh: () => import("./zh/chat.ts"),
  ar: () => import("./ar/chat.ts"),
};

/** Whether what is written in these texts runs from right to left. */
export const isRightToLeft = (table: string): boolean => table === "ar";

/** What is needed to chat, in one language; in English where there are no texts in it. Rejects where the network fails. */
export async function loadChatTexts(table: string): Promise<ChatTexts> {
  return (await (chats[table] ?? chats.en)()).chat;
}
