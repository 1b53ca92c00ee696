import { chat as enChat } from "../../widget/customer/texts/en/chat.ts";
import { more as enMore } from "../../widget/customer/texts/en/more.ts";
import type { ChatTexts, MoreTexts } from "../../widget/customer/texts/texts.ts";

/** What a customer reads in one language, by which tests find what they look for. */
export interface Wording {
  table: string;
  chat: ChatTexts;
  more: MoreTexts;
}

export const ENGLISH: Wording = { table: "en", chat: enChat, more: enMore };

export async function wordsOf(table: string): Promise<Wording> {
  const [chat, more] = (await Promise.all([
    import(`../../widget/customer/texts/${table}/chat.ts`),
    import(`../../widget/customer/texts/${table}/more.ts`),
  ])) as [{ chat: ChatTexts }, { more: MoreTexts }];
  return { table, chat: chat.chat, more: more.more };
}

/** A text with its `{places}` filled. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
