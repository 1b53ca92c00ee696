import type { PublicWidget } from "#protocol/bodies.ts";
import { linkAnswered, onLinkToken, takeLinkToken } from "../../client/io/link-token.ts";
import type { ChatContext, LauncherState, Panel, TokenProvider } from "../contract.ts";
import type { ChatEvents } from "../events.ts";
import { languageOf } from "./language.ts";
import { drawLauncher } from "./launcher.ts";
import type { Launcher } from "./launcher.ts";
import { loadPanel } from "./load-panel.ts";
import { dress } from "./looks.ts";
import { forget, isResumable, keepOpen, wasOpen } from "./resumable.ts";
import { settingsOf } from "./settings.ts";

/** What a stage stands on. */
export interface Ground {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly server: string;
  readonly widgetId: string;
  identity(): TokenProvider | null;
  context(): ChatContext;
  /** The launcher is there: everything works from now on. */
  drawn(): void;
}

/** One widget on one element: its settings, its launcher, and its panel once that is needed. */
export interface Stage {
  panel(): Panel | null;
  /** The element's attributes say something else, perhaps. */
  update(): void;
  identified(): void;
  signedOut(): void;
  contextChanged(): void;
  end(): Promise<boolean>;
  dispose(): void;
}

/** Wide enough that the panel leaves the page in sight. */
const WIDE = "(width > 480px)";

export function setStage({ element, root, server, widgetId, identity, context, drawn }: Ground): Stage {
  const inline = element.hasAttribute("inline");
  const language = languageOf(element);
  const look = dress(root);
  const gone = new AbortController();
  let settings: PublicWidget | null = null;
  let launcher: Launcher | null = null;
  let state: LauncherState = { open: false, unread: 0, teaser: null, label: "" };
  let panel: Panel | null = null;
  let loading: Promise<Panel | null> | null = null;
  let shown = false;
  let link = takeLinkToken();
  /** Between two tries to load what waits to be resumed. */
  let waitMs = 2_500;

  const emit = <Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]): void =>
    void element.dispatchEvent(new CustomEvent(`rejoin-${name}`, { detail, bubbles: true }));
  const isOpen = (): boolean => element.hasAttribute("open");
  const wish = (open: boolean): void => void element.toggleAttribute("open", open);
  const hasReason = (): boolean => link !== null || identity() !== null || isResumable(widgetId);

  const undoLink = onLinkToken((token) => {
    link = token;
    wish(true);
  });

  const paint = (): void => {
    look(settings);
    launcher?.paint({ ...state, open: shown });
  };

  const ask = async (): Promise<void> => {
    const answer = await settingsOf(`${server}/v1/widgets/${widgetId}`);
    if (typeof answer !== "string") settings = answer;
    else {
      dispose();
      emit("error", { code: answer });
    }
  };

  const openPanel = async (): Promise<Panel | null> => {
    try {
      if (settings === null) await ask();
      const { openPanel: open } = await loadPanel(server);
      if (settings === null || gone.signal.aborted) return null;
      panel = await open({
        element,
        root,
        server,
        widgetId,
        inline,
        language,
        settings,
        link,
        context,
        wish,
        emit,
        linkAnswered,
        identity: async (fresh) => (await identity()?.(fresh)) ?? null,
        onLink: onLinkToken,
        launcher: (said) => {
          state = said;
          paint();
        },
      });
      undoLink();
      if (gone.signal.aborted) panel.dispose();
      return panel;
    } catch (error) {
      console.warn("Rejoin:", error);
      loading = null;
      return null;
    }
  };
  const load = (): Promise<Panel | null> => (loading ??= openPanel());
  const tell = (news: (panel: Panel) => void): void => void loading?.then((there) => there && news(there));

  const resume = async (): Promise<void> => {
    if ((await load()) !== null || gone.signal.aborted) return;
    waitMs *= 2;
    setTimeout(resume, waitMs * (1 + Math.random()));
  };

  const show = async (open: boolean): Promise<void> => {
    // A person came by a link, or has just done something; a page that opens its chat by itself takes the keyboard from nobody.
    const focus = link !== null || navigator.userActivation.isActive;
    if (open) {
      launcher?.busy(true);
      const loaded = await load();
      launcher?.busy(false);
      if (shown || !(inline || isOpen()) || gone.signal.aborted) return;
      if (loaded === null) {
        wish(false);
        launcher?.lost();
        return emit("error", { code: "offline" });
      }
    }
    const inside = root.activeElement !== null;
    shown = open;
    panel?.show(open, focus);
    if (!inline) keepOpen(widgetId, open);
    paint();
    if (!open && inside) launcher?.focus();
    emit(open ? "open" : "close", {});
  };

  const update = (): void => {
    if (launcher === null) return;
    paint();
    if ((inline || isOpen()) !== shown) void show(!shown);
  };

  const dispose = (): void => {
    gone.abort();
    undoLink();
    panel?.dispose();
    root.replaceChildren();
  };

  const begin = async (): Promise<void> => {
    await ask().catch(() => {});
    if (gone.signal.aborted) return;
    launcher = drawLauncher(root, language.table, (open) => wish(open ?? !isOpen()));
    addEventListener("online", () => void (loading ?? (hasReason() && load())), { signal: gone.signal });
    if (link !== null || (wasOpen(widgetId) && isResumable(widgetId) && matchMedia(WIDE).matches)) wish(true);
    update();
    drawn();
    emit("ready", {});
    if (hasReason()) void resume();
  };
  void begin();

  return {
    panel: () => panel,
    update,
    identified: () => (loading === null ? void resume() : tell((there) => there.identified())),
    signedOut: () => {
      forget(widgetId);
      tell((there) => there.signedOut());
    },
    contextChanged: () => tell((there) => there.contextChanged()),
    end: async () => (hasReason() ? ((await load())?.end() ?? false) : false),
    dispose,
  };
}
