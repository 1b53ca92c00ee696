import type { Table } from "./languages.ts";
import type { MoreTexts } from "./texts.ts";

type Load = () => Promise<{ more: MoreTexts }>;

// Apart from those of the chat: whoever only chats does not fetch this list.
const mores: Readonly<Record<Table, Load> & Record<string, Load>> = {
  en: () => import("./en/more.ts"),
  de: () => import("./de/more.ts"),
  fr: () => import("./fr/more.ts"),
  es: () => import("./es/more.ts"),
  pt: () => import("./pt/more.ts"),
  it: () => import("./it/more.ts"),
  nl: () => import("./nl/more.ts"),
  pl: () => import("./pl/more.ts"),
  tr: () => import("./tr/more.ts"),
  ja: () => import("./ja/more.ts"),
  zh: () => import("./zh/more.ts"),
  ar: () => import("./ar/more.ts"),
};

/** What the screens say that load when they are needed; otherwise as `loadChatTexts`. */
export async function loadMoreTexts(table: string): Promise<MoreTexts> {
  return (await (mores[table] ?? mores.en)()).more;
}
