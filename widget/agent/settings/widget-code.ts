import { html } from "lit";
import type { TemplateResult } from "lit";
import type { WidgetRecord } from "#protocol/console.ts";
import type { Around } from "./around.ts";
import { linkTo } from "./around.ts";
import { copyable } from "./copy.ts";
import { PAGE_EXAMPLE, serverExamples, tagFor } from "./examples.ts";

/** All that a site needs: the tag, whether a page may have it, and how its backend vouches for customers. */
export function codePage({ api, model }: Around, widget: WidgetRecord): TemplateResult {
  const key = `widgets/${widget.widgetId}`;
  const origins = widget.origins;
  const add = (origin: string): void => model.edit(key, "origins", [...new Set([...origins, origin])]);
  return html`<section class="card">
      <h2>1. The tag</h2>
      <p class="muted">Paste it anywhere in your pages, once.</p>
      ${copyable(tagFor(widget.widgetId, location.origin), "The tag")}
    </section>
    <section class="card">
      <h2>2. Is your page allowed?</h2>
      <rejoin-page-check
        .api=${api}
        .widgetId=${widget.widgetId}
        .formHref=${linkTo(`${key}/site`)}
        @rejoin-add-origin=${(event: CustomEvent<string>) => add(event.detail)}
      ></rejoin-page-check>
    </section>
    <section class="card">
      <h2>3. Signed-in customers</h2>
      <p class="muted">
        Only if your customers sign in at your site. Your backend signs a token; the page hands it to the chat as a
        function:
      </p>
      ${copyable(PAGE_EXAMPLE, "What the page says")}
      <rejoin-examples .examples=${serverExamples(widget)}></rejoin-examples>
    </section>
    <section class="card">
      <h2>4. Test a token</h2>
      <rejoin-token-check .api=${api} .widgetId=${widget.widgetId}></rejoin-token-check>
    </section>`;
}
