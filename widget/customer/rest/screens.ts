import type { Drawn } from "../../parts/draw.ts";
import type { Screen } from "../panel/screen.ts";
import { endedAnnouncement, endedScreen } from "./ended.ts";
import { promptAnnouncement, promptScreen } from "./prompt.ts";
import type { Scene } from "./scene.ts";
import { unreachableScreen, unreachableText } from "./unreachable.ts";
import { elsewhereScreen, refusedScreen } from "./who.ts";

/** What stands in the place of greeting and transcript; `next`: when what could not be answered is asked again. */
export function screenFor(scene: Scene, screen: Screen, next: number | null): Drawn {
  switch (screen.is) {
    case "prompt":
      return promptScreen(scene, screen.offer);
    case "ended":
      return endedScreen(scene, screen.ended, screen.readable);
    case "unreachable":
      return unreachableScreen(scene, screen, next);
    case "refused":
      return refusedScreen(scene);
    case "elsewhere":
      return elsewhereScreen(scene);
    default:
      return null;
  }
}

/** What is read out when this comes to the screen; empty for what speaks for itself. */
export function announcementOf(scene: Scene, screen: Screen): string {
  const { more, say, sheet } = scene;
  switch (screen.is) {
    case "prompt":
      return promptAnnouncement(scene, screen.offer);
    case "ended":
    case "over":
      return endedAnnouncement(scene, screen.ended);
    case "unreachable":
      return unreachableText(scene, screen);
    case "refused":
      return `${say(more.signInProblem)}\n${say(more.signInHint)}`;
    case "elsewhere":
      return `${say(more.elsewhere)}\n${say(more.elsewhereHint)}`;
    default: {
      // The end question and the link speak for themselves: the focus goes there.
      if (sheet.is === "link" && sheet.copied) return say(more.copied);
      return screen.is === "welcome" && scene.deadLink ? say(more.deadLink) : "";
    }
  }
}
