import { browserPorts } from "../../client/browser.ts";
import { createChat } from "../../client/customer.ts";
import type { Hosting, Panel } from "../contract.ts";
import { loadChatTexts } from "../texts/languages.ts";
import { createWords } from "../words/words.ts";
import { createDrawing } from "./drawing.ts";
import { createFrame } from "./frame.ts";
import { createTelling } from "./telling.ts";

/** Draws the chat of one widget, next to its launcher, and runs it until it is disposed of. */
export async function openPanel(hosting: Hosting): Promise<Panel> {
  const { server, widgetId, language, link } = hosting;
  const texts = await loadChatTexts(language.table);
  const chat = createChat({
    baseUrl: server,
    widgetId,
    ports: browserPorts(hosting.linkAnswered),
    identity: (fresh) => hosting.identity(fresh),
    link,
  });
  const life = new AbortController();
  const { signal } = life;
  const frame = createFrame(hosting, signal);
  const drawing = createDrawing(hosting, chat, texts, createWords(language.tag), frame, signal);
  const tell = createTelling(hosting.emit);
  const tellContext = (): void => chat.setContext({ page: location.origin + location.pathname, ...hosting.context() });

  if (link !== null) drawing.linkAsked();
  const undo = [
    chat.subscribe(() => {
      tell(chat.snapshot());
      drawing.changed();
    }),
    hosting.onLink((token) => {
      drawing.linkAsked();
      void chat.openLink(token);
    }),
  ];
  for (const type of ["pointerdown", "keydown"]) {
    // Whoever came by a link counts as present from their first touch of the page.
    addEventListener(type, () => chat.activity(), { signal, capture: true });
    // There for all to see, it is open only once its person has used it: a page that just loads redirects nobody.
    frame.addEventListener(type, () => chat.setOpen(true), { signal });
  }

  tellContext();
  drawing.draw();
  void chat.lookUp();
  return {
    chat,
    show: (open, focus) => {
      frame.inert = !open;
      chat.setOpen(open && focus);
      drawing.draw();
      if (open && focus) drawing.enter();
    },
    identified: () => void chat.signedIn(),
    signedOut: () => {
      chat.signOut();
      // Whoever is there now is a guest.
      void chat.lookUp();
    },
    contextChanged: tellContext,
    end: async () => (await chat.end()).ok,
    dispose: () => {
      life.abort();
      for (const done of undo) done();
      chat.dispose();
    },
  };
}
