import { html, LitElement } from "lit";
import type { TemplateResult } from "lit";
import { controls } from "../agent/controls.ts";
import { look } from "../agent/look.ts";
import { Seconds } from "../agent/seconds.ts";
import { enterDemo } from "./control.ts";
import { Director } from "./director.ts";
import { Fit } from "./fit.ts";
import { guideOf } from "./guide.ts";
import type { Press } from "./guide.ts";
import { demoStyles } from "./styles/demo.ts";
import { dockStyles } from "./styles/dock.ts";
import { knownStyles } from "./styles/known.ts";
import { stageStyles } from "./styles/stage.ts";
import { consoleWindow, phone, shopWindow } from "./views/devices.ts";
import { selectsNothing } from "../parts/double-click.ts";
import { factsTable, newsList } from "./views/known.ts";
import { tiles } from "./views/tiles.ts";
import { top } from "./views/top.ts";

/** The demo: the customer's shop and phone beside the agent's console, and what life does to a chat between them. */
export class RejoinDemo extends LitElement {
  static override properties = { entered: { state: true } };
  static override styles = [look, controls, demoStyles, stageStyles, dockStyles, knownStyles];

  declare entered: "not-yet" | "yes" | "no";
  #director: Director | null = null;
  readonly #seconds = new Seconds(this);

  constructor() {
    super();
    this.entered = "not-yet";
    new Fit(this);
    this.addEventListener("mousedown", selectsNothing());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seconds.want(true);
    void this.#enter();
  }

  async #enter(): Promise<void> {
    const place = await enterDemo().catch(() => null);
    this.entered = place === null ? "no" : "yes";
    if (place === null) return;
    // From here on somebody is signed in, so that the console finds its session.
    this.#director = new Director(() => this.requestUpdate());
    this.requestUpdate();
    await this.#director.enter(place);
  }

  readonly #press = ({ story, part }: Press): void => void this.#director?.play(story, part);

  protected override render(): TemplateResult {
    if (this.entered === "no")
      return html`<p class="alone">
        The demo needs the program that <code>npm start</code> runs. Start it, then load this page anew.
      </p>`;
    const director = this.#director;
    if (director === null) return html`<p class="alone muted">Opening the shop…</p>`;
    const { scene, progress, told, trouble, news } = director;
    return html`
      ${top(guideOf(scene, progress, told), trouble, this.#press)}
      <main class="stage">${shopWindow(director)} ${phone(director, Date.now())} ${consoleWindow(director)}</main>
      <footer class="dock">
        ${tiles(scene, progress, told, this.#press)} ${factsTable(scene, Date.now())} ${newsList(news)}
      </footer>
    `;
  }
}
