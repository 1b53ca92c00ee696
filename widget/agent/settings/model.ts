import type { SettingsAnswer } from "#protocol/console.ts";
import type { AgentApi, AgentResult, Refusal } from "../../client/agent.ts";
import { refusalText } from "../refusals.ts";
import type { Form } from "./core/form.ts";
import { discarded, edit, failed, isDirty, openForm, overtaken, refreshed, saved, saving } from "./core/form.ts";
import type { Json } from "./core/json.ts";
import type { Made } from "./targets.ts";
import { targetOf } from "./targets.ts";

type Known = { is: "asking" } | { is: "refused"; code: string } | { is: "known"; settings: SettingsAnswer };

/** Why something was not done, as a sentence. */
export function whyNot({ code, detail }: Refusal): string {
  if (code === "unavailable") return "The server can't be reached. Nothing was saved; try again.";
  return detail ?? refusalText(code);
}

/** What the server knows of the settings, and every form that somebody has open; it outlives the page that shows it. */
export class SettingsModel {
  readonly #api: AgentApi;
  readonly #forms = new Map<string, Form>();
  readonly #listeners = new Set<() => void>();
  known: Known = { is: "asking" };
  /** What was made last, until it was looked at: an agent's sign-in link is shown once. */
  made: Made | null = null;
  /** Why the last thing that a button was to do was not done; empty if it was. */
  said = "";

  constructor(api: AgentApi) {
    this.#api = api;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Asks what is there. What somebody has typed stays; forms without anything typed show the newest. */
  async load(): Promise<void> {
    const answer = await this.#api.settings();
    if (answer.ok) this.#learn(answer.value);
    else if (this.known.is !== "known") this.known = { is: "refused", code: answer.code };
    this.#changed();
  }

  #learn(settings: SettingsAnswer): void {
    this.known = { is: "known", settings };
    for (const [key, form] of this.#forms) {
      const now = targetOf(key)?.read(settings) ?? null;
      if (now === null) this.#forms.delete(key);
      else if (!isDirty(form) && form.phase.is !== "saving")
        this.#forms.set(key, { ...openForm(now.record, now.rev), phase: form.phase });
    }
  }

  /** The form of this path, as it stands; null if there is nothing there to change. */
  form(key: string): Form | null {
    const there = this.#forms.get(key);
    if (there !== undefined || this.known.is !== "known") return there ?? null;
    const now = targetOf(key)?.read(this.known.settings) ?? null;
    if (now === null) return null;
    const form = openForm(now.record, now.rev);
    this.#forms.set(key, form);
    return form;
  }

  /** The forms in which something is typed and not saved. */
  dirty(): string[] {
    return [...this.#forms].flatMap(([key, form]) => (isDirty(form) ? [key] : []));
  }

  edit(key: string, path: string, to: Json): void {
    const form = this.form(key);
    if (form !== null) this.#put(key, edit(form, path, to));
  }

  discard(key: string): void {
    const form = this.#forms.get(key);
    if (form !== undefined) this.#put(key, discarded(form));
  }

  /** Saves a form; what it was made into, if it was new. False: it was not saved, and the form says why. */
  async save(key: string): Promise<boolean> {
    const [form, target] = [this.form(key), targetOf(key)];
    if (form === null || target === null || form.phase.is === "saving") return false;
    this.#put(key, saving(form));
    const answer = await target.save(this.#api, form.value, form.rev);
    const now = this.#forms.get(key) ?? form;
    if (!answer.ok) {
      if (answer.code === "conflict") await this.#mergeInto(key, now, answer);
      else this.#put(key, failed(now, whyNot(answer), answer.problems));
      return false;
    }
    const { made, record, rev } = answer.value;
    if (made === undefined) this.#put(key, saved(now, form.value, record, rev, Date.now()));
    else {
      this.made = made;
      this.#forms.delete(key);
    }
    await this.load();
    return true;
  }

  /** Somebody else was faster: their changes come in, this person's stay. */
  async #mergeInto(key: string, form: Form, refusal: Refusal): Promise<void> {
    const answer = await this.#api.settings();
    const now = answer.ok ? (targetOf(key)?.read(answer.value) ?? null) : null;
    if (now === null) return this.#put(key, failed(form, whyNot(refusal)));
    this.#put(key, overtaken(form, now.record, now.rev, refusal.detail ?? refusalText("conflict")));
    if (answer.ok) this.#learn(answer.value);
    this.#changed();
  }

  /** What a button beside a form does at once; then everything is asked anew. If it is refused, the page says why. */
  async act(ask: (api: AgentApi) => Promise<AgentResult<unknown>>, key?: string): Promise<boolean> {
    const answer = await this.carryOut(ask, key);
    this.said = answer.ok ? "" : whyNot(answer);
    this.#changed();
    return answer.ok;
  }

  /** The same for who says themselves what came of it. */
  async carryOut<T>(ask: (api: AgentApi) => Promise<AgentResult<T>>, key?: string): Promise<AgentResult<T>> {
    const answer = await ask(this.#api);
    // Somebody was faster: what they did is shown, and the next try is about that.
    if (answer.ok || answer.code === "conflict") await this.#refresh(key);
    return answer;
  }

  async #refresh(key: string | undefined): Promise<void> {
    await this.load();
    const form = key === undefined ? undefined : this.#forms.get(key);
    if (key === undefined || form === undefined || this.known.is !== "known") return;
    const now = targetOf(key)?.read(this.known.settings) ?? null;
    if (now !== null) this.#forms.set(key, refreshed(form, now.record, now.rev));
  }

  /** What was said was read. */
  dismiss(): void {
    this.said = "";
    this.#changed();
  }

  /** The link that was shown once was taken. */
  forgetMade(): void {
    this.made = null;
    this.#changed();
  }

  #put(key: string, form: Form): void {
    this.#forms.set(key, form);
    this.#changed();
  }
}

/** Of whoever is signed in: who comes back to the settings finds what they had typed, and nobody else does. */
const models = new WeakMap<AgentApi, { agentId: string; model: SettingsModel }>();

export function modelFor(api: AgentApi, agentId: string): SettingsModel {
  const known = models.get(api);
  if (known?.agentId === agentId) return known.model;
  const model = new SettingsModel(api);
  models.set(api, { agentId, model });
  return model;
}
