import { DurableObject } from "cloudflare:workers";
import type { Roster, Summary } from "../core/summary.ts";
import type { Env } from "../env.ts";

/** The desk: presence, units, queue, offers and the consoles' feed. One for the organisation. */
export class Desk extends DurableObject<Env> {
  /** Who works here: from the organisation, whole; an older `rev` changes nothing. */
  async configure(roster: Roster): Promise<void> {
    void roster;
  }

  /** The newest word of a conversation on itself; repeated, delayed and reordered as may be. */
  async summary(summary: Summary): Promise<void> {
    void summary;
  }

  /** Closes the agent's desk sockets (of one session, or of all) and, if none is left, takes them offline at once. */
  async signedOut(agentId: string, sessionId?: string): Promise<void> {
    void agentId;
    void sessionId;
  }

  /** The upgrade of a console's socket; what the Worker verified stands in `x-rejoin-socket`. */
  override async fetch(_request: Request): Promise<Response> {
    return new Response(null, { status: 501 });
  }
}
