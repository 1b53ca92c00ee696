import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { LinkView } from "#protocol/view.ts";
import { icon } from "../icons.ts";
import { closeMenu, menu } from "../menu.ts";
import { clockTime, exactTime } from "../time.ts";
import { WORDS } from "../words.ts";

export interface LinkAsks {
  insertLink(): void;
  copyLink(): void;
  revokeLink(linkId: string | null): void;
}

function linkRow({ id, by, madeAt, openedAt }: LinkView, asks: LinkAsks): TemplateResult {
  const opened =
    openedAt === null
      ? "not opened yet"
      : html`opened <time title=${exactTime(openedAt)}>${clockTime(openedAt)}</time>`;
  const who = by === "customer" ? "Taken by the customer" : "Made by an agent";
  return html`<li>
    <span
      >${who} <time title=${exactTime(madeAt)}>${clockTime(madeAt)}</time><br /><span class="muted"
        >${opened}</span
      ></span
    >
    <button aria-label="${WORDS.revoke}: ${who} ${clockTime(madeAt)}" @click=${() => asks.revokeLink(id)}>
      ${WORDS.revoke}
    </button>
  </li>`;
}

/** Reconnect links: send one, copy one, see which were opened, and kill them. */
export function linkMenu(links: readonly LinkView[], hindrance: TemplateResult | null, asks: LinkAsks): TemplateResult {
  const inserted = (event: Event): void => {
    closeMenu(event);
    asks.insertLink();
  };
  const make = html`<p class="small muted">${WORDS.linkHint}</p>
    <div class="buttons">
      <button class="main" @click=${inserted}>${WORDS.insertLink}</button>
      <button @click=${asks.copyLink}>${WORDS.copyLink}</button>
    </div>`;
  const live = html`<ul class="links small">
      ${links.map((link) => linkRow(link, asks))}
    </ul>
    ${links.length === 0 ? html`<p class="small muted">${WORDS.noLinks}</p>` : nothing}
    ${links.length > 1 ? html`<button @click=${() => asks.revokeLink(null)}>${WORDS.revokeAll}</button>` : nothing}`;
  return menu(
    "up",
    html`${icon("link", 16)}${WORDS.link}`,
    html`<h3>${WORDS.link}</h3>
      ${hindrance ?? make}${live}`,
  );
}
