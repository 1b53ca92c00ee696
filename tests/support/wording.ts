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

/** How a text looks with its `{places}` filled; what is put in may be kept apart from a text of another direction. */
export function fill(text: string, values: Readonly<Record<string, string>>): RegExp {
  const parts = text.split(/(\{\w+\})/).map((part) => {
    const value = values[part.slice(1, -1)];
    return value === undefined ? escaped(part) : `[\\u2066-\\u2069]?${escaped(value)}[\\u2066-\\u2069]?`;
  });
  return new RegExp(parts.join(""));
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
