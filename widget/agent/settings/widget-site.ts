import { html } from "lit";
import type { TemplateResult } from "lit";
import type { WidgetRecord } from "#protocol/console.ts";
import type { Around, BoundForm } from "./around.ts";
import { follow, linkTo } from "./around.ts";
import { selectField } from "./choices.ts";
import { textField } from "./fields.ts";
import { originsField } from "./origins-field.ts";

/** What it is called, where it may stand, and who answers. */
export function siteAndPeople(bound: BoundForm, { settings, go }: Around): TemplateResult {
  const workstreams = settings.workstreams.map(({ workstreamId, name }) => [workstreamId, name] as const);
  return html`<section class="card">
    <h2>The site</h2>
    ${textField(bound, "name", { hint: "Agents see it, and customers read it above the chat." })}
    ${selectField(bound, "workstreamId", workstreams, {
      hint: html`Who answers, and after how long a conversation without its customer closes.
        <a href=${linkTo("workstreams")} @click=${follow(go, "workstreams")}>All workstreams</a>`,
    })}
    ${originsField(bound)}
  </section>`;
}

/** The audience belongs to the form; the keys are changed at once, by buttons. */
export function identityCard(bound: BoundForm, { model, api }: Around, widget: WidgetRecord): TemplateResult {
  return html`<section class="card">
    <h2>Signed-in customers</h2>
    <p class="muted">
      Your site's backend can vouch for who a customer is, by a token that it signs. Then they find their conversation
      again on every device where they sign in.
    </p>
    ${textField(bound, "identity.audience", { hint: "What the token's aud must be." })}
    <rejoin-keys .api=${api} .model=${model} .widget=${widget}></rejoin-keys>
  </section>`;
}
