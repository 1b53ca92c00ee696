import type { Status } from "../client/customer.ts";

/** A blip shorter than this is never shown. */
const PATIENCE_MS = 1_000;

function isTrouble({ is }: Status): boolean {
  return is === "connecting" || is === "reconnecting" || is === "unreachable" || is === "suspended" || is === "refused";
}

/** Remembers since when a line is in trouble. */
export class Trouble {
  #since: number | null = null;

  /** Null while there is none. */
  get since(): number | null {
    return this.#since;
  }

  /** `brewing`: there is trouble, but it is too young to be told; look again in a second. */
  judge(status: Status, now: number): "none" | "brewing" | "told" {
    if (!isTrouble(status)) this.#since = null;
    else this.#since ??= now;
    if (this.#since === null) return "none";
    // A refusal passes by no waiting.
    return status.is === "refused" || now - this.#since >= PATIENCE_MS ? "told" : "brewing";
  }
}
