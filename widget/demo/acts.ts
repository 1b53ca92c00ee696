import type { DemoWish } from "#protocol/demo.ts";
import type { ConsoleFrame } from "./console-frame.ts";
import type { TabName } from "./director.ts";
import type { Command } from "./messages.ts";
import { isLive } from "./scene.ts";
import type { Change, Scene } from "./scene.ts";
import { HANG_SECONDS } from "./stories.ts";
import type { StoryId } from "./story.ts";

/** What is at hand to make a story happen. */
export interface Actor {
  scene(): Scene;
  open(tab: TabName, path: string): void;
  close(tab: TabName, is?: "closed" | "none"): void;
  send(tab: TabName, command: Command): void;
  change(change: Change): void;
  /** Resolves once it is so. */
  until(isSo: (scene: Scene) => boolean): Promise<void>;
  /** The link by which a tab's customer takes the chat along. */
  link(tab: TabName): Promise<string | null>;
  wish(wish: DemoWish): Promise<void>;
  readonly console: Pick<ConsoleFrame, "drop" | "return">;
}

/** Does what a story's part is about, as life would. Rejects if it cannot be done. */
export async function perform(story: StoryId, part: "breaks" | "mends", actor: Actor): Promise<void> {
  const mends = part === "mends";
  switch (story) {
    case "hello":
      return actor.send("shop", { do: "say", text: "Hello, can I still change the address of order 8812?" });
    case "cable":
      await actor.wish({ shop: mends ? "whole" : "pulled" });
      // Where a cable is pulled at the far end, browsers hear nothing of it; they do when there is a network again.
      if (mends) actor.send("shop", { do: "network", there: true });
      return;
    case "wifi":
      await actor.wish({ shop: mends ? "whole" : "lost" });
      return actor.send("shop", { do: "network", there: mends });
    case "hang":
      actor.send("shop", { do: "hang", seconds: HANG_SECONDS });
      return actor.change({ shop: { hung: true } });
    case "close":
      return mends ? openAgain(actor) : actor.close("shop");
    case "link":
      return mends ? actor.close("phone") : goOnByPhone(actor);
    case "sign-in":
      return mends ? actor.close("phone") : signInOnBoth(actor);
    case "late":
      return mends ? actor.close("express", "none") : comeTooLate(actor);
    case "agent":
      if (mends) actor.console.return();
      else actor.console.drop();
      return actor.change({ console: { dropped: !mends } });
    case "server":
      return actor.wish({ server: mends ? "up" : "down" });
  }
}

/** Whoever comes back opens the chat, too. */
async function openAgain(actor: Actor): Promise<void> {
  actor.open("shop", actor.scene().shop.path);
  await actor.until(({ shop }) => shop.is === "open");
  actor.send("shop", { do: "open" });
}

/** A link leads to the shop; on the phone it is the same shop under the phone's address, since one machine plays both. */
function pathOf(link: string | null): string {
  if (link === null) throw new Error("The chat gave no link. Is a portal URL set for the widget?");
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

async function goOnByPhone(actor: Actor): Promise<void> {
  actor.open("phone", pathOf(await actor.link("shop")));
}

async function signInOnBoth(actor: Actor): Promise<void> {
  actor.send("shop", { do: "sign-in" });
  await actor.until(({ console: agent }) => agent.facts?.verified === true);
  actor.open("phone", "/help");
  await actor.until(({ phone }) => phone.is === "open");
  // It may have had the chat by its link a moment ago, and would go on without a question.
  actor.send("phone", { do: "forget" });
  actor.send("phone", { do: "sign-in" });
  actor.send("phone", { do: "open" });
}

async function comeTooLate(actor: Actor): Promise<void> {
  actor.open("express", "/express");
  await actor.until(({ express }) => express.is === "open");
  actor.send("express", { do: "say", text: "A short question: do the tiles stand frost?" });
  await actor.until(({ express, console: agent }) => isLive(express.facts?.line) && agent.facts?.state === "active");
  const path = pathOf(await actor.link("express"));
  actor.close("express");
  await actor.until(({ console: agent }) => agent.facts === null || agent.facts.state === "closed");
  actor.open("express", path);
}
