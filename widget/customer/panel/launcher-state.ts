import type { LauncherState } from "../contract.ts";
import { newFrom } from "./line-watch.ts";
import type { Scene } from "./scene.ts";
import type { Screen } from "./screen.ts";

/** How the closed widget says what waits in it. */
export function launcherState(scene: Scene, screen: Screen, open: boolean): LauncherState {
  const { view, settings, texts, say } = scene;
  const phase = view.view?.phase;
  const unread = open || screen.is !== "chat" ? 0 : newFrom(view.lines, view.seen.customer);
  if (open) return { open, unread, teaser: null, label: texts.closeChat };
  const kept = (name: string | null): string => (name === null ? "" : say(texts.keepsYourPlace, { name }));
  if (screen.is === "prompt") {
    const text = kept(screen.offer.holdUntil === null ? null : screen.offer.agentName);
    return {
      open,
      unread,
      teaser: { title: texts.waitingForYou, text },
      label: `${texts.openChat}. ${texts.waitingForYou}`,
    };
  }
  if (unread === 0) return { open, unread, teaser: null, label: texts.openChat };
  const text = say(texts.newMessages, { n: unread });
  const title = phase?.state === "active" ? kept(phase.agent.name) : settings.name;
  return { open, unread, teaser: { title, text }, label: `${texts.openChat}. ${text}` };
}
