import { isTalking } from "./scene.ts";
import type { Scene } from "./scene.ts";

// Why a story makes no sense now, in a line that fits its button; null if it does.

/** What else is broken has to be made good first, so that each story is about one thing. */
export function broken({ faults, console: agent, shop }: Scene): string | null {
  if (faults.server === "down") return "Start the server first.";
  if (faults.shop !== "whole") return "Give the shop its network back.";
  if (agent.dropped) return "Bring Ana back first.";
  if (shop.hung) return "The shop hangs. Wait for it.";
  return null;
}

/** There is a chat in the shop, whoever may have it. */
export const isChatting = ({ shop }: Scene): boolean => shop.facts?.state === "active" || shop.facts?.state === "open";

/** For what is about a chat in the shop: there has to be one, and it has to be Ana's. */
export function needsChat(scene: Scene): string | null {
  const first = broken(scene);
  if (first !== null) return first;
  if (scene.express.is !== "none") return "Close the second tab first.";
  if (scene.shop.is === "closed") return "Open the tab again first.";
  if (isTalking(scene)) return null;
  return isChatting(scene) ? "Ana does not have the chat." : "Start a chat first.";
}
