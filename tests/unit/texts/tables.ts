import { chat } from "../../../widget/customer/texts/en/chat.ts";
import { more } from "../../../widget/customer/texts/en/more.ts";
import { loadChatTexts, TABLES } from "../../../widget/customer/texts/languages.ts";
import type { Table } from "../../../widget/customer/texts/languages.ts";
import { wordsOf } from "../../support/wording.ts";
import type { Text } from "../../../widget/customer/texts/texts.ts";

/** One text of a table, beside the one that it stands for. */
export interface Entry {
  /** "chat.greeting": for the message of a test that fails. */
  key: string;
  english: Text;
  text: Text;
}

/** All texts of a language, in the order of the English ones; what a table lacks is empty. */
export async function entriesOf(table: Table): Promise<Entry[]> {
  const [chats, mores] = [await loadChatTexts(table), (await wordsOf(table)).more];
  const beside = (name: string, english: object, own: object): Entry[] => {
    const texts = new Map<string, Text>(Object.entries(own));
    return Object.entries(english).map(([key, text]: [string, Text]) => ({
      key: `${name}.${key}`,
      english: text,
      text: texts.get(key) ?? "",
    }));
  };
  return [...beside("chat", chat, chats), ...beside("more", more, mores)];
}

export const keysOf = async (table: Table): Promise<string[][]> => [
  Object.keys(await loadChatTexts(table)).toSorted(),
  Object.keys((await wordsOf(table)).more).toSorted(),
];

/** Every form of a text. */
export const formsOf = (text: Text): string[] => (typeof text === "string" ? [text] : Object.values(text));

export const placeholdersOf = (form: string): string[] => (form.match(/\{\w+\}/g) ?? []).toSorted();

export const OTHERS = TABLES.filter((table) => table !== "en");

/** The texts of which this is so, with their keys: empty where all is well. */
export async function texts(table: Table, so: (form: string, entry: Entry) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(table))
    for (const form of formsOf(entry.text)) if (so(form, entry)) found.push(`${entry.key}: ${form}`);
  return found;
}
