import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Director } from "../director.ts";
import { icon } from "../icons.ts";
import { named } from "../whose.ts";
import { once } from "../../parts/double-click.ts";
import type { DemoWay } from "#protocol/demo.ts";
import type { Tab } from "../scene.ts";

/** As phones show it. */
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const WAYS: Record<DemoWay, string> = { whole: "", pulled: "Cable pulled", lost: "No Wi-Fi" };

/** What of a side is broken, over its screen's frame. */
const fault = (words: string): TemplateResult | typeof nothing =>
  words === "" ? nothing : html`<span class="fault">${words}</span>`;

/** A screen of so many pixels' width at least, made smaller as a whole where there is less room. */
const screen = (width: number, inside: unknown, cover: unknown = nothing): TemplateResult =>
  html`<div class="screen" data-width=${width}>${inside}${cover}</div>`;

const cover = (title: string, text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<div class="cover">
    <p><b>${title}</b></p>
    <p>${text}</p>
    ${action}
  </div>`;

const tabHead = (tab: Tab, name: string, front: boolean, shut: TemplateResult | typeof nothing): TemplateResult =>
  html`<span class="tab ${front ? "front" : ""}"
    ><span>${tab.is === "closed" ? "Closed tab" : name}</span>${shut}</span
  >`;

export function shopWindow(director: Director): TemplateResult {
  const { scene, frames } = director;
  const { shop, express, faults } = scene;
  const isExpress = express.is !== "none";
  const shut = html`<button class="plain shut" @click=${() => director.close("express", "none")}>
    ${icon("shut")}<span class="unseen">Close the second tab</span>
  </button>`;
  const closed = isExpress
    ? cover("The tab is closed", "The customer is gone, and the clocks run.")
    : cover("The tab is closed", "To the server, the customer is gone.");
  const hung = shop.hung ? "The page hangs" : "";
  return html`<section class="window shop ${faults.shop}" aria-label="The customer's shop">
    <div class="bar">
      <span class="tabs">
        ${tabHead(shop, "Lisbon Shop", !isExpress, nothing)}
        ${isExpress ? tabHead(express, "Express desk", true, shut) : nothing}
      </span>
      ${fault(hung || WAYS[faults.shop])}
      <span class="who">The customer</span>
    </div>
    ${screen(
      500,
      html`<div class="page ${isExpress ? "behind" : ""}">${frames.shop?.element ?? nothing}</div>
        <div class="page">${frames.express?.element ?? nothing}</div>`,
      (isExpress ? express : shop).is === "closed" ? closed : nothing,
    )}
  </section>`;
}

export function phone(director: Director, now: number): TemplateResult {
  const { scene, frames } = director;
  const isOn = frames.phone !== null;
  const asleep = html`<div class="cover asleep">
    <p class="clock">${clock.format(now)}</p>
    <p>The customer's phone</p>
    <p class="small">A chat comes here by its link, or when the customer signs in.</p>
    ${
      scene.shop.is === "loading"
        ? nothing
        : html`<button class="plain" @click=${() => director.open("phone", "/")}>Open the shop here</button>`
    }
  </div>`;
  return html`<section class="phone ${scene.faults.phone}" aria-label="The customer's phone">
    <div class="body">${screen(375, frames.phone?.element ?? nothing, isOn ? nothing : asleep)}</div>
    <div class="bar">
      ${
        isOn
          ? html`<button class="plain" @click=${once(() => void director.turnSignal())}>
                ${scene.faults.phone === "whole" ? "Lose the signal" : "Find the signal"}</button
              ><button class="plain" @click=${() => director.close("phone")}>Put away</button>`
          : html`<span class="muted">asleep</span>`
      }
    </div>
  </section>`;
}

export function consoleWindow({ scene, console: frame }: Director): TemplateResult {
  const broken = scene.faults.server === "down" ? "Server is dead" : scene.console.dropped ? "Line dropped" : "";
  return html`<section class="window desk ${broken === "" ? "whole" : "lost"}" aria-label="The agent's console">
    <div class="bar">
      <span class="tabs"
        ><span class="tab front"><span>Console</span></span></span
      >
      ${fault(broken)}
      <span class="who">${named("Ana, who answers", scene)}</span>
      <a href="/console" target="_blank"
        >${icon("out")}<span class="unseen">Open the console in a tab of its own</span></a
      >
    </div>
    ${screen(820, frame.element)}
  </section>`;
}
