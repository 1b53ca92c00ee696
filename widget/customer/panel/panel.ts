import { browserPorts } from "../../client/browser.ts";
import { openChat } from "../../client/guest.ts";
import type { Hosting, Panel } from "../contract.ts";
import { loadChatTexts } from "../texts/languages.ts";
import { createWords } from "../words/words.ts";
import { createDrawing } from "./drawing.ts";
import { createFrame } from "./frame.ts";
import { loadRest } from "./rest.ts";

/** Draws the chat of one widget, next to its launcher, and runs it until it is disposed of. */
export async function openPanel(hosting: Hosting): Promise<Panel> {
  const { server, widgetId, link } = hosting;
  const { language } = hosting.settings;
  const life = new AbortController();
  const { signal } = life;
  const texts = await loadChatTexts(language.table);
  const rest = loadRest(language.table, signal, () => drawing.late());
  const opening = rest.then(({ openingOf }) => openingOf(hosting));
  const chat = openChat(
    {
      baseUrl: server,
      widgetId,
      ports: browserPorts(),
      get identity() {
        return hosting.identity;
      },
      link,
    },
    opening,
  );
  const frame = createFrame(hosting, signal);
  const drawing = createDrawing({ hosting, chat, texts, say: createWords(language.tag), frame, signal });
  // The entrance has it first, and what waited there is said by then.
  void opening.then(() => rest).then(({ createRest, more }) => drawing.add((given) => createRest(given, more)));
  const tellContext = (): void => chat.setContext({ page: location.origin + location.pathname, ...hosting.context() });

  const unsubscribe = chat.subscribe(drawing.changed);
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
      unsubscribe();
      chat.dispose();
    },
  };
}
