import type { PublicWidget } from "#protocol/bodies.ts";
import { linkAnswered, onLinkToken, takeLinkToken } from "../../client/link.ts";
import type { Stage } from "../stage/stage.ts";
import { make } from "./make.ts";
import { loadStage } from "./load-stage.ts";
import { looks } from "./looks.ts";
import type { RejoinChat } from "./rejoin-chat.ts";
import { isResumable } from "./resumable.ts";
import { settingsOf } from "./settings.ts";

/** One widget on one element, as long as nothing more of it is needed than its launcher. */
export interface ClosedChat {
  /** What comes after, once that is there. */
  stage?: Stage;
  /** The element's attributes say something else, perhaps. */
  update(): Promise<void>;
  /** Tells the panel, now or when it is there; and there may be a reason for it now. What comes back: whether a chat was ended. */
  tell(news: "identified" | "signedOut" | "contextChanged" | "end"): Promise<boolean | void>;
  dispose(): void;
}

/** How long until what waits to be resumed is tried again, at least. */
const AGAIN_MS = 10_000;

export function closedChat(element: RejoinChat, root: ShadowRoot, server: string, widgetId: string): ClosedChat {
  const card = make("button", "part", "teaser");
  const button = make("button", "part", "launcher");
  // The page may put a launcher of its own in the place of ours.
  const slot = make("slot", "name", "launcher", button);
  const sheet = new CSSStyleSheet();
  let live = true;
  let link = takeLinkToken();
  let settings: PublicWidget | undefined;
  let loading: Promise<Stage | undefined> | undefined;

  const isWanted = (): boolean => element.matches("[open],[inline]");
  const hasReason = (): boolean => Boolean(link ?? element.identity) || isResumable(widgetId);
  const unlisten = onLinkToken((token) => {
    link = token;
    if (self.stage) self.stage.link(token);
    else void resume();
  });

  const ask = async (): Promise<PublicWidget> => {
    const page = element.closest<HTMLElement>("[lang]")?.lang;
    const answer = await settingsOf(`${server}/v1/widgets/${widgetId}?lang=${page},${navigator.languages.join()}`);
    if ("accent" in answer) return (settings = answer);
    if (answer.status < 405) {
      live = false;
      element.emit("error", answer);
    }
    throw new Error(answer.detail ?? answer.code);
  };
  const warn = (error: unknown): void => console.warn("Rejoin:", error);

  const load = (): Promise<Stage | undefined> => (loading ??= loadIt());
  const loadIt = async (): Promise<Stage | undefined> => {
    try {
      const known = settings ?? (await ask());
      // They may have come only now.
      sheet.replaceSync(looks(element, known));
      // Whoever comes by more than what is stored needs the rest at once.
      const { play } = await loadStage(server, known.language.table, ...((link ?? element.identity) ? ["rest"] : []));
      self.stage = await play(element, root, server, widgetId, known, link, linkAnswered);
      if (!live) self.stage.dispose();
    } catch (error) {
      warn(error);
      loading = undefined;
    }
    return self.stage;
  };

  const resume = async (): Promise<void> => {
    if (root.firstChild && hasReason() && !(await load())) setTimeout(resume, AGAIN_MS * (1 + Math.random()));
  };

  const update = async (): Promise<void> => {
    // What a person has just done takes the keyboard along; a page that opens its chat by itself does not.
    const focus = navigator.userActivation.isActive;
    if (!root.firstChild) return;
    sheet.replaceSync(looks(element, settings ?? {}));
    if (!self.stage && isWanted()) {
      button.ariaBusy = "true";
      card.textContent = "";
      await load();
      button.ariaBusy = null;
    }
    if (self.stage) self.stage.update(focus);
    else if (isWanted()) {
      element.close();
      card.textContent = settings?.launcher.lost ?? "No connection\nTry again";
      element.emit("error", { code: "offline" });
    }
  };

  const begin = async (): Promise<void> => {
    root.adoptedStyleSheets = [sheet];
    await ask().catch(warn);
    if (!live) return;
    button.ariaLabel = settings?.launcher.open ?? "Chat";
    slot.onclick = () => element.toggle();
    slot.onpointerover = () => settings && loadStage(server, settings.language.table).catch(warn);
    card.onclick = () => element.open();
    // The card stands there before its words, so that they are heard.
    root.append(make("div", "role", "status", card), slot);
    void update();
    void resume();
    element.emit("ready", {});
  };
  void begin();

  const self: ClosedChat = {
    update,
    tell: async (news) => {
      void resume();
      return (await loading)?.panel[news]();
    },
    dispose: () => {
      live = false;
      unlisten();
      self.stage?.dispose();
      root.replaceChildren();
    },
  };
  return self;
}
