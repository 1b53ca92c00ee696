import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Around } from "./around.ts";
import { follow, linkTo } from "./around.ts";

/** One line of a list: what it is called, what is to be known of it, and its marks. */
export interface Thing {
  path: string;
  name: string;
  facts: string;
  marks?: readonly string[];
  /** Removed or deactivated. */
  gone?: boolean;
}

/** The list of a section, and the way to one more. */
export function thingList(
  { go, model }: Around,
  says: { title: string; about: string; add?: { path: string; does: string } },
  things: readonly Thing[],
): TemplateResult {
  const dirty = new Set(model.dirty());
  const { add } = says;
  return html`<div class="head">
      <h2 tabindex="-1">${says.title}</h2>
      <p class="muted">${says.about}</p>
    </div>
    <ul class="things">
      ${things.map(
        ({ path, name, facts, marks = [], gone = false }) =>
          html`<li>
            <a class=${gone ? "gone" : ""} href=${linkTo(path)} @click=${follow(go, path)}>
              <strong>${name}</strong>
              <span class="facts">${facts}</span>
              <span class="marks">
                ${dirty.has(path) ? html`<span class="badge on">Not saved</span>` : nothing}
                ${marks.map((mark) => html`<span class="badge">${mark}</span>`)}
              </span>
            </a>
          </li>`,
      )}
    </ul>
    ${
      add === undefined
        ? nothing
        : html`<div class="buttons">
            <a class="button main" href=${linkTo(add.path)} @click=${follow(go, add.path)}>${add.does}</a>
          </div>`
    }`;
}
