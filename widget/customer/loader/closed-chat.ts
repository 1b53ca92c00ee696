import type { PublicWidget } from "#protocol/bodies.ts";
import { linkAnswered, onLinkToken, takeLinkToken } from "../../client/link.ts";
import type { Stage } from "../stage/stage.ts";
import { drawLauncher } from "./launcher.ts";
import type { Launcher } from "./launcher.ts";
import { loadStage } from "./load-stage.ts";
import { looks } from "./looks.ts";
import type { RejoinChat } from "./rejoin-chat.ts";
import { isResumable } from "./resumable.ts";
import { settingsOf } from "./settings.ts";

/** One widget on one element, as long as nothing more of it is needed than its launcher. */
export interface ClosedChat {
  /** What comes after, once that is there. */
  stage: Stage | null;
  /** The element's attributes say something else, perhaps. */
  update(): void;
  /** Tells the panel, now or when it is there; and there may be a reason for it now. */
  tell(news: "identified" | "signedOut" | "contextChanged"): void;
  end(): Promise<boolean>;
  dispose(): void;
}

/** How long until what waits to be resumed is tried again, at least. */
const AGAIN_MS = 10_000;

export function closedChat(element: RejoinChat, root: ShadowRoot, server: string, widgetId: string): ClosedChat {
  const sheet = new CSSStyleSheet();
  let live = true;
  let link = takeLinkToken();
  let settings: PublicWidget | undefined;
  let launcher: Launcher | undefined;
  let loading: Promise<Stage | null> | undefined;
  let timer: number | undefined;

  const isWanted = (): boolean => element.hasAttribute("open") || element.hasAttribute("inline");
  const hasReason = (): boolean => Boolean(link ?? element.identity) || isResumable(widgetId);
  const unlisten = onLinkToken((token) => {
    link = token;
    if (self.stage === null) void resume();
    else self.stage.link(token);
  });

  const ask = async (): Promise<void> => {
    const languages = [element.closest<HTMLElement>("[lang]")?.lang, ...navigator.languages].join();
    const answer = await settingsOf(`${server}/v1/widgets/${widgetId}?lang=${languages}`);
    if ("widgetId" in answer) settings = answer;
    else if (answer.status < 405) {
      live = false;
      console.warn("Rejoin:", widgetId, answer.code);
      element.emit("error", answer);
    }
  };

  const load = (): Promise<Stage | null> => (loading ??= loadIt());
  const loadIt = async (): Promise<Stage | null> => {
    try {
      if (settings === undefined) await ask();
      const { play } = await loadStage(server);
      if (!live || launcher === undefined || settings === undefined) throw new Error(widgetId);
      self.stage = await play({ element, root, server, widgetId, settings, link, linkAnswered, launcher });
      if (!live) self.stage.dispose();
    } catch (error) {
      console.warn("Rejoin:", error);
      loading = undefined;
    }
    return self.stage;
  };

  const resume = async (): Promise<void> => {
    if (!live || !hasReason() || (await load()) !== null) return;
    clearTimeout(timer);
    timer = setTimeout(resume, AGAIN_MS * (1 + Math.random()));
  };

  const update = async (): Promise<void> => {
    sheet.replaceSync(looks(element, settings ?? {}));
    // What a person has just done takes the keyboard along; a page that opens its chat by itself does not.
    const focus = navigator.userActivation.isActive;
    if (launcher === undefined || !(self.stage ?? isWanted())) return;
    const { button, card } = launcher;
    if (self.stage === null) {
      button.ariaBusy = "true";
      card.textContent = "";
      await load();
      button.ariaBusy = null;
    }
    if (self.stage !== null) self.stage.update(focus);
    else if (isWanted()) {
      element.close();
      card.textContent = settings?.launcher.lost ?? "No connection\nTry again";
      element.emit("error", { code: "offline" });
    }
  };

  void (async () => {
    root.adoptedStyleSheets = [sheet];
    await ask().catch(() => {});
    if (!live) return;
    launcher = drawLauncher(root, settings?.launcher.open ?? "Chat");
    const { slot, card } = launcher;
    slot.onclick = () => element.toggle();
    slot.onpointerover = () => void loadStage(server).catch(() => {});
    card.onclick = () => element.open();
    void update();
    void resume();
    element.emit("ready", {});
  })();

  const self: ClosedChat = {
    stage: null,
    update: () => void update(),
    tell: (news) => {
      void loading?.then((stage) => stage?.panel[news]());
      void resume();
    },
    end: async () => hasReason() && ((await load())?.panel.end() ?? false),
    dispose: () => {
      live = false;
      unlisten();
      self.stage?.dispose();
      root.replaceChildren();
    },
  };
  return self;
}
