import type { Door } from "./ports.ts";

/** Leaves for another address. */
export function redirect(url: string): void {
  const [there, here] = [url, location.href].map((address) => new URL(address).href.split("#")[0]);
  // A page that is sent to itself would be sent again and again.
  if (there !== here) location.assign(url);
}

/** A browser's way in and out; `linkAnswered` is told what became of the link by which the page came. */
export function browserDoor(linkAnswered: Door["linkAnswered"]): Door {
  return { redirect, linkAnswered };
}
