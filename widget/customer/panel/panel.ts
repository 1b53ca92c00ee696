import { createChat } from "../../client/customer.ts";
import { browserPorts } from "../../client/browser.ts";
import type { Hosting, Panel } from "../contract.ts";
import { loadChatTexts } from "../texts/languages.ts";
import { createWords } from "../words/words.ts";
import { createDrawing } from "./drawing.ts";
import { enter } from "./focus.ts";
import { createFrame } from "./frame.ts";
import { createTelling } from "./telling.ts";

/** Draws the chat of one widget, next to its launcher, and runs it until it is disposed of. */
export async function openPanel(hosting: Hosting): Promise<Panel> {
  const { server, widgetId, inline, language } = hosting;
  const texts = await loadChatTexts(language.table);
  const { link } = hosting;
  const ports = browserPorts(hosting.linkAnswered);
  const identity = (fresh: boolean): Promise<string | null> => hosting.identity(fresh);
  const chat = createChat({ baseUrl: server, widgetId, ports, identity, link });
  const { frame, undo } = createFrame(hosting);
  const life = new AbortController();
  const { signal } = life;
  const drawing = createDrawing({ hosting, chat, texts, say: createWords(language.tag), frame });
  const tellContext = (): void => {
    chat.setContext({ page: location.origin + location.pathname, ...hosting.context() });
  };
  const tell = createTelling(hosting.emit);

  if (link !== null) drawing.linkAsked();
  const unsubscribe = chat.subscribe(() => {
    tell(chat.snapshot());
    drawing.changed();
  });
  const unlisten = hosting.onLink((token) => {
    drawing.linkAsked();
    void chat.openLink(token);
  });
  // Whoever came by a link counts as present from their first touch of the page.
  for (const type of ["pointerdown", "keydown"])
    addEventListener(type, () => chat.activity(), { signal, capture: true });
  // There for all to see, it is open only once its person has used it: a page that just loads redirects nobody.
  for (const type of ["pointerdown", "keydown", "click"])
    frame.addEventListener(type, () => chat.setOpen(true), { signal });
  frame.addEventListener(
    "keydown",
    ({ key, defaultPrevented }) => {
      if (key === "Escape" && !defaultPrevented) drawing.escape();
    },
    { signal },
  );

  tellContext();
  drawing.draw();
  void chat.lookUp();
  return {
    chat,
    show: (open, focus) => {
      frame.inert = !(open || inline);
      chat.setOpen(open && focus);
      drawing.draw();
      if (open && focus) enter(frame);
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
      unlisten();
      drawing.dispose();
      undo();
      chat.dispose();
    },
  };
}
