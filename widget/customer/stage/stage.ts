import type { PublicWidget } from "#protocol/bodies.ts";
import { attempt } from "../../client/io/attempt.ts";
import type { Hosting, Panel } from "../contract.ts";
import type { RejoinChat } from "../loader/rejoin-chat.ts";
import { isResumable, prefix } from "../loader/resumable.ts";
import { openPanel } from "../panel/panel.ts";
import { launcherOf } from "./launcher.ts";

/** What the loader hands over. A list: names would travel to every page. */
export type Ground = readonly [
  element: RejoinChat,
  root: ShadowRoot,
  server: string,
  widgetId: string,
  settings: PublicWidget,
  link: string | null,
  linkAnswered: Hosting["linkAnswered"],
];

/** The chat of one element from the moment when more than its launcher is needed. */
export interface Stage {
  readonly panel: Panel;
  /** The element's attributes say something else, perhaps; `focus`: a person did it. */
  update(focus: boolean): void;
  /** A link was opened on the page that is already there. */
  link(token: string): void;
  dispose(): void;
}

/** What the loader loads. */
export interface StageModule {
  play(...ground: Ground): Promise<Stage>;
}

/** Whose a link is, only the server can tell: beside another chat this one waits for that before it opens. */
const isAlone = (): boolean => document.querySelectorAll("rejoin-chat").length === 1;

/** Runs the panel and shows it as the element's attributes say. */
export async function play(...ground: Ground): Promise<Stage> {
  const [element, root, server, widgetId, settings, link, linkAnswered] = ground;
  const inline = element.hasAttribute("inline");
  const openKey = `${prefix(widgetId)}open`;
  let shown = false;

  const hosting: Hosting = {
    element,
    root,
    server,
    widgetId,
    settings,
    link,
    linkAnswered,
    inline,
    get identity() {
      return element.identity ?? undefined;
    },
    context: () => element.context,
    wish: (open) => element.toggleAttribute("open", open),
    emit: (name, detail) => element.emit(name, detail),
  };
  const panel = await openPanel(hosting);

  const tellLauncher = (focus: boolean): void => {
    const launcher = launcherOf(element, root);
    if (launcher !== null) launcher.ariaExpanded = `${shown}`;
    if (focus) launcher?.focus();
  };
  tellLauncher(false);
  root.querySelector("slot")?.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape") element.close();
  });
  const wasOpen = attempt(() => sessionStorage.getItem(openKey)) === "true";
  // On a narrow screen it would cover the page that was just opened.
  if ((link !== null && isAlone()) || (wasOpen && innerWidth > 480 && isResumable(widgetId))) element.open();

  return {
    panel,
    update: (byPerson) => {
      const open = inline || element.hasAttribute("open");
      if (open === shown) return;
      const inside = root.activeElement !== null;
      shown = open;
      panel.show(open, byPerson);
      attempt(() => sessionStorage.setItem(openKey, `${open && !inline}`));
      tellLauncher(inside && !open);
      element.emit(open ? "open" : "close", {});
    },
    link: (token) => {
      if (isAlone()) element.open();
      hosting.link = token;
      void panel.chat.openLink(token);
    },
    dispose: () => panel.dispose(),
  };
}
