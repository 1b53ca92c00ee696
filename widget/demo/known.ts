import { html } from "lit";
import type { TemplateResult } from "lit";
import { preciseTime } from "../agent/time.ts";
import type { Facts } from "./facts.ts";

/** Something that one side came to know. */
export interface News {
  at: number;
  side: "customer" | "agent";
  text: string;
}

const NAMES = [
  ["connection", "Connection"],
  ["cursor", "Newest entry"],
  ["state", "Conversation"],
  ["customer", "Customer"],
  ["hold", "Held for"],
] as const;

/** What each side knows now, next to each other. */
export function factsTable(customer: Facts, agent: Facts): TemplateResult {
  return html`<section>
    <h2>What each side knows</h2>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">Customer</th>
          <th scope="col">Agent</th>
        </tr>
      </thead>
      <tbody>
        ${NAMES.map(
          ([fact, name]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${customer[fact]}</td>
              <td>${agent[fact]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** How that came about, newest first. */
export function newsList(news: readonly News[]): TemplateResult {
  return html`<section>
    <h2 id="news">What happened</h2>
    <ul class="news" tabindex="0" aria-labelledby="news">
      ${news.map(({ at, side, text }) => html`<li><time>${preciseTime(at)}</time> ${side}: ${text}</li>`)}
    </ul>
  </section>`;
}
