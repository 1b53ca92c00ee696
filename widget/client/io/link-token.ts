import { attempt } from "./attempt.ts";

// Every page pays for this.

/** `LINK_FRAGMENT` of the protocol, written out: that is shorter than to put it together. */
const IN_FRAGMENT = /([#&])rejoin=([^&]*)&?/;

/** Keeps a token over a reload, in this tab alone, until it is answered. */
const KEPT = "rejoin:link";

/** The link by which the page came, for every chat on it: only the server can tell whose it is. Empty once it was opened. */
let came = "";
const listeners = new Set<(token: string) => void>();

/** Takes the token out of the page's address: it leaves the address bar and the history entry, whatever comes of it. */
function read(): boolean {
  const { hash, pathname, search } = location;
  const rest = hash.replace(IN_FRAGMENT, (_, before: string, token: string) => {
    came = token;
    return before;
  });
  if (rest === hash) return false;
  history.replaceState(history.state, "", pathname + search + rest.replace(/[#&]$/, ""));
  attempt(() => sessionStorage.setItem(KEPT, came));
  return true;
}

/**
 * The token of the reconnect link by which the page came, for one of its chats; also after a reload, as long as it was not
 * answered. It is taken out of the address at once. Null if the page did not come by a link.
 */
export function takeLinkToken(): string | null {
  read();
  came ||= attempt(() => sessionStorage.getItem(KEPT)) ?? "";
  return came || null;
}

/** A chat has its answer to this token; `opened`: with the link's conversation. */
export function linkAnswered(token: string, opened: boolean): void {
  if (token !== came) return;
  if (opened) came = "";
  attempt(() => sessionStorage.removeItem(KEPT));
}

/** A link that is opened where its page is open already only changes the fragment. Returns the undo. */
export function onLinkToken(listener: (token: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

addEventListener("hashchange", () => {
  if (read()) for (const listener of listeners) listener(came);
});
