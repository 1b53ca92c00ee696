import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { QuickReply } from "#protocol/settings.ts";
import { WORDS } from "../words.ts";

/** What is marked is in sight, however long the list. */
function show(option: Element | undefined): void {
  option?.scrollIntoView({ block: "nearest" });
}

/**
 * The quick replies that fit what is typed, null while nothing is named: a list beside the box, which keeps the focus. How many
 * there are is read out, by a region that was there before.
 */
export function replyList(
  found: readonly QuickReply[] | null,
  active: number,
  fill: (text: string) => string,
  choose: (reply: QuickReply) => void,
): TemplateResult {
  const option = (reply: QuickReply, index: number): TemplateResult => {
    const pressed = (event: Event): void => {
      event.preventDefault();
      choose(reply);
    };
    return html`<li
      role="option"
      id="reply-${index}"
      aria-selected=${index === active ? "true" : "false"}
      ${index === active ? ref(show) : nothing}
      @mousedown=${pressed}
    >
      <b>/${reply.shortcut}</b><span>${fill(reply.text)}</span>
    </li>`;
  };
  const list = (replies: readonly QuickReply[]): TemplateResult =>
    html`<div class="replies floating">
      <ul role="listbox" id="replies" aria-label=${WORDS.quickReplies}>
        ${replies.map(option)}
      </ul>
      ${replies.length === 0 ? html`<p class="muted small">${WORDS.noReplies}</p>` : nothing}
    </div>`;
  return html`${found === null ? nothing : list(found)}
    <p class="unseen" role="status">
      ${found === null ? nothing : `${found.length} ${WORDS.quickReplies.toLowerCase()}`}
    </p>`;
}
