import { WORDS } from "./words.ts";

/** What is known of who somebody is. */
export interface Who {
  customerName: string | null;
  /** Where they are, or began. */
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

/** What a row and a header call somebody; guests are told apart by where they are. */
export function nameOf({ customerName, page, widgetName }: Who): string {
  if (customerName !== null) return customerName;
  const where = page === null ? widgetName : pathText(page);
  return where === "" ? WORDS.guest : `${WORDS.guest} · ${where}`;
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
