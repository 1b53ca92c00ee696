import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import * as v from "valibot";
import type { WorkstreamRecord } from "#protocol/console.ts";
import type { Around, BoundForm } from "./around.ts";
import { bind, follow, linkTo } from "./around.ts";
import { selectField } from "./choices.ts";
import { clockPicture } from "./clock-picture.ts";
import { inWords } from "./core/durations.ts";
import { durationField, secondsIn } from "./duration-field.ts";
import { numberField, textField, textOf } from "./fields.ts";
import { pageHead } from "./page-head.ts";
import { savingForm } from "./save-bar.ts";
import { thingList } from "./thing-list.ts";
import { blocksField } from "./wrap-up-field.ts";

export function workstreamList(around: Around): TemplateResult {
  const { workstreams, widgets, agents } = around.settings;
  const things = workstreams.map(({ workstreamId, name, autoCloseAfterInactivitySeconds, offer }) => {
    const people = agents.filter((agent) => agent.active && agent.workstreamIds.includes(workstreamId)).length;
    const from = widgets.filter((widget) => widget.workstreamId === workstreamId && widget.removedAt === null).length;
    const offers = offer.mode === "automatic" ? "assigned automatically" : "taken by hand";
    return {
      path: `workstreams/${workstreamId}`,
      name,
      facts: `${people} ${people === 1 ? "agent" : "agents"}, ${from} ${from === 1 ? "widget" : "widgets"} · ${offers}`,
      marks: [`Closes after ${inWords(autoCloseAfterInactivitySeconds)}`],
    };
  });
  return thingList(
    around,
    {
      title: "Workstreams",
      about:
        "A workstream says how conversations of one kind are routed, and how long one without its customer stays open.",
      add: { path: "workstreams/new", does: "New workstream" },
    },
    things,
  );
}

export function newWorkstream(around: Around): TemplateResult {
  const bound = bind(around, "workstreams/new");
  if (bound === null) return html`<p class="empty">One moment…</p>`;
  return html`${pageHead(around, { back: ["workstreams", "Workstreams"], title: "New workstream" })}
  ${savingForm(bound, around, html`<section class="card">${textField(bound, "name")}</section>`, {
    does: "Make the workstream",
    saved: () => around.go(around.model.made?.path ?? "workstreams"),
  })}`;
}

/** The limit, and what it does to the widgets whose conversations go here. */
function limitCard(bound: BoundForm, { settings, go }: Around, workstreamId: string): TemplateResult {
  const limit = secondsIn(bound.form, "autoCloseAfterInactivitySeconds");
  const widgets = settings.widgets.filter(
    (widget) => widget.workstreamId === workstreamId && widget.removedAt === null,
  );
  return html`<section class="card">
    ${textField(bound, "name")}
    ${durationField(bound, "autoCloseAfterInactivitySeconds", {
      hint: "A conversation whose customer has been away for this long closes. It is the reconnect time limit of every widget here. One whose customer is there is never closed by it.",
    })}
    ${
      limit === null
        ? nothing
        : widgets.map(
            ({ name, widgetId, reconnect }) =>
              html`<h3>
                  <a href=${linkTo(`widgets/${widgetId}`)} @click=${follow(go, `widgets/${widgetId}`)}>${name}</a>
                </h3>
                ${
                  reconnect.enabled
                    ? clockPicture(true, reconnect.previousAgentForSeconds, limit)
                    : html`<p class="small muted">Reconnect is off there; the limit takes effect once it is on.</p>`
                }`,
          )
    }
  </section>`;
}

function routingCard(bound: BoundForm): TemplateResult {
  const byHand = textOf(bound.form, "offer.mode") === "by-hand";
  return html`<section class="card">
    <h2>Who gets it</h2>
    <div class="pair">
      ${selectField(
        bound,
        "offer.mode",
        [
          ["automatic", "Assigned automatically"],
          ["by-hand", "Taken by hand"],
        ],
        { hint: "Either way the agent with most room is first, the longest idle on a tie." },
      )}
      ${
        byHand
          ? durationField(bound, "offer.seconds", {
              hint: "How long one agent is asked. Then they are set away, and the next is asked.",
            })
          : nothing
      }
    </div>
    ${numberField(bound, "units", { hint: "How many of an agent's units one conversation takes." })}
  </section>`;
}

function wrapUpCard(bound: BoundForm): TemplateResult {
  return html`<section class="card">
    <h2>After the end</h2>
    ${blocksField(bound)}
    ${durationField(bound, "wrapUp.autoCloseSeconds", {
      hint: "How long the agent can still write notes, unless they close it first. Never shorter than it takes units.",
    })}
  </section>`;
}

function agentsCard({ settings, go }: Around, workstreamId: string): TemplateResult {
  const people = settings.agents.filter((agent) => agent.workstreamIds.includes(workstreamId) && agent.active);
  return html`<section class="card">
    <h2>Its agents</h2>
    ${people.length === 0 ? html`<p class="notebox">Nobody is in this workstream: its conversations wait for supervisors.</p>` : nothing}
    <p>
      ${people.map(
        ({ agentId, name }, n) =>
          html`${n === 0 ? "" : ", "}<a href=${linkTo(`agents/${agentId}`)} @click=${follow(go, `agents/${agentId}`)}
              >${name}</a
            >`,
      )}
    </p>
    <p class="hint">Who is in it is set with each agent.</p>
  </section>`;
}

function removal({ model, ask, go }: Around, { workstreamId, name }: WorkstreamRecord): TemplateResult {
  const question = {
    title: `Remove “${name}”?`,
    text: "Its agents leave it. This cannot be undone.",
    does: "Remove",
    danger: true,
    yes: () =>
      void model
        .act((api) => api.save("DELETE", `workstreams/${workstreamId}`, undefined, v.unknown()))
        .then((done) => done && go("workstreams")),
  };
  return html`<div class="buttons">
    <button type="button" class="danger" @click=${() => ask(question)}>Remove this workstream</button>
  </div>`;
}

export function workstreamPage(around: Around, workstreamId: string): TemplateResult {
  const bound = bind(around, `workstreams/${workstreamId}`);
  const workstream = around.settings.workstreams.find((one) => one.workstreamId === workstreamId);
  if (bound === null || workstream === undefined) return html`<p class="empty">There is no such workstream.</p>`;
  return html`${pageHead(around, { back: ["workstreams", "Workstreams"], title: workstream.name })}
  ${savingForm(
    bound,
    around,
    html`${limitCard(bound, around, workstreamId)} ${routingCard(bound)} ${wrapUpCard(bound)}
    ${agentsCard(around, workstreamId)}`,
  )}
  ${removal(around, workstream)}`;
}
