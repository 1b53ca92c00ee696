import type { TemplateResult } from "lit/html.js";
import type { Offer } from "#protocol/bodies.ts";
import type { Scene } from "../panel/scene.ts";
import type { Kit } from "./kit.ts";

/** With whom they talked, and since when they were away. */
function past({ more }: Kit, { say, now }: Scene, { agentName, awaySince }: Offer): string {
  if (awaySince === null) return say(more.openElsewhere);
  const ago = say.ago(now - awaySince);
  return agentName === null ? say(more.wereWaiting, { ago }) : say(more.wereTalking, { name: agentName, ago });
}

/** What waits for them, until when by the server's clock. */
function ahead({ more }: Kit, { say, now }: Scene, { agentName, holdUntil, resumableUntil }: Offer): string {
  if (agentName !== null && holdUntil !== null && holdUntil > now)
    return say(more.keepingUntil, { name: agentName, time: say.time(holdUntil) });
  return resumableUntil === null ? "" : say(more.canReturnUntil, { time: say.time(resumableUntil) });
}

/** The share of the hold that is left, from 1 to 0; null if nobody holds. */
function shareLeft({ awaySince, holdUntil }: Offer, now: number): number | null {
  if (awaySince === null || holdUntil === null || holdUntil <= now) return null;
  return Math.min(1, (holdUntil - now) / Math.max(1, holdUntil - awaySince));
}

function title({ more }: Kit, { say }: Scene, { customerName }: Offer): string {
  return customerName === null ? say(more.welcomeBack) : say(more.welcomeBackName, { name: customerName });
}

/** The prompt: exactly two choices. */
export function promptScreen(kit: Kit, scene: Scene, offer: Offer): TemplateResult {
  const { html, nothing, ring, more } = kit;
  const { say, asks, now } = scene;
  const { agentName } = offer;
  const share = shareLeft(offer, now);
  return html`<section class="screen" part="screen">
    ${agentName === null ? nothing : ring(agentName, share === null ? { is: "none" } : { is: "held", share })}
    <h2 tabindex="-1">${title(kit, scene, offer)}</h2>
    <p>${past(kit, scene, offer)} ${ahead(kit, scene, offer)}</p>
    <button class="main" part="button" @click=${asks.continue}>
      ${agentName === null ? say(more.continue) : say(more.continueWith, { name: agentName })}
    </button>
    <button part="button" @click=${asks.startNew}>${say(more.startNew)}</button>
  </section>`;
}

/** The prompt in one line, for those who hear it. */
export function promptAnnouncement(kit: Kit, scene: Scene, offer: Offer): string {
  return `${title(kit, scene, offer)}\n${past(kit, scene, offer)}`;
}
