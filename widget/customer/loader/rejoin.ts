import { openQueue } from "./queue.ts";
import { RejoinChat } from "./rejoin-chat.ts";

// The script that a site embeds: <script async src="https://chat.example/rejoin.js" data-widget="…"></script>

/** Our own tag; `currentScript` is null where a site runs scripts in ways of its own. */
const tag = document.currentScript ?? document.querySelector('script[src*="/rejoin.js"]');
// Markup that somebody else wrote can put an element of theirs under this name: `<img name="currentScript">`.
if (tag instanceof HTMLScriptElement) {
  RejoinChat.origin = new URL(tag.src).origin;
  if (!customElements.get("rejoin-chat")) customElements.define("rejoin-chat", RejoinChat);
  if (tag.dataset["widget"]) {
    const place = openQueue();
    // The page may have a place for it further down.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => place(tag));
    else place(tag);
  }
}
