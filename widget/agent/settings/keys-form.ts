import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

/** New keys as they are typed. */
export interface KeysDraft {
  kind: string;
  algorithm: string;
  pem: string;
  url: string;
  keepOldForSeconds: number;
}

/** How long the old keys go on being good. */
export const KEEP: readonly (readonly [seconds: number, name: string])[] = [
  [0, "End them at once"],
  [3_600, "1 hour"],
  [86_400, "1 day"],
  [604_800, "1 week"],
  [2_592_000, "30 days"],
];

const KINDS = [
  ["secret", "A new secret, made here (HS256)"],
  ["public-key", "A public key of yours"],
  ["jwks", "A key set at an address of yours (JWKS)"],
] as const;

interface KeysAsks {
  edit(name: keyof KeysDraft, event: Event): void;
  change(keys: object | undefined, keepOldForSeconds: number): void;
  cancel(): void;
}

function keysOf({ kind, algorithm, pem, url }: KeysDraft): object | undefined {
  if (kind === "public-key") return { kind, algorithm, pem };
  return kind === "jwks" ? { kind, algorithm, url } : undefined;
}

function options(all: readonly (readonly [string | number, string])[], now: string | number): TemplateResult[] {
  return all.map(([value, name]) => html`<option value=${value} ?selected=${value === now}>${name}</option>`);
}

function written(
  draft: KeysDraft,
  name: "pem" | "url",
  error: string | undefined,
  edit: KeysAsks["edit"],
): TemplateResult {
  const [invalid, by] = error === undefined ? [nothing, nothing] : ["true", "key-error"];
  return html`<div class="field">
    <label for="key">${name === "pem" ? "Public key (PEM)" : "Address of the key set"}</label>
    ${
      name === "pem"
        ? html`<textarea
            id="key"
            class="code"
            rows="4"
            spellcheck="false"
            placeholder="-----BEGIN PUBLIC KEY-----"
            aria-invalid=${invalid}
            aria-describedby=${by}
            .value=${draft.pem}
            @input=${(event: Event) => edit("pem", event)}
          ></textarea>`
        : html`<input
            id="key"
            type="text"
            inputmode="url"
            spellcheck="false"
            placeholder="https://shop.example/.well-known/jwks.json"
            aria-invalid=${invalid}
            aria-describedby=${by}
            .value=${draft.url}
            @input=${(event: Event) => edit("url", event)}
          />`
    }
    ${error === undefined ? nothing : html`<p class="error" id="key-error" role="alert">${error}</p>`}
  </div>`;
}

/** What is asked before keys are exchanged: by which, and how long those before stay good. It takes effect at once. */
export function changeForm(draft: KeysDraft, problems: ReadonlyMap<string, string>, asks: KeysAsks): TemplateResult {
  const { kind, algorithm, keepOldForSeconds } = draft;
  const { edit } = asks;
  return html`<div class="inner form" role="group" aria-label="Change the keys">
    <div class="field">
      <label for="kind">Customers are vouched for by</label>
      <select id="kind" @change=${(event: Event) => edit("kind", event)}>
        ${options(KINDS, kind)}
      </select>
    </div>
    ${
      kind === "secret"
        ? nothing
        : html`<div class="field">
              <label for="algorithm">Algorithm</label>
              <select id="algorithm" @change=${(event: Event) => edit("algorithm", event)}>
                ${options(
                  ["RS256", "ES256", "EdDSA"].map((name) => [name, name] as const),
                  algorithm,
                )}
              </select>
            </div>
            ${written(draft, kind === "jwks" ? "url" : "pem", problems.get(kind === "jwks" ? "keys.url" : "keys.pem"), edit)}`
    }
    <div class="field">
      <label for="keep">The present keys stay good for</label>
      <select id="keep" aria-describedby="keep-hint" @change=${(event: Event) => edit("keepOldForSeconds", event)}>
        ${options(KEEP, keepOldForSeconds)}
      </select>
      <p class="hint" id="keep-hint">
        Until then tokens by either are accepted: time to give your backend the new ones. You can end the old ones
        sooner.
      </p>
    </div>
    <div class="buttons">
      <button type="button" class="main" @click=${() => asks.change(keysOf(draft), keepOldForSeconds)}>
        ${kind === "secret" ? "Make a new secret" : "Use these keys"}
      </button>
      <button type="button" class="quiet" @click=${asks.cancel}>Cancel</button>
    </div>
  </div>`;
}
