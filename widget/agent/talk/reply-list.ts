import { html } from "lit";
import type { TemplateResult } from "lit";
import type { QuickReply } from "#protocol/settings.ts";
import { WORDS } from "../words.ts";

/** The quick replies that fit what is typed: a list beside the box, which keeps the focus. */
export function replyList(
  found: readonly QuickReply[],
  active: number,
  fill: (text: string) => string,
  choose: (reply: QuickReply) => void,
): TemplateResult {
  return html`<div class="replies floating">
    <ul role="listbox" id="replies" aria-label=${WORDS.quickReplies}>
      ${found.map(
        (reply, index) =>
          html`<li
            role="option"
            id="reply-${index}"
            aria-selected=${index === active ? "true" : "false"}
            @mousedown=${(event: Event) => {
              // The box keeps the focus.
              event.preventDefault();
              choose(reply);
            }}
          >
            <b>/${reply.shortcut}</b><span>${fill(reply.text)}</span>
          </li>`,
      )}
    </ul>
    ${found.length === 0 ? html`<p class="muted small">${WORDS.noReplies}</p>` : ""}
  </div>`;
}
