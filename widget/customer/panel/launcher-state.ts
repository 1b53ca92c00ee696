import type { LauncherState } from "../contract.ts";
import { newFrom } from "./line-watch.ts";
import type { MainScene } from "./scene.ts";
import type { Screen } from "./screen.ts";

/** How the closed widget says what waits in it. */
export function launcherState({ view, settings, texts, say }: MainScene, screen: Screen, open: boolean): LauncherState {
  const phase = view.view?.phase;
  const unread = open || screen.is !== "chat" ? 0 : newFrom(view.lines, view.seen.customer);
  const state = (label: string, title = "", text = ""): LauncherState => {
    const teaser = title === "" ? null : { title, text, hide: texts.minimise };
    return { open, unread, teaser, label };
  };
  if (open) return state(texts.closeChat);
  if (screen.is === "prompt") {
    const { agentName, holdUntil } = screen.offer;
    const text = agentName === null || holdUntil === null ? "" : say(texts.keepsYourPlace, { name: agentName });
    return state(`${texts.openChat}\n${texts.waitingForYou}`, texts.waitingForYou, text);
  }
  if (unread === 0) return state(texts.openChat);
  const title = phase?.state === "active" ? say(texts.keepsYourPlace, { name: phase.agent.name }) : settings.name;
  const text = say(texts.newMessages, { n: unread });
  return state(`${texts.openChat}\n${text}`, title, text);
}
