import * as v from "valibot";
import { Name, WebUrl } from "./basics.ts";
import { FACT_KEY_CHARS, FACT_TEXT_CHARS, FACTS, LINK_FRAGMENT } from "./limits.ts";

// What a site tells of its customer. It helps agents and proves nothing; what does not fit is left out, since nobody shall go
// without a chat because a fact of theirs was too long.

/** Where the customer is, as a web address. A reconnect link's token is taken out: what is kept must open nothing. */
export const ContextPage = v.fallback(v.optional(v.pipe(WebUrl, v.transform(withoutLink))), undefined);

function withoutLink(page: string): string {
  const [address = "", ...fragment] = page.split("#");
  const rest = fragment.join("#").split("&");
  const kept = rest.filter((part) => !part.startsWith(`${LINK_FRAGMENT}=`)).join("&");
  return kept === "" ? address : `${address}#${kept}`;
}

/** How the customer is called. */
export const ContextName = v.fallback(v.optional(Name), undefined);

/** Whatever else helps, text under a name. Numbers and booleans become text. */
export const Facts = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((facts): Record<string, string> => {
    const texts = Object.entries(facts).flatMap(([key, value]) => {
      const text = asText(value);
      return text !== null && isShort(key, FACT_KEY_CHARS) && isShort(text, FACT_TEXT_CHARS) ? [[key, text]] : [];
    });
    return Object.fromEntries(texts.slice(0, FACTS));
  }),
);

function asText(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

function isShort(text: string, most: number): boolean {
  return text.trim() !== "" && text.length <= most;
}
