import type { TemplateResult } from "lit/html.js";
import type { Ending } from "#protocol/view.ts";
import type { Line } from "../../client/customer.ts";
import type { Scene } from "../panel/scene.ts";
import { CLOCK, disc } from "./icons.ts";
import type { Kit } from "./kit.ts";

/** Who had it last; undefined where the lines that are here do not tell. */
function agentName(lines: readonly Line[]): string | undefined {
  for (const line of lines.toReversed())
    if (line.kind === "event" && line.what.type === "joined") return line.what.agent.name;
  return undefined;
}

function title({ more }: Kit, { say, texts }: Scene, ended: Ending | null): string {
  return ended === null ? say(texts.hasEnded) : say(more.endedAt, { time: say.time(ended.at) });
}

/** How it came about; empty where nothing is known of it. */
function reason({ more }: Kit, { say, view: { lines } }: Scene, ended: Ending | null): string {
  if (ended === null) return "";
  if (ended.reason === "expired") {
    const { at, awaySince } = ended;
    return awaySince === undefined
      ? say(more.endedAwayLong)
      : say(more.endedAway, { time: say.longSpan(at - awaySince) });
  }
  if (ended.by === "customer") return say(more.byYou);
  const name = agentName(lines);
  return name === undefined ? "" : say(more.byAgent, { name });
}

/** Too late: why, and what can be done. `readable`: what was said can be had still. */
export function endedScreen(kit: Kit, scene: Scene, ended: Ending | null, readable: boolean): TemplateResult {
  const { html, nothing, more } = kit;
  const { say, asks, view } = scene;
  return html`<section class="screen" part="screen">
    ${disc(kit, CLOCK)}
    <h2 tabindex="-1">${title(kit, scene, ended)}</h2>
    <p>
      ${reason(kit, scene, ended)} ${readable ? say(more.stillReadable) : nothing}
      ${view.draft === "" ? nothing : say(more.unsentKept)}
    </p>
    <button class="main" part="button" @click=${asks.startNew}>${say(more.startNew)}</button>
    ${readable ? html`<button part="button" @click=${asks.read}>${say(more.read)}</button>` : nothing}
    <button class="plain" @click=${asks.dismiss}>${say(more.close)}</button>
  </section>`;
}

/** Under a chat that is over: how it ended, and what can be done. */
export function overFooter(kit: Kit, scene: Scene, ended: Ending | null): TemplateResult {
  const { html, nothing, more } = kit;
  const { say, asks, view } = scene;
  return html`<footer class="over">
    <p tabindex="-1"><strong>${title(kit, scene, ended)}</strong> ${reason(kit, scene, ended)}</p>
    ${view.draft === "" ? nothing : html`<p class="muted">${say(more.unsentKept)}</p>`}
    <div class="row">
      <button class="main" part="button" @click=${asks.startNew}>${say(more.startNew)}</button>
      <button part="button" @click=${asks.dismiss}>${say(more.close)}</button>
    </div>
  </footer>`;
}

/** How it ended in one line, for those who hear it. */
export function endedAnnouncement(kit: Kit, scene: Scene, ended: Ending | null): string {
  return `${title(kit, scene, ended)}\n${reason(kit, scene, ended)}`;
}
