import { html } from "lit";
import type { TemplateResult } from "lit";
import type { WidgetRecord } from "#protocol/console.ts";
import type { Around } from "./around.ts";
import { bind } from "./around.ts";
import { selectField } from "./choices.ts";
import { inWords } from "./core/durations.ts";
import { textField } from "./fields.ts";
import { originsField } from "./origins-field.ts";
import { pageHead } from "./page-head.ts";
import { savingForm } from "./save-bar.ts";
import { thingList } from "./thing-list.ts";

function factsOf({ reconnect, limitSeconds, origins }: WidgetRecord): string {
  const where =
    origins.length === 0 ? "On no site yet" : origins.map((origin) => origin.replace(/^https?:\/\//, "")).join(", ");
  const back = reconnect.enabled
    ? `agent kept ${inWords(reconnect.previousAgentForSeconds)}, return within ${inWords(limitSeconds)}`
    : "reconnect is off";
  return `${where} · ${back}`;
}

export function widgetList(around: Around): TemplateResult {
  const { widgets, workstreams } = around.settings;
  const nameOf = (id: string): string => workstreams.find(({ workstreamId }) => workstreamId === id)?.name ?? "";
  const things = widgets
    .toSorted((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null) || a.name.localeCompare(b.name))
    .map((widget) => ({
      path: `widgets/${widget.widgetId}`,
      name: widget.name,
      facts: factsOf(widget),
      marks: [nameOf(widget.workstreamId), ...(widget.removedAt === null ? [] : ["Removed"])],
      gone: widget.removedAt !== null,
    }));
  return thingList(
    around,
    {
      title: "Widgets",
      about: "A widget is one embedded chat: where it stands, how it looks, and how customers come back.",
      add: { path: "widgets/new", does: "New widget" },
    },
    things,
  );
}

export function newWidget(around: Around): TemplateResult {
  const bound = bind(around, "widgets/new");
  if (bound === null) return html`<p class="empty">One moment…</p>`;
  const options = around.settings.workstreams.map(({ workstreamId, name }) => [workstreamId, name] as const);
  return html`${pageHead(around, { back: ["widgets", "Widgets"], title: "New widget" })}
  ${savingForm(
    bound,
    around,
    html`<section class="card">
      ${textField(bound, "name", { hint: "Agents see it, and customers read it above the chat." })}
      ${selectField(bound, "workstreamId", options, { hint: "Who answers." })} ${originsField(bound)}
      <p class="muted small">Everything else starts with its default, and can be set then.</p>
    </section>`,
    { does: "Make the widget", saved: () => around.go(around.model.made?.path ?? "widgets") },
  )}`;
}
