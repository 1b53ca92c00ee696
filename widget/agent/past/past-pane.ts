import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Entry } from "#protocol/entries.ts";
import type { RecordView } from "#protocol/records.ts";
import type { Line } from "../../client/agent.ts";
import { icon } from "../icons.ts";
import { LOG_WORDS } from "../log-words.ts";
import { initialsOf, nameOfRecord } from "../names.ts";
import { refusalText } from "../refusals.ts";
import { ring } from "../ring.ts";
import { clockTime, dayName, exactTime, longSpan } from "../time.ts";
import { WORDS } from "../words.ts";
import type { Reading } from "./past-controller.ts";
import { pastLines } from "./past-lines.ts";

export interface PastAsks {
  leavePast(): void;
  readOn(): void;
}

/** Here it matters who wrote what, on either side. */
const PAST_WORDS = {
  ...LOG_WORDS,
  author: ({ agentName }: { agentName: string | null }) => agentName ?? "",
  delivery: () => "Delivered",
};

/** The lines of entries, made once for each of them: they are drawn again with every second. */
const made = new WeakMap<readonly Entry[], readonly Line[]>();

function linesOf(entries: readonly Entry[]): readonly Line[] {
  const lines = made.get(entries) ?? pastLines(entries);
  made.set(entries, lines);
  return lines;
}

const BY: Record<RecordView["by"], string> = {
  customer: "by the customer",
  agent: "by the agent",
  limit: "since the customer stayed away",
};

function facts({ startedAt, endedAt, by, agents, messages }: RecordView): TemplateResult {
  const who = agents.map(({ name }) => name).join(", ");
  const parts = [
    `Ended ${BY[by]}, after ${longSpan(endedAt - startedAt)}`,
    `${messages} ${messages === 1 ? "message" : "messages"}`,
    who === "" ? "nobody answered" : `with ${who}`,
  ];
  return html`<time title=${exactTime(startedAt)}>${dayName(startedAt, Date.now())}, ${clockTime(startedAt)}</time> ·
    ${parts.join(" · ")}`;
}

function end({ rest }: Reading, asks: PastAsks): TemplateResult | string {
  switch (rest.is) {
    case "coming":
      return WORDS.checking;
    case "more":
      return html`<button @click=${asks.readOn}>${WORDS.moreResults}</button>`;
    case "none":
      return WORDS.pastHint;
    case "refused":
      return html`<span class="bad">${refusalText(rest.code)}</span>
        <button @click=${asks.readOn}>${WORDS.tryAgain}</button>`;
  }
}

/** A conversation that is over: to be read. */
export function pastPane(reading: Reading, widgetName: (widgetId: string) => string, asks: PastAsks): TemplateResult {
  const { record, entries } = reading;
  const name = nameOfRecord(record, widgetName(record.widgetId));
  return html`<section class="pane past" aria-label="Past conversation">
    <header>
      <button class="quiet icon fold" aria-label=${WORDS.back} @click=${asks.leavePast}>${icon("back")}</button>
      ${ring({ is: "none" }, initialsOf(name), "m")}
      <div class="who">
        <h2 tabindex="-1">${name}${record.subject === null ? nothing : html` <span class="badge">Verified</span>`}</h2>
        <p class="small muted">${facts(record)}</p>
      </div>
      <button class="quiet icon wide-only" aria-label=${WORDS.dismiss} @click=${asks.leavePast}>
        ${icon("close")}
      </button>
    </header>
    <rejoin-log
      .of=${record.conversationId}
      .lines=${linesOf(entries)}
      .words=${PAST_WORDS}
      .hasBefore=${false}
      .busy=${reading.rest.is === "coming"}
      .typing=${false}
    ></rejoin-log>
    <footer><p class="small muted" role="status">${end(reading, asks)}</p></footer>
  </section>`;
}
