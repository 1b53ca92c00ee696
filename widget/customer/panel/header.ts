import type { Phase } from "#protocol/view.ts";
import type { Drawn, Markup } from "../../parts/draw.ts";
import { icon, MINUS } from "./icons.ts";
import { ring } from "./ring.ts";
import type { Ring } from "./ring.ts";
import type { MainScene } from "./scene.ts";
import type { Screen } from "./screen.ts";

/** The state of the chat that is on the screen, if one is. */
export function phaseOf({ view }: MainScene, screen: Screen): Phase | null {
  return screen.is === "chat" || screen.is === "over" ? (view.view?.phase ?? null) : null;
}

/** The one line under the title; it always tells the truth, which without a connection is less. `kept`: null with one, else the share that is left of the hold. */
export function statusLine({ view, texts, say }: MainScene, phase: Phase | null, kept: number | null): string {
  switch (phase?.state) {
    case "open": {
      if (kept !== null) return texts.notConnected;
      const n = phase.place;
      return n === null ? texts.waiting : n === 1 ? texts.nextInLine : say(texts.placeInLine, { n });
    }
    case "active":
      if (kept !== null) return kept > 0 && view.view?.reconnect ? texts.keepingPlace : texts.notConnected;
      return phase.agentConnected ? texts.here : texts.agentReconnecting;
    case "waiting":
      return say(texts.wereTalkingWith, { name: phase.previousAgent.name });
    case undefined:
      return "";
    default:
      return texts.hasEnded;
  }
}

function ringOf(phase: Phase, kept: number | null): Ring {
  if (phase.state !== "active" || kept === 0) return { is: "none" };
  return kept !== null || !phase.agentConnected ? { is: "held", share: kept } : { is: "here" };
}

/** A button with a drawing. */
export function tool(label: string, path: string, act: () => void): Markup {
  return ["button", { class: "round", type: "button", "aria-label": label, title: label, onclick: act }, icon(path)];
}

/** Who one talks with, where things stand, and what can be done with the chat as a whole, which is the rest's to say. */
export function header(
  scene: MainScene,
  screen: Screen,
  status: string,
  kept: number | null,
  tools: readonly [Drawn, Drawn] | undefined,
): Markup {
  const { settings, texts, inline, asks } = scene;
  const phase = phaseOf(scene, screen);
  const agent = phase !== null && "agent" in phase ? phase.agent.name : null;
  const logo: Drawn = settings.logo === null ? null : ["img", { class: "ring", src: settings.logo, alt: "" }];
  return [
    "header",
    { part: "header" },
    agent === null || phase === null ? logo : ring(agent, ringOf(phase, kept)),
    ["div", {}, ["h2", { part: "title" }, agent ?? settings.name], ["p", { class: "status", part: "status" }, status]],
    // Their places are kept while they are not there.
    ...(tools ?? [null, null]),
    inline ? null : tool(texts.minimise, MINUS, asks.minimise),
  ];
}
