import { html, LitElement, unsafeCSS } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type uPlot from "uplot";
import uPlotSheet from "uplot/dist/uPlot.min.css";
import { controls } from "../controls.ts";
import { look } from "../look.ts";
import type { Colours } from "./drawing.ts";
import { type Drawing, loadDrawing } from "./load-drawing.ts";
import type { PlotSpec } from "./plot-spec.ts";
import { plotStyles } from "./plot-styles.ts";
import { plotTable } from "./plot-table.ts";

const TONES = ["kept", "later", "lost", "plain", "ink", "muted", "line", "paper"] as const;

/** One plot with its legend and, for who wants numbers or sees none of it, its table. */
export class RejoinPlot extends LitElement {
  static override properties = { spec: { attribute: false }, drawing: { state: true } };
  static override styles = [look, controls, unsafeCSS(uPlotSheet), plotStyles];

  declare spec: PlotSpec;
  /** What draws; where it cannot be had, the numbers stand for themselves. */
  declare drawing: Drawing | "loading" | "missing";
  #plot: uPlot | null = null;
  readonly #sizes = new ResizeObserver(() => this.#resize());
  readonly #lights = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  readonly #relight = (): void => this.#plot?.redraw();

  constructor() {
    super();
    this.drawing = "loading";
    void loadDrawing()
      .catch(() => "missing" as const)
      .then((came) => (this.drawing = came));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const light of this.#lights) light.addEventListener("change", this.#relight);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    for (const light of this.#lights) light.removeEventListener("change", this.#relight);
    this.#plot?.destroy();
    this.#plot = null;
  }

  protected override render(): TemplateResult {
    const { series, summary } = this.spec;
    return html`<div class="legend" ?hidden=${series.length < 2}>
        ${series.map(({ label, tone }) => html`<span><i class="swatch ${tone}"></i>${label}</span>`)}
      </div>
      <div
        class="canvas"
        ?hidden=${this.drawing === "missing"}
        role="img"
        aria-label=${`${summary}. The numbers are in the table below.`}
      ></div>
      <p class="pointed tiny muted" aria-hidden="true"></p>
      <details ?open=${this.drawing === "missing"}>
        <summary>Numbers</summary>
        ${plotTable(this.spec)}
      </details>
      <div class="probes" aria-hidden="true">
        ${TONES.map((tone) => html`<i class="swatch ${tone}" data-tone=${tone}></i>`)}
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const canvas = this.#canvas();
    if (canvas === null || typeof this.drawing === "string") return;
    if (this.#plot !== null && !changed.has("spec")) return;
    this.#plot?.destroy();
    this.#point(null);
    this.#plot = this.drawing.drawPlot(
      canvas,
      this.spec,
      () => this.#colours(),
      (index) => this.#point(index),
    );
    this.#sizes.observe(canvas);
  }

  #canvas(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".canvas");
  }

  #resize(): void {
    const canvas = this.#canvas();
    if (canvas === null || typeof this.drawing === "string" || canvas.clientWidth === this.#plot?.width) return;
    this.#plot?.setSize(this.drawing.sizeOf(canvas));
  }

  /** What the style sheet makes of each tone: a canvas knows no custom properties. */
  #colours(): Colours {
    const probes = this.renderRoot.querySelectorAll<HTMLElement>("[data-tone]");
    const colours = { kept: "", later: "", lost: "", plain: "", ink: "", muted: "", line: "", paper: "" };
    for (const [at, tone] of TONES.entries()) {
      const probe = probes[at];
      if (probe !== undefined) colours[tone] = getComputedStyle(probe).backgroundColor;
    }
    return colours;
  }

  /** Says in words what is pointed at. */
  #point(index: number | null): void {
    const line = this.renderRoot.querySelector(".pointed");
    if (line === null) return;
    const { places, series, name, value } = this.spec;
    const place = index === null ? undefined : places[index];
    line.textContent =
      index === null || place === undefined
        ? ""
        : `${name(place, index)}: ${series.map(({ label, values }, row) => `${label.toLowerCase()} ${value(values[index] ?? 0, row)}`).join(", ")}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rejoin-plot": RejoinPlot;
  }
}
