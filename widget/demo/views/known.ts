import { html } from "lit";
import type { TemplateResult } from "lit";
import { countdown } from "../../agent/time.ts";
import type { Facts } from "../facts.ts";
import type { News } from "../news.ts";
import { frontTab, isLive } from "../scene.ts";
import type { Scene, Tab } from "../scene.ts";

/** To the second, in as little room as it takes. */
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hourCycle: "h23" });

interface Column {
  name: string;
  line: string;
  facts: Facts | null;
}

/** How lines are, as short as the column is narrow. */
const LINES: Record<string, string> = {
  connecting: "connecting",
  "catching-up": "catches up",
  connected: "connected",
  reconnecting: "retrying",
  unreachable: "no answer",
  suspended: "dropped",
  refused: "refused",
};

/** A page without a chat has no line, which is no fault. */
const lineOf = ({ facts, is }: Tab): string =>
  facts !== null && facts.line !== "idle" ? facts.line : is === "open" ? "none yet" : "–";

const columns = (scene: Scene): Column[] => [
  { name: "Shop", line: lineOf(frontTab(scene)), facts: frontTab(scene).facts },
  { name: "Phone", line: lineOf(scene.phone), facts: scene.phone.facts },
  { name: "Console", line: scene.console.line, facts: scene.console.facts },
];

const rows = (now: number): [string, (column: Column) => string][] => [
  ["Line", ({ line }) => LINES[line] ?? line],
  ["Entries", ({ facts }) => (facts === null || facts.seq === 0 ? "–" : `1 to ${facts.seq}`)],
  ["Chat", ({ facts }) => facts?.state || "–"],
  ["Customer", ({ facts }) => facts?.customer ?? "–"],
  ["Slot held", ({ facts }) => (facts === null || facts.holdUntil === null ? "–" : countdown(facts.holdUntil - now))],
];

const isOff = ({ line }: Column): boolean => !isLive(line) && line !== "none yet" && line !== "–";

/** What each side knows now, next to each other. */
export function factsTable(scene: Scene, now: number): TemplateResult {
  const all = columns(scene);
  return html`<section class="known" aria-labelledby="known">
    <h2 id="known">What each side knows</h2>
    <table>
      <thead>
        <tr>
          <td></td>
          ${all.map(({ name }) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows(now).map(
          ([name, read]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${all.map((column) => html`<td class=${name === "Line" && isOff(column) ? "off" : ""}>${read(column)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** What came in the same second stands together. */
function momentsOf(news: readonly News[]): { time: string; news: News[] }[] {
  const moments: { time: string; news: News[] }[] = [];
  for (const each of news) {
    const time = clock.format(each.at);
    const last = moments.at(-1);
    if (last?.time === time) last.news.push(each);
    else moments.push({ time, news: [each] });
  }
  return moments;
}

/** How that came about, newest first. */
export function newsList(news: readonly News[]): TemplateResult {
  const moment = ({ time, news: then }: { time: string; news: News[] }): TemplateResult =>
    html`<li><time>${time}</time>${then.map(({ side, text }) => html`<p><b>${side}</b> ${text}</p>`)}</li>`;
  return html`<section class="log" aria-labelledby="news">
    <h2 id="news">What happened</h2>
    <ul class="news" tabindex="0" aria-labelledby="news">
      ${news.length === 0 ? html`<li>What the three pages come to know, as they do.</li>` : momentsOf(news).map(moment)}
    </ul>
  </section>`;
}
