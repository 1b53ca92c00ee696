import type { RecordView } from "#protocol/records.ts";
import { WORDS } from "./words.ts";

/** What is known of who somebody is. */
export interface Who {
  conversationId: string;
  customerName: string | null;
  verified: boolean;
  /** Where they began, which stays: nobody is renamed while they are served. */
  page: string | null;
  /** What the widget is called; empty where that is not known. */
  widgetName: string;
}

/** A page's address as one says it: "lisbon.shop/orders/8812". */
export function pageText(page: string): string {
  return page.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

/** The same, shorter still, beside others of the same site: "/orders/8812". */
export function pathText(page: string): string {
  const path = page.replace(/^https?:\/\/[^/]*/, "").replace(/[?#].*$/s, "");
  return path.length > 1 ? path : pageText(page);
}

/** What a row and a header call somebody. Who has no name is told apart by a number and by where they began. */
export function nameOf({ conversationId, customerName, verified, page, widgetName }: Who): string {
  if (customerName !== null) return customerName;
  const who = `${verified ? WORDS.customer : WORDS.guest} ${numberOf(conversationId)}`;
  const where = page === null ? widgetName : pathText(page);
  return where === "" ? who : `${who} · ${where}`;
}

/** What somebody is called whose conversation is over. */
export function nameOfRecord({ subject, ...record }: RecordView, widgetName: string): string {
  return nameOf({ ...record, verified: subject !== null, page: null, widgetName });
}

/** Three digits that follow from the conversation: the same at everybody's, for as long as it is known. */
function numberOf(conversationId: string): number {
  let sum = 0;
  for (const char of conversationId) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 900;
  return 100 + sum;
}

/** The first name, for a sentence; `other` where there is none. */
export function shortNameOf(customerName: string | null, other: string = WORDS.theCustomer): string {
  return customerName?.split(/\s+/)[0] ?? other;
}

/** One or two letters for a picture that there is none of. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/ · .*$/s, "")
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => /^./su.exec(word ?? "")?.[0].toLocaleUpperCase() ?? "").join("");
}
