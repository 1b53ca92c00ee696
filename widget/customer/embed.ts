import { defineChat } from "./define-chat.ts";

// The script that a site embeds: <script src="https://chat.example/rejoin.js" data-widget="…" async></script>

/** Our own tag; `currentScript` is null where a site loads scripts in ways of its own. */
function ownTag(): HTMLScriptElement | null {
  if (document.currentScript instanceof HTMLScriptElement) return document.currentScript;
  return document.querySelector<HTMLScriptElement>('script[data-widget][src*="/rejoin.js"]');
}

/** Puts the chat on the page once: where the page has an element for it there, else at the page's end. */
function place(widget: string, server: string): void {
  const there = document.querySelector(`rejoin-chat[widget="${CSS.escape(widget)}"]`);
  const chat = there ?? document.createElement("rejoin-chat");
  if (!chat.hasAttribute("server")) chat.setAttribute("server", server);
  chat.setAttribute("widget", widget);
  if (there === null) document.body.append(chat);
}

const tag = ownTag();
const widget = tag?.dataset["widget"] ?? "";
if (tag === null || widget === "") {
  console.warn('Rejoin: the script tag needs data-widget="…", the id of the widget.');
} else {
  const server = new URL(tag.src).origin;
  // In the head of a page there is no body yet.
  if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", () => place(widget, server), { once: true });
  else place(widget, server);
  defineChat();
}
