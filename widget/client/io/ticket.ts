import { CLOSE } from "#protocol/codes.ts";
import type { Result } from "./http.ts";
import type { Key } from "./line.ts";

/** Where tickets come from: `AgentApi.ticket`, usually. */
export type TicketSource = () => Promise<Result<string>>;

/** A ticket as the key to a socket: without a session there is no use in trying again, anything else may pass. */
export function authoriseBy(ticket: TicketSource): () => Promise<Key> {
  return async () => {
    const result = await ticket();
    if (result.ok) return { key: result.value };
    return {
      code: result.code === "unauthorised" || result.code === "not-allowed" ? CLOSE.signedOut : CLOSE.unavailable,
    };
  };
}
