import type { ReactiveController, ReactiveControllerHost } from "lit";
import { CLOSE } from "#protocol/codes.ts";
import { browserPorts } from "../client/browser.ts";
import { createAgentApi, forgetAgentTexts } from "../client/agent.ts";
import type { AgentApi } from "../client/agent.ts";
import { knock, signIn, takeSignInToken } from "./door.ts";
import type { Door } from "./door.ts";
import { createWorkplace } from "./workplace.ts";
import type { Workplace } from "./workplace.ts";

/** Signs in, and runs the agent's workplace as long as its host is on the page. */
export class ConsoleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ports = browserPorts();
  #open: { server: string; api: AgentApi } | null = null;
  door: Door = { at: "checking" };
  workplace: Workplace | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What the console asks the server by; null before it knows which one. */
  get api(): AgentApi | null {
    return this.#open?.api ?? null;
  }

  hostConnected(): void {
    addEventListener("hashchange", this.#readToken);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener("hashchange", this.#readToken);
    this.#leave();
  }

  #leave(): void {
    this.workplace?.dispose();
    this.workplace = null;
    this.#open = null;
    this.door = { at: "checking" };
  }

  /** Works with this server, if it does not already. */
  use(server: string): void {
    if (this.#open?.server === server) return;
    this.#leave();
    const api = createAgentApi(this.#ports.fetch, server);
    this.#open = { server, api };
    const token = takeSignInToken();
    void this.#enter(token === null ? knock(api) : signIn(api, token));
  }

  /** A sign-in link that is opened where the console is open already only changes the fragment. */
  readonly #readToken = (): void => {
    const token = this.#open === null ? null : takeSignInToken();
    if (token !== null && this.#open !== null) void this.#enter(signIn(this.#open.api, token));
  };

  signIn(token: string, name: string): void {
    if (this.#open !== null) void this.#enter(signIn(this.#open.api, token, name));
  }

  retry(): void {
    if (this.#open === null || (this.door.at !== "unreachable" && this.door.at !== "outside")) return;
    const token = this.door.at === "unreachable" ? this.door.token : null;
    const { api } = this.#open;
    void this.#enter(token === null ? knock(api) : signIn(api, token));
  }

  async signOut(): Promise<void> {
    const of = this.#open;
    this.#goOut();
    forgetAgentTexts(this.#ports.store);
    const answer = await of?.api.signOut();
    // The session may live on then, and nobody shall believe that it does not.
    if (this.#open === of && answer?.ok === false && answer.code === "unavailable")
      this.#stand({ at: "unreachable", token: null });
  }

  #goOut(): void {
    this.workplace?.dispose();
    this.workplace = null;
    this.#stand({ at: "outside", spent: false });
  }

  async #enter(asked: Promise<Door>): Promise<void> {
    const of = this.#open;
    const door = await asked;
    if (of === null || this.#open !== of) return;
    this.#stand(door);
    if (door.at !== "inside") return;
    this.workplace?.dispose();
    const workplace = createWorkplace(of.server, this.#ports, of.api, door.me.agentId);
    this.workplace = workplace;
    workplace.subscribe(() => {
      const { status } = workplace.desk.snapshot();
      // Without a session there is nothing to try: what was on the screen goes, and one stands at the door.
      if (status.is === "refused" && status.code === CLOSE.signedOut && this.workplace === workplace) this.#goOut();
      else this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  #stand(door: Door): void {
    this.door = door;
    this.#host.requestUpdate();
  }
}
