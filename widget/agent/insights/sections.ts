import { html, nothing, type TemplateResult } from "lit";
import type { InsightsAnswer, Spread } from "#protocol/insights.ts";
import { holdWords, limitWords } from "./advice-words.ts";
import { endingWords } from "./ending-words.ts";
import { choicesPlot, durationPlot, hoursPlot, returnsPlot } from "./plots.ts";
import type { PlotSpec } from "./plot-spec.ts";
import { shareBar } from "./share-bar.ts";
import { agentTimeShort, inShort, several, share } from "./spans.ts";

const plot = (spec: PlotSpec): TemplateResult => html`<rejoin-plot .spec=${spec}></rejoin-plot>`;

const card = (name: string, title: string, lead: string, content: unknown): TemplateResult =>
  html`<section class="card ${name}" aria-labelledby=${`${name}-title`}>
    <div>
      <h2 id=${`${name}-title`}>${title}</h2>
      <p class="muted">${lead}</p>
    </div>
    ${content}
  </section>`;

/** The four numbers that say how it goes. */
export function tiles({ conversations, drops, agents, holds: { over } }: InsightsAnswer): TemplateResult {
  const back = drops.inHold + drops.later;
  const again = agents.same + agents.other + agents.nobody;
  const tile = (label: string, number: string, more: string): TemplateResult =>
    html`<div class="tile">
      <dt>${label}</dt>
      <dd><strong>${number}</strong><span class="muted">${more}</span></dd>
    </div>`;
  const joined = conversations.joined.toLocaleString();
  return html`<dl class="tiles">
    ${tile("Conversations", conversations.count.toLocaleString(), `${joined} reached an agent`)}
    ${tile("Drops recovered", share(back, drops.count), `${back} of ${several(drops.count, "drop")}`)}
    ${tile("Back to the same agent", share(agents.same, again), `${agents.same} of ${several(again, "return")}`)}
    ${tile("Held for nobody", agentTimeShort(over.unitSeconds), `of agents’ time, in ${several(over.count, "hold")}`)}
  </dl>`;
}

/** What the numbers suggest for the two clocks, and by what. */
export function clocks(answer: InsightsAnswer): TemplateResult | typeof nothing {
  if (answer.clocks === null || answer.advice === null) return nothing;
  const { hold, limit } = answer.advice;
  const content = html`<div class="advice">
      <div>
        <h3>The hold</h3>
        <p>${holdWords(hold, answer.clocks)}</p>
      </div>
      <div>
        <h3>The limit</h3>
        <p>${limitWords(limit, answer.clocks)}</p>
      </div>
    </div>
    ${answer.clocks.mixed ? html`<p class="notebox">These conversations ran by different clocks; they are compared with the latest. Choose one widget to see what is true for it.</p>` : nothing}
    ${hold.is === "too-few" ? nothing : plot(choicesPlot(answer))}
    <p class="muted small">
      Worked out from the very absences of this period, as if people came back when they did. A return counts as kept if
      the hold had lasted until then; where an agent gave up the slot, or reconnect was off, it is left out. “Back to
      the same agent” above counts all returns, those who found their agent free later among them. Both clocks are set
      in Settings, under Widgets and Workstreams.
    </p>`;
  return card(
    "clocks",
    "What the numbers suggest",
    "Two clocks start when a customer drops: how long their agent is held for them, and how long they can come back at all.",
    content,
  );
}

export function recovery(answer: InsightsAnswer): TemplateResult {
  const { drops, clocks: set } = answer;
  const hold = set === null ? "" : ` (${inShort(set.holdSeconds)})`;
  const parts = [
    { label: `Back within the hold${hold}`, tone: "kept", amount: drops.inHold, says: drops.inHold.toLocaleString() },
    { label: "Back later", tone: "later", amount: drops.later, says: drops.later.toLocaleString() },
    { label: "Never back", tone: "lost", amount: drops.never, says: drops.never.toLocaleString() },
  ] as const;
  const blips = `${several(drops.blinks, "blip")} under 10 seconds, page changes among them, are not counted.`;
  const links = drops.byLink === 0 ? "" : ` ${drops.byLink} came back by a link.`;
  return card(
    "recovery",
    "Drops",
    `${several(drops.count, "drop")} of 10 seconds or more.${links} ${drops.blinks === 0 ? "" : blips}`,
    shareBar(parts),
  );
}

export function holds({ holds: { kept, over, letGo, ended } }: InsightsAnswer): TemplateResult {
  const parts = [
    { label: "They came back", tone: "kept", amount: kept.unitSeconds, says: agentTimeShort(kept.unitSeconds) },
    {
      label: "Nobody came back in time",
      tone: "later",
      amount: over.unitSeconds,
      says: agentTimeShort(over.unitSeconds),
    },
    {
      label: "Let go, or ended meanwhile",
      tone: "lost",
      amount: letGo.unitSeconds + ended.unitSeconds,
      says: agentTimeShort(letGo.unitSeconds + ended.unitSeconds),
    },
  ] as const;
  const count = kept.count + over.count + letGo.count + ended.count;
  return card(
    "holds",
    "Holds",
    `What ${several(count, "hold")} blocked of agents’ capacity, in agent-minutes.`,
    shareBar(parts),
  );
}

export function returning(answer: InsightsAnswer): TemplateResult {
  const { inHold, later } = answer.returns;
  const text =
    inHold.count + later.count === 0
      ? "Nobody has come back yet."
      : "From when the drop was noticed, as both clocks run.";
  return card("returning", "Time to return", text, plot(returnsPlot(answer)));
}

const half = ({ medianSeconds, ninetiethSeconds }: Spread): string =>
  medianSeconds === null || ninetiethSeconds === null
    ? "Nothing to show yet."
    : `Half within ${inShort(medianSeconds)}, nine of ten within ${inShort(ninetiethSeconds)}. The last bar holds all that are longer.`;

export function waiting({ waiting: spread }: InsightsAnswer): TemplateResult {
  const spec = durationPlot(spread, "How long customers waited for their first agent", "Waited", "Conversations");
  return card("waiting", "Waiting in the queue", half(spread), plot(spec));
}

export function answering({ firstAnswer }: InsightsAnswer): TemplateResult {
  const spec = durationPlot(firstAnswer, "How long it took until an agent wrote", "Answered after", "Conversations");
  return card("answering", "First answer", half(firstAnswer), plot(spec));
}

export function endings({ conversations }: InsightsAnswer): TemplateResult {
  const parts = conversations.endings.map(({ by, reason, count }, at) => ({
    label: endingWords(by, reason),
    tone: (["kept", "plain", "later", "lost"] as const)[Math.min(at, 3)] ?? "lost",
    amount: count,
    says: count.toLocaleString(),
  }));
  return card("endings", "How they ended", "By whom, and why.", shareBar(parts));
}

export function load(answer: InsightsAnswer): TemplateResult {
  return card(
    "load",
    "Load by hour",
    `Conversations begun, on an average day of the period, in ${answer.zone.replaceAll("_", " ")} time.`,
    plot(hoursPlot(answer)),
  );
}
