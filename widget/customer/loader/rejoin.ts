import { openQueue } from "./queue.ts";
import { RejoinChat } from "./rejoin-chat.ts";

// The script that a site embeds: <script async src="https://chat.example/rejoin.js" data-widget="…"></script>

/** Our own tag; null where a site runs scripts in ways of its own. */
function ownTag(): HTMLScriptElement | null {
  if (document.currentScript instanceof HTMLScriptElement) return document.currentScript;
  return document.querySelector<HTMLScriptElement>('script[src*="/rejoin.js"]');
}

const tag = ownTag();
if (tag !== null) RejoinChat.server = new URL(tag.src).origin;
if (customElements.get("rejoin-chat") === undefined) customElements.define("rejoin-chat", RejoinChat);
if (tag?.dataset["widget"] !== undefined) {
  const { place } = openQueue();
  // The page may have a place for it further down.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => place(tag), { once: true });
  else place(tag);
}
