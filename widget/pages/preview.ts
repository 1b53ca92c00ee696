import * as v from "valibot";

// The chat as it would be with settings that nobody has saved yet. The settings page, which shows this one in a frame, sends
// them; the widget is the real one, as any site embeds it, and this page answers what it asks the server.

const Shown = v.object({
  preview: v.object({
    widgetId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
    open: v.boolean(),
    value: v.object({
      name: v.string(),
      looks: v.object({
        // While somebody types, it may be none: then it is shown with ours.
        accent: v.fallback(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)), "#3b6fd4"),
        position: v.fallback(v.picklist(["left", "right"]), "right"),
        theme: v.fallback(v.picklist(["auto", "light", "dark"]), "auto"),
        logo: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/./))), null),
      }),
      texts: v.object({ greeting: v.string(), hint: v.string() }),
      reconnect: v.object({ enabled: v.boolean() }),
    }),
  }),
});
type Shown = v.InferOutput<typeof Shown>["preview"];

// A chat that a person has just opened takes the keyboard; here somebody is typing in the form beside it.
Object.defineProperty(navigator, "userActivation", { value: { isActive: false, hasBeenActive: false } });

const ask = globalThis.fetch.bind(globalThis);
const PLAIN = { language: { tag: "en", table: "en" }, launcher: { open: "Open chat", lost: "Try again" } };
let shown: Shown | null = null;
let count = 0;

/** The widget's public settings: in the language and with the words that the server has for it, and the looks of the form. */
async function publicSettings(query: string): Promise<Response> {
  if (shown === null) return new Response(null, { status: 503 });
  const { widgetId, value } = shown;
  const answer = await ask(`/v1/widgets/${widgetId}${query}`);
  // Of a widget that was removed the server says nothing.
  const known: unknown = answer.ok ? await answer.json() : PLAIN;
  const { name, looks, texts, reconnect } = value;
  const spoken = typeof known === "object" ? known : PLAIN;
  return Response.json({ ...spoken, name, ...looks, ...texts, reconnect: reconnect.enabled });
}

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input), location.href);
  if (!url.pathname.startsWith("/v1/")) return ask(input, init);
  if (/^\/v1\/widgets\/[^/]+$/.test(url.pathname)) return publicSettings(url.search);
  if (url.pathname.endsWith("/resume")) return Response.json({ answer: "none", drop: false });
  return new Response(null, { status: 503 });
};

function show(now: Shown): void {
  shown = now;
  document.querySelector("rejoin-chat")?.remove();
  const chat = document.createElement("rejoin-chat");
  // Each time another widget, as far as the script can tell: it asks for the settings of each once.
  chat.setAttribute("widget", `preview-${(count += 1)}`);
  chat.toggleAttribute("open", now.open);
  document.body.append(chat);
}

addEventListener("message", (event) => {
  if (event.origin !== location.origin || event.source !== parent) return;
  const read = v.safeParse(Shown, event.data);
  if (read.success) show(read.output.preview);
});

const script = document.createElement("script");
script.src = "/rejoin.js";
document.head.append(script);
