import { newFrom } from "./line-watch.ts";
import type { Screen } from "../panel/screen.ts";
import type { Scene } from "./scene.ts";

/** How the launcher looks. */
export interface LauncherState {
  open: boolean;
  /** Messages that nobody has seen yet. */
  unread: number;
  /** A chat goes on behind it. */
  goesOn: boolean;
  /** Two short lines beside it while it is closed: "Ana" and "Two new messages"; `hide` names what puts them away. Null for none. */
  teaser: { title: string; text: string; hide: string } | null;
  /** What it is called for those who hear it, in the customer's language. */
  label: string;
}

/** How the closed widget says what waits in it. */
export function launcherState(
  { view, settings, texts, more, say }: Scene,
  screen: Screen,
  open: boolean,
): LauncherState {
  const phase = view.view?.phase;
  const inChat = screen.is === "chat";
  const unread = open || !inChat ? 0 : newFrom(view.lines, view.seen.customer);
  const goesOn = inChat && (phase?.state === "active" || phase?.state === "open");
  const state = (label: string, title = "", text = ""): LauncherState => {
    const teaser = title === "" ? null : { title, text, hide: texts.minimise };
    return { open, unread, goesOn, teaser, label };
  };
  if (open) return state(more.closeChat);
  if (screen.is === "prompt") {
    const { agentName, holdUntil } = screen.offer;
    const text = agentName === null || holdUntil === null ? "" : say(more.keepsYourPlace, { name: agentName });
    return state(`${more.openChat}\n${more.waitingForYou}`, more.waitingForYou, text);
  }
  const name = phase?.state === "active" ? phase.agent.name : settings.name;
  if (unread === 0) return state(goesOn ? `${more.openChat}\n${say(texts.chatWith, { name })}` : more.openChat);
  const text = say(more.newMessages, { n: unread });
  return state(`${more.openChat}\n${text}`, name, text);
}
