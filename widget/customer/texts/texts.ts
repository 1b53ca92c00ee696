import type { chat } from "./en/chat.ts";
import type { more } from "./en/more.ts";

/**
 * A text in one language. `{name}` and its kin stand for what is put in; a text that counts has a form for each plural
 * category of its language (CLDR's, as `Intl.PluralRules` names them).
 */
export type Text =
  | string
  | ({ readonly other: string } & { readonly [Category in Exclude<Intl.LDMLPluralRule, "other">]?: string });

/** What is needed to chat; one chunk for each language. */
export type ChatTexts = { readonly [Key in keyof typeof chat]: (typeof chat)[Key] extends string ? string : Text };

/** What the screens say that load when they are needed. */
export type MoreTexts = { readonly [Key in keyof typeof more]: (typeof more)[Key] extends string ? string : Text };
