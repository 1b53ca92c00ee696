import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Answer } from "../client/customer.ts";
import { refusalText } from "../parts/refusals.ts";
import { WORDS } from "./words.ts";

/** What is asked or shown above the composer. */
export type Sheet = { is: "none" } | { is: "end" } | { is: "link"; answer: Answer | null; copied: boolean };

export interface SheetAsks {
  end(): void;
  copy(url: string): void;
  close(): void;
}

function linkSheet({ answer, copied }: Extract<Sheet, { is: "link" }>, asks: SheetAsks): TemplateResult {
  const close = html`<button @click=${asks.close}>${WORDS.back}</button>`;
  if (answer === null) return html`<p>${WORDS.loading}</p>`;
  if (!answer.ok)
    return html`<p class="bad">${refusalText(answer.code)}</p>
      ${close}`;
  const { url = "" } = answer;
  return html`
    <h3 class="small">${WORDS.linkTitle}</h3>
    <p class="small muted">${WORDS.linkHint}</p>
    <input
      class="link"
      readonly
      aria-label=${WORDS.linkTitle}
      .value=${url}
      @focus=${({ target }: Event) => target instanceof HTMLInputElement && target.select()}
    />
    <div class="row">
      <button class="main" @click=${() => asks.copy(url)}>${copied ? WORDS.copied : WORDS.copy}</button>
      ${close}
    </div>
  `;
}

export function sheetOf(sheet: Sheet, asks: SheetAsks): TemplateResult | typeof nothing {
  switch (sheet.is) {
    case "none":
      return nothing;
    case "end":
      return html`<p>${WORDS.reallyEnd}</p>
        <div class="row">
          <button class="main" @click=${asks.end}>${WORDS.yesEnd}</button>
          <button @click=${asks.close}>${WORDS.noEnd}</button>
        </div>`;
    case "link":
      return linkSheet(sheet, asks);
  }
}
