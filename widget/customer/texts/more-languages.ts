import type { MoreTexts } from "./texts.ts";

/** Set in what is built; there the tables are files beside this one. */
declare const BUILT: true | undefined;

/** What the screens say that load when they are needed, in one language. Apart from those of the chat: nothing of it is in the panel. */
export async function loadMoreTexts(table: string): Promise<MoreTexts> {
  const file = typeof BUILT === "undefined" ? `./${table}/more.ts` : `./${table}-more.js`;
  return (await import(file)).more;
}
