import type { Offer } from "#protocol/bodies.ts";
import type { Markup } from "../../parts/draw.ts";
import { ring } from "../panel/ring.ts";
import { ago } from "../words/spans.ts";
import type { Scene } from "./scene.ts";

/** With whom they talked, and since when they were away. */
function past({ say, more, now }: Scene, { agentName, awaySince }: Offer): string {
  if (awaySince === null) return say(more.openElsewhere);
  const then = ago(say, now - awaySince);
  return agentName === null
    ? say(more.wereWaiting, { ago: then })
    : say(more.wereTalking, { name: agentName, ago: then });
}

/** What waits for them, until when by the server's clock. */
function ahead({ say, more, now }: Scene, { agentName, holdUntil, resumableUntil }: Offer): string {
  if (agentName !== null && holdUntil !== null && holdUntil > now)
    return say(more.keepingUntil, { name: agentName, time: say.time(holdUntil) });
  return resumableUntil === null ? "" : say(more.canReturnUntil, { time: say.time(resumableUntil) });
}

/** The share of the hold that is left, from 1 to 0; null if nobody holds. */
function shareLeft({ awaySince, holdUntil }: Offer, now: number): number | null {
  if (awaySince === null || holdUntil === null || holdUntil <= now) return null;
  return Math.min(1, (holdUntil - now) / Math.max(1, holdUntil - awaySince));
}

function title({ say, more }: Scene, { customerName }: Offer): string {
  return customerName === null ? say(more.welcomeBack) : say(more.welcomeBackName, { name: customerName });
}

/** The prompt: exactly two choices. */
export function promptScreen(scene: Scene, offer: Offer): Markup {
  const { say, more, asks, now } = scene;
  const { agentName } = offer;
  const share = shareLeft(offer, now);
  return [
    "section",
    { class: "screen", part: "screen", key: "prompt" },
    agentName === null ? null : ring(agentName, share === null ? { is: "none" } : { is: "held", share }),
    ["h2", { tabindex: -1 }, title(scene, offer)],
    ["p", {}, `${past(scene, offer)} ${ahead(scene, offer)}`],
    [
      "button",
      { class: "main", part: "button", onclick: asks.continue },
      agentName === null ? say(more.continue) : say(more.continueWith, { name: agentName }),
    ],
    ["button", { part: "button", onclick: asks.startNew }, say(more.startNew)],
  ];
}

/** The prompt in one line, for those who hear it. */
export function promptAnnouncement(scene: Scene, offer: Offer): string {
  return `${title(scene, offer)}\n${past(scene, offer)}`;
}
