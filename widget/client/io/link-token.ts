import { LINK_FRAGMENT } from "#protocol/limits.ts";

const IN_FRAGMENT = new RegExp(`(^#?|&)${LINK_FRAGMENT}=([^&]*)`);

/** Keeps a token over a reload, in this tab alone, until it is answered. */
const KEPT = "rejoin:link";

/** The link by which the page came, for every chat on it: only the server can tell whose it is. Null once it was opened. */
let came: string | null = null;
/** How many chats have it and no answer yet. */
let waiting = 0;
const listeners = new Set<(token: string) => void>();

/** What the tab keeps; nothing where that is blocked. */
function kept(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Takes the token out of the page's address: it leaves the address bar and the history entry, whatever comes of it. */
function read(): string | null {
  const [whole, , token = ""] = IN_FRAGMENT.exec(location.hash) ?? [];
  if (whole === undefined) return null;
  const rest = location.hash.replace(whole, "").replace(/^[#&]+/, "");
  history.replaceState(history.state, "", location.pathname + location.search + (rest === "" ? "" : `#${rest}`));
  if (token === "") return null;
  [came, waiting] = [token, 0];
  try {
    kept()?.setItem(KEPT, token);
  } catch {
    // Full: then it is lost with a reload.
  }
  return token;
}

/**
 * The token of the reconnect link by which the page came, for one of its chats; also after a reload, as long as it was not
 * answered. It is taken out of the address at once. Null if the page did not come by a link.
 */
export function takeLinkToken(): string | null {
  read();
  came ??= kept()?.getItem(KEPT) ?? null;
  if (came !== null) waiting += 1;
  return came;
}

/** A chat has its answer to this token; `opened`: with the link's conversation. */
export function linkAnswered(token: string, opened: boolean): void {
  if (token !== came) return;
  waiting -= 1;
  if (opened) came = null;
  if (opened || waiting <= 0) kept()?.removeItem(KEPT);
}

function changed(): void {
  const token = read();
  if (token === null) return;
  waiting = listeners.size;
  for (const listener of listeners) listener(token);
}

/** A link that is opened where its page is open already only changes the fragment. Returns the undo. */
export function onLinkToken(listener: (token: string) => void): () => void {
  listeners.add(listener);
  addEventListener("hashchange", changed);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("hashchange", changed);
  };
}
