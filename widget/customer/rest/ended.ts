import type { Ending } from "#protocol/view.ts";
import type { Line } from "../../client/customer.ts";
import type { Markup } from "../../parts/draw.ts";
import { longSpan } from "../words/spans.ts";
import { CLOCK, disc } from "./icons.ts";
import type { Scene } from "./scene.ts";

/** Who had it last; undefined where the lines that are here do not tell. */
function agentName(lines: readonly Line[]): string | undefined {
  for (const line of lines.toReversed())
    if (line.kind === "event" && line.what.type === "joined") return line.what.agent.name;
  return undefined;
}

function title({ say, texts, more }: Scene, ended: Ending | null): string {
  return ended === null ? say(texts.hasEnded) : say(more.endedAt, { time: say.time(ended.at) });
}

/** How it came about; empty where nothing is known of it. */
function reason({ say, more, view: { lines } }: Scene, ended: Ending | null): string {
  if (ended === null) return "";
  if (ended.reason === "expired") {
    const { at, awaySince } = ended;
    return awaySince === undefined
      ? say(more.endedAwayLong)
      : say(more.endedAway, { time: longSpan(say, at - awaySince) });
  }
  if (ended.by === "customer") return say(more.byYou);
  const name = agentName(lines);
  return name === undefined ? "" : say(more.byAgent, { name });
}

/** Too late: why, and what can be done. `readable`: what was said can be had still. */
export function endedScreen(scene: Scene, ended: Ending | null, readable: boolean): Markup {
  const { say, more, asks, view } = scene;
  const why = [reason(scene, ended), readable ? say(more.stillReadable) : "", view.draft && say(more.unsentKept)];
  return [
    "section",
    { class: "screen", part: "screen", key: "ended" },
    disc(CLOCK),
    ["h2", { tabindex: -1 }, title(scene, ended)],
    ["p", {}, why.join(" ")],
    ["button", { class: "main", part: "button", onclick: asks.startOver }, say(more.startNew)],
    readable ? ["button", { part: "button", onclick: asks.read }, say(more.read)] : null,
    ["button", { class: "plain", onclick: asks.dismiss }, say(more.close)],
  ];
}

/** Under a chat that is over: how it ended, and what can be done. */
export function overFooter(scene: Scene, ended: Ending | null): Markup {
  const { say, more, asks, view } = scene;
  return [
    "footer",
    { class: "over", key: "over" },
    ["p", { tabindex: -1 }, ["strong", {}, title(scene, ended)], ` ${reason(scene, ended)}`],
    view.draft === "" ? null : ["p", { class: "muted" }, say(more.unsentKept)],
    [
      "div",
      { class: "row" },
      ["button", { class: "main", part: "button", onclick: asks.startOver }, say(more.startNew)],
      ["button", { part: "button", onclick: asks.dismiss }, say(more.close)],
    ],
  ];
}

/** How it ended in one line, for those who hear it. */
export function endedAnnouncement(scene: Scene, ended: Ending | null): string {
  return `${title(scene, ended)}\n${reason(scene, ended)}`;
}
