import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { AgentApi } from "../../client/agent.ts";
import type { SettingsModel } from "./model.ts";
import { modelFor } from "./model.ts";

/** Follows a session's settings as long as its host is on the page, and asks the browser to ask before unsaved ones are gone. */
export class ModelController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #model: SettingsModel | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get model(): SettingsModel {
    if (this.#model === null) throw new Error("the settings are not followed yet");
    return this.#model;
  }

  use(api: AgentApi, agentId: string): SettingsModel {
    const model = modelFor(api, agentId);
    if (model === this.#model) return model;
    this.#model = model;
    this.#follow();
    return model;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  #follow(): void {
    this.#unsubscribe?.();
    removeEventListener("beforeunload", guard);
    if (this.#model === null) return;
    const model = this.#model;
    this.#unsubscribe = model.subscribe(() => {
      guardPage(model);
      this.#host.requestUpdate();
    });
    void model.load();
  }
}

/** Whoever closes or reloads the page with something typed is asked by the browser first; the listener is there only then. */
const guard = (event: BeforeUnloadEvent): void => event.preventDefault();

function guardPage(model: SettingsModel): void {
  removeEventListener("beforeunload", guard);
  if (model.dirty().length > 0) addEventListener("beforeunload", guard);
}
