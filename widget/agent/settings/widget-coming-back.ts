import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Around, BoundForm } from "./around.ts";
import { follow, linkTo } from "./around.ts";
import { selectField, switchField } from "./choices.ts";
import { clockPicture } from "./clock-picture.ts";
import { countIn, unitFor } from "./core/durations.ts";
import { valueAt } from "./core/json.ts";
import { durationField, secondsIn } from "./duration-field.ts";
import { textField, textOf } from "./fields.ts";

/** The limit is the workstream's: shown, never set here, and where to go to set it. */
function limitField({ settings, go }: Around, workstreamId: string): TemplateResult {
  const workstream = settings.workstreams.find((one) => one.workstreamId === workstreamId);
  if (workstream === undefined) return html`<p class="error">Choose a workstream first.</p>`;
  const path = `workstreams/${workstreamId}`;
  const seconds = workstream.autoCloseAfterInactivitySeconds;
  const unit = unitFor(seconds);
  return html`<div class="field">
    <label for="limit">Reconnect time limit</label>
    <div class="duration">
      <input id="limit" class="count" readonly aria-describedby="limit-hint" .value=${countIn(unit, seconds)} />
      <span class="muted">${unit}</span>
    </div>
    <p class="hint" id="limit-hint">
      How long a customer can return at all. It is “Auto-close after inactivity” of workstream
      <a href=${linkTo(path)} @click=${follow(go, path)}>${workstream.name}</a>, and set there.
    </p>
  </div>`;
}

function portalNote(bound: BoundForm): TemplateResult | typeof nothing {
  if (valueAt(bound.form.value, "reconnect.enabled") !== true || textOf(bound.form, "reconnect.portalUrl") !== "")
    return nothing;
  return html`<p class="notebox">
    Without a portal URL no reconnect links can be made: agents are told so when they try to send one.
  </p>`;
}

/** Reconnect: whether, how long, and where to. */
export function comingBack(bound: BoundForm, around: Around): TemplateResult {
  const { form } = bound;
  const enabled = valueAt(form.value, "reconnect.enabled") === true;
  const workstreamId = textOf(form, "workstreamId");
  const limit =
    around.settings.workstreams.find((one) => one.workstreamId === workstreamId)?.autoCloseAfterInactivitySeconds ?? 0;
  const hold = secondsIn(form, "reconnect.previousAgentForSeconds");
  return html`<section class="card">
      <h2>When a customer drops</h2>
      ${switchField(bound, "reconnect.enabled", {
        hint: "Customers who lose their connection can return on any device, by a link or by signing in. It applies to conversations that start from now on.",
      })}
      ${clockPicture(enabled, hold, limit)}
      <div class="pair">
        ${durationField(bound, "reconnect.previousAgentForSeconds", {
          hint: "How long their agent's slot is kept for them. 0 means not at all.",
        })}
        ${limitField(around, workstreamId)}
      </div>
    </section>
    <section class="card">
      <h2>How they return</h2>
      ${textField(bound, "reconnect.portalUrl", {
        type: "url",
        whenEmpty: null,
        placeholder: "https://shop.example/help",
        hint: "The page that has this chat, on one of the allowed origins. Reconnect links lead there.",
      })}
      ${portalNote(bound)}
      ${textField(bound, "reconnect.redirectUrl", {
        type: "url",
        whenEmpty: null,
        placeholder: "https://shop.example/contact",
        hint: "Where customers go who return too late. Empty: they are told that the session has ended, and offered a new chat.",
      })}
      ${selectField(
        bound,
        "reconnect.prompt",
        [
          ["return", "After an absence, or on another device"],
          ["always", "Always, also after a reload"],
          ["never", "Never: continue at once"],
        ],
        {
          label: "Ask signed-in customers whether to continue",
          hint: "They choose between their conversation and a new one. Guests are not asked.",
        },
      )}
    </section>`;
}
