import { LINK_FRAGMENT } from "#protocol/limits.ts";

// Every page pays for this: it is as short as it can be said.

const IN_FRAGMENT = new RegExp(`([#&])${LINK_FRAGMENT}=([^&]*)&?`);

/** Keeps a token over a reload, in this tab alone, until it is answered. */
const KEPT = "rejoin:link";

/** The link by which the page came, for every chat on it: only the server can tell whose it is. Null once it was opened. */
let came: string | null = null;
/** How many chats have it and no answer yet. */
let waiting = 0;
const listeners = new Set<(token: string) => void>();

/** What the tab keeps; nothing where that is blocked, or full. */
function inTab<Value>(work: (storage: Storage) => Value): Value | null {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}

/** Takes the token out of the page's address: it leaves the address bar and the history entry, whatever comes of it. */
function read(): string {
  const { hash, pathname, search } = location;
  let token = "";
  const rest = hash.replace(IN_FRAGMENT, (_, before: string, found: string) => {
    token = found;
    return before;
  });
  if (rest !== hash) history.replaceState(history.state, "", pathname + search + rest.replace(/[#&]$/, ""));
  if (token !== "") {
    [came, waiting] = [token, 0];
    inTab((tab) => tab.setItem(KEPT, token));
  }
  return token;
}

/**
 * The token of the reconnect link by which the page came, for one of its chats; also after a reload, as long as it was not
 * answered. It is taken out of the address at once. Null if the page did not come by a link.
 */
export function takeLinkToken(): string | null {
  read();
  came ??= inTab((tab) => tab.getItem(KEPT));
  if (came !== null) waiting += 1;
  return came;
}

/** A chat has its answer to this token; `opened`: with the link's conversation. */
export function linkAnswered(token: string, opened: boolean): void {
  if (token !== came) return;
  waiting -= 1;
  if (opened) came = null;
  if (opened || waiting <= 0) inTab((tab) => tab.removeItem(KEPT));
}

/** A link that is opened where its page is open already only changes the fragment. Returns the undo. */
export function onLinkToken(listener: (token: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

addEventListener("hashchange", () => {
  const token = read();
  if (token === "") return;
  waiting = listeners.size;
  for (const listener of listeners) listener(token);
});
