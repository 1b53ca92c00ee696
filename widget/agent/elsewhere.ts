import { html } from "lit";
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from "lit";
import type { Me } from "#protocol/console.ts";
import type { AgentApi } from "../client/agent.ts";
import type { GoEvent } from "./place-controller.ts";
import type { Place } from "./place.ts";
import { WORDS } from "./words.ts";

/** What a place beside the chats is handed. The event `rejoin-go` with `{path}` asks to be elsewhere in it. */
export interface PlaceProperties {
  api: AgentApi;
  me: Me;
  /** What follows the place's name in the address: "widgets/demo". */
  path: string;
}

type Beside = "insights" | "settings";

const LOADS: Record<Beside, () => Promise<void>> = {
  insights: async () => (await import("./insights/define-insights.ts")).defineInsights(),
  settings: async () => (await import("./settings/define-settings.ts")).defineSettings(),
};

/** The places beside the chats: each is loaded when somebody goes there, and not before. */
export class Elsewhere implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #loads = new Map<Beside, "loading" | "there" | "missing">();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  #load(at: Beside): void {
    this.#loads.set(at, "loading");
    void LOADS[at]()
      .then(
        () => "there" as const,
        () => "missing" as const,
      )
      .then((came) => {
        this.#loads.set(at, came);
        this.#host.requestUpdate();
      });
  }

  show(at: Beside, { api, me, path }: PlaceProperties, go: (place: Place) => void): TemplateResult {
    if (!this.#loads.has(at)) this.#load(at);
    const went = (event: GoEvent): void => go({ at, path: event.detail.path });
    switch (this.#loads.get(at)) {
      case "there":
        return at === "insights"
          ? html`<rejoin-insights .api=${api} .me=${me} .path=${path} @rejoin-go=${went}></rejoin-insights>`
          : html`<rejoin-settings .api=${api} .me=${me} .path=${path} @rejoin-go=${went}></rejoin-settings>`;
      case "missing":
        return html`<p class="empty" role="alert">
          ${WORDS.placeMissing}
          <button @click=${() => (this.#load(at), this.#host.requestUpdate())}>${WORDS.tryAgain}</button>
        </p>`;
      default:
        return html`<p class="empty">${WORDS.checking}</p>`;
    }
  }
}
