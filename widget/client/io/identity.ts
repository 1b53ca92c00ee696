import * as v from "valibot";
import { decode } from "#protocol/decode.ts";
import { PATIENCE_MS } from "./http.ts";
import type { Clock } from "./ports.ts";

/** Whom the site names, beside whom it named before: not a proof, only a reason to let things stand. */
export type Person = "same" | "other" | "unknown";

export interface Identity {
  /** The site's signed word, or null. Rejects if it does not come in time. */
  ask(fresh: boolean): Promise<string | null>;
  /** Asks, and compares with the last word. Never rejects: `unknown` where either word is missing. */
  compare(): Promise<Person>;
  /** Whom it named last; null for nobody. */
  named(): string | null;
  forget(): void;
}

const Claims = v.object({ sub: v.string() });

function subjectOf(token: string): string {
  try {
    const claims = decode(Claims, atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
    return claims.ok ? claims.value.sub : token;
  } catch {
    return token;
  }
}

/** Asks the site who its customer is. */
export function createIdentity(
  identity: (fresh: boolean) => Promise<string | null> = async () => null,
  clock: Clock,
): Identity {
  let last: string | null = null;
  const ask = (fresh: boolean): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(PATIENCE_MS, () => reject(new Error("The site does not say who its customer is.")));
      identity(fresh)
        .then((token) => {
          if (token !== null) last = subjectOf(token);
          resolve(token);
        })
        .catch(reject)
        .finally(cancel);
    });
  return {
    ask,
    compare: async () => {
      const before = last;
      try {
        if ((await ask(false)) === null || before === null) return "unknown";
        return before === last ? "same" : "other";
      } catch {
        return "unknown";
      }
    },
    named: () => last,
    forget: () => {
      last = null;
    },
  };
}
