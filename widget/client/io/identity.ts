import { object, STRING } from "../core/shape.ts";
import { PATIENCE_MS } from "./http.ts";
import type { Clock } from "./ports.ts";

export interface Identity {
  /** The site's signed word for who its customer is, or null. Rejects if it does not come in time. */
  ask(fresh: boolean): Promise<string | null>;
  /** Whom it named last; null for nobody. Tells persons apart, and proves nothing. */
  named(): string | null;
  forget(): void;
}

const readClaims = object<{ sub: string }>({ sub: STRING });

function subjectOf(token: string): string {
  try {
    return readClaims(JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")))).sub;
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
  return {
    ask: (fresh) =>
      new Promise((resolve, reject) => {
        const cancel = clock.after(PATIENCE_MS, () => reject(new Error("The site does not say who its customer is.")));
        identity(fresh)
          .then((token) => {
            if (token !== null) last = subjectOf(token);
            resolve(token);
          })
          .catch(reject)
          .finally(cancel);
      }),
    named: () => last,
    forget: () => {
      last = null;
    },
  };
}
