import { LINK_FRAGMENT } from "#protocol/limits.ts";

const IN_FRAGMENT = new RegExp(`(^#?|&)${LINK_FRAGMENT}=([^&]*)`);

/**
 * Takes the reconnect link's token out of the page's address: it leaves the address bar and the history entry at once,
 * whatever comes of it. Null if the page did not come by a link.
 */
export function takeLinkToken(): string | null {
  const [whole, , token = ""] = IN_FRAGMENT.exec(location.hash) ?? [];
  if (whole === undefined) return null;
  const rest = location.hash.replace(whole, "").replace(/^[#&]+/, "");
  history.replaceState(history.state, "", location.pathname + location.search + (rest === "" ? "" : `#${rest}`));
  return token === "" ? null : token;
}

/** A link that is opened where its page is open already only changes the fragment. Returns the undo. */
export function onLinkToken(listener: (token: string) => void): () => void {
  const changed = (): void => {
    const token = takeLinkToken();
    if (token !== null) listener(token);
  };
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
