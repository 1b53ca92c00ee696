import { html } from "lit";
import type { TemplateResult } from "lit";
import { KEYS } from "./keys.ts";
import { closeModal, modal } from "./modal.ts";
import { WORDS } from "./words.ts";

/** All keys, and what they do. */
export function keysDialog(onClose: () => void): TemplateResult {
  return modal(
    WORDS.keys,
    html`<dl class="keys">
        ${KEYS.map(
          ({ keys, does }) =>
            html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${does}</dd>`,
        )}
      </dl>
      <p class="small muted">${WORDS.keysHint}</p>
      <div class="buttons"><button autofocus @click=${closeModal}>${WORDS.close}</button></div>`,
    onClose,
  );
}
