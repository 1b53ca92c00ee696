import type { LauncherState } from "../contract.ts";
import { draw, make } from "./dom.ts";
import { WORDS } from "./words.ts";

/** The button that opens the chat, and the card beside it. */
export interface Launcher {
  /** As the panel says, or as it is without one. */
  paint(state: LauncherState): void;
  /** The panel is on its way. */
  busy(busy: boolean): void;
  /** The panel could not be loaded. */
  lost(): void;
  focus(): void;
}

const BUBBLE = "M7 5h10a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-6l-4 4v-4a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z";
const CROSS = "m6 6 12 12M18 6 6 18";

/** Draws it into the root. The page may put a launcher of its own into the slot in place of ours. */
export function drawLauncher(root: ShadowRoot, table: string, wish: (open?: boolean) => void): Launcher {
  const [open = "", hide = "", lost = ""] = WORDS[table] ?? [];
  const badge = make("span", "badge");
  const button = make("button", "launcher", draw(BUBBLE, CROSS), badge);
  const slot = make("slot", "", button);
  slot.name = "launcher";
  // There before its words, so that they are heard.
  const beside = make("div", "");
  beside.role = "status";
  root.append(beside, slot);
  let hidden = "";

  const shown = (): HTMLElement => slot.assignedElements().find((own) => own instanceof HTMLElement) ?? button;
  const focus = (): void => shown().focus();

  const say = (title: string, text: string): void => {
    beside.replaceChildren();
    if (title === "" || title + text === hidden) return;
    const opener = make("button", "", make("b", "", title), text);
    opener.onclick = () => wish(true);
    const closer = make("button", "", "×");
    closer.ariaLabel = hide;
    closer.onclick = () => {
      hidden = title + text;
      focus();
      beside.replaceChildren();
    };
    const card = make("div", "teaser", opener, closer);
    card.dir = "auto";
    beside.append(card);
  };

  slot.onclick = () => wish();
  slot.onkeydown = ({ key }) => key === "Escape" && wish(false);
  button.ariaLabel = open;
  return {
    paint: (state) => {
      button.ariaLabel = state.label || open;
      shown().ariaExpanded = `${state.open}`;
      badge.textContent = state.unread > 99 ? "99+" : `${state.unread || ""}`;
      button.className = state.teaser === null ? "" : "waiting";
      say(state.open ? "" : (state.teaser?.title ?? ""), state.teaser?.text ?? "");
    },
    busy: (busy) => {
      button.ariaBusy = `${busy}`;
    },
    lost: () => {
      say(lost, "");
    },
    focus,
  };
}
