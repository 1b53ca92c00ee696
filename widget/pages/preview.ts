import type { ResumeAnswer } from "#protocol/bodies.ts";
import { standIn } from "../preview/page-stand-ins.ts";
import type { Shown } from "../preview/shown.ts";
import { readShown } from "../preview/shown.ts";
import { sampleResume } from "../preview/talk.ts";

// The chat as it would be with settings that nobody has saved yet. The settings page, which shows this one in a frame, sends
// them; the widget is the real one, as any site embeds it, and this page answers what it asks the server.

const PLAIN = { language: { tag: "en", table: "en" }, launcher: { open: "Open chat", lost: "Try again" } };

const ask = globalThis.fetch.bind(globalThis);
let shown: Shown | null = null;
let count = 0;

/** The widget's public settings: in the language and with the words that the server has for it, and the looks of the form. */
async function publicSettings({ widgetId, value }: Shown, query: string): Promise<Response> {
  const answer = await ask(`/v1/widgets/${widgetId}${query}`);
  // Of a widget that was removed the server says nothing.
  const known: unknown = answer.ok ? await answer.json() : PLAIN;
  const { name, looks, texts, reconnect } = value;
  const spoken = typeof known === "object" ? known : PLAIN;
  return Response.json({ ...spoken, name, ...looks, ...texts, reconnect: reconnect.enabled });
}

function resumed({ view }: Shown): ResumeAnswer {
  return view === "greeting" ? { answer: "none", drop: false } : sampleResume(Date.now());
}

standIn();

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input), location.href);
  if (!url.pathname.startsWith("/v1/")) return ask(input, init);
  if (shown === null) return new Response(null, { status: 503 });
  if (/^\/v1\/widgets\/[^/]+$/.test(url.pathname)) return publicSettings(shown, url.search);
  if (url.pathname.endsWith("/resume")) return Response.json(resumed(shown));
  return new Response(null, { status: 503 });
};

function show(now: Shown): void {
  shown = now;
  document.querySelector("rejoin-chat")?.remove();
  const chat = document.createElement("rejoin-chat");
  // Each time another widget, as far as the script can tell: it asks for the settings of each once.
  chat.setAttribute("widget", `preview-${(count += 1)}`);
  chat.toggleAttribute("open", now.view !== "closed");
  // Somebody who is signed in at their site comes back to what they had.
  if (now.view === "talk") Object.assign(chat, { identity: async () => "preview" });
  document.body.append(chat);
}

addEventListener("message", (event) => {
  if (event.origin !== location.origin || event.source !== parent) return;
  const read = readShown(event.data);
  if (read !== null) show(read);
});

const script = document.createElement("script");
script.src = "/rejoin.js";
document.head.append(script);
