import { STRING } from "../core/shape.ts";
import type { ChatOptions } from "./chat-options.ts";
import { PATIENCE_MS } from "./http.ts";
import type { Clock } from "./ports.ts";

export interface Identity {
  /** The site's signed word for who its customer is, if anybody is signed in. Rejects if it does not come in time. */
  ask(fresh: boolean): Promise<string | undefined>;
  /** Whom it named last; null for nobody. Tells persons apart, and proves nothing. */
  named(): string | null;
  forget(): void;
}

function subjectOf(token: string): string {
  try {
    return STRING(JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/"))).sub);
  } catch {
    return token;
  }
}

/** Asks the site who its customer is; without a provider, everybody is a guest. */
export function createIdentity(site: Pick<ChatOptions, "identity">, clock: Clock): Identity {
  let last: string | null = null;
  return {
    ask: async (fresh) => {
      if (!site.identity) return undefined;
      const silence = new Promise<never>((_, reject) => clock.after(PATIENCE_MS, reject));
      const token = await Promise.race([site.identity(fresh), silence]);
      if (token === null || token === undefined) return undefined;
      last = subjectOf(token);
      return token;
    },
    named: () => last,
    forget: () => {
      last = null;
    },
  };
}
