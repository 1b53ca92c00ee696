import type { Env } from "../env.ts";
import type { Session } from "../objects/organisation/accounts.ts";
import { readTicket } from "../tokens/ticket.ts";
import { organisationOf } from "./organisation.ts";

/**
 * Who opens a socket with this ticket, as they are now; null if the ticket is not ours, its minute is over, or its session has
 * ended since: signing someone out must not leave them a minute. One question to the organisation for each socket of an agent.
 */
export async function redeemTicket(
  env: Pick<Env, "ORGANISATION" | "ROOT_KEY">,
  text: string,
  now: number,
): Promise<Session | null> {
  const ticket = env.ROOT_KEY === undefined ? null : readTicket(env.ROOT_KEY, text, now);
  if (ticket === null) return null;
  return organisationOf(env).findSession(ticket.sessionId);
}
