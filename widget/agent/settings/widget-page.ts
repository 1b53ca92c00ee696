import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { WidgetRecord } from "#protocol/console.ts";
import type { Around, BoundForm } from "./around.ts";
import { bind, follow, linkTo } from "./around.ts";
import { pageHead, tabs } from "./page-head.ts";
import type { Tab } from "./page-head.ts";
import { savingForm } from "./save-bar.ts";
import { codePage } from "./widget-code.ts";
import { comingBack } from "./widget-coming-back.ts";
import { looksAndTexts } from "./widget-looks.ts";
import { identityCard, siteAndPeople } from "./widget-site.ts";

type View = "" | "looks" | "site" | "code";

const VIEWS: readonly (readonly [View, string])[] = [
  ["", "Coming back"],
  ["looks", "Looks and texts"],
  ["site", "Site and customers"],
  ["code", "Get the code"],
];

/** On which of the views a field stands. */
function viewOf(field: string): View {
  if (field.startsWith("reconnect.")) return "";
  return field.startsWith("looks.") || field.startsWith("texts.") ? "looks" : "site";
}

function removal(around: Around, widget: WidgetRecord): TemplateResult {
  const { model, ask } = around;
  const path = `widgets/${widget.widgetId}`;
  if (widget.removedAt !== null)
    return html`<p class="notebox">
      This widget is removed: no page shows it.
      <button
        type="button"
        class="plain"
        @click=${() => model.act((api) => api.save("POST", `${path}/restore`, undefined, WidgetRecord), path)}
      >
        Restore it
      </button>
    </p>`;
  const question = {
    title: `Remove “${widget.name}”?`,
    text: "Pages with its tag show no chat from then on. What was said stays readable, and you can restore it.",
    does: "Remove",
    danger: true,
    yes: () => void model.act((api) => api.save("DELETE", path, undefined, WidgetRecord), path),
  };
  return html`<div class="buttons">
    <button type="button" class="danger" @click=${() => ask(question)}>Remove this widget</button>
  </div>`;
}

function content(view: View, bound: BoundForm, around: Around, widget: WidgetRecord): TemplateResult {
  switch (view) {
    case "":
      return comingBack(bound, around);
    case "looks":
      return looksAndTexts(bound, widget.widgetId);
    case "site":
    case "code":
      return html`${siteAndPeople(bound, around)} ${identityCard(bound, around, widget)}`;
  }
}

/** What is wrong stands on another view. */
function attention({ go }: Around, { path, title }: Tab): TemplateResult {
  return html`<p class="notebox">
    What needs your attention is under <a href=${linkTo(path)} @click=${follow(go, path)}>${title}</a>.
  </p>`;
}

/** One widget: its form in three views with one save, and what the site needs. */
export function widgetPage(around: Around, widgetId: string, at: string): TemplateResult {
  const { settings, go } = around;
  const key = `widgets/${widgetId}`;
  const widget = settings.widgets.find((one) => one.widgetId === widgetId);
  const bound = bind(around, key);
  if (widget === undefined || bound === null) return html`<p class="empty">There is no such widget.</p>`;
  const view = VIEWS.find(([name]) => name === at)?.[0] ?? "";
  const wrong = new Set([...bound.form.errors.keys(), ...bound.form.theirs.keys()].map(viewOf));
  const items = VIEWS.map(([name, title]) => ({
    path: name === "" ? key : `${key}/${name}`,
    title,
    current: name === view,
    marked: wrong.has(name),
  }));
  const elsewhere = items.find(({ marked }) => marked);
  return html`${pageHead(around, { back: ["widgets", "Widgets"], title: widget.name })}
  ${widget.removedAt === null ? nothing : removal(around, widget)} ${tabs("Parts of this widget", items, go)}
  ${
    view === "code"
      ? codePage(around, widget)
      : savingForm(
          bound,
          around,
          html`${elsewhere === undefined || wrong.has(view) ? nothing : attention(around, elsewhere)}
          ${content(view, bound, around, widget)}`,
        )
  }
  ${view === "site" && widget.removedAt === null ? removal(around, widget) : nothing}`;
}
