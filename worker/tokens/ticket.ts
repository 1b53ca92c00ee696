import { sealed, unseal } from "./seal.ts";

/** How long an agent's ticket opens sockets. Browsers cannot send a CSRF-safe header with an upgrade, hence tickets. */
export const TICKET_MS = 60_000;

/** How long a conversation's socket lasts on one ticket: whoever was signed out or lost their rights is gone by then. */
export const SEAT_MS = 900_000;

/** Who opens a socket: read from the session when the ticket was made. */
export interface Ticket {
  agentId: string;
  sessionId: string;
  role: "agent" | "supervisor";
  expiresAt: number;
}

export function mintTicket(rootKey: string, { agentId, sessionId, role, expiresAt }: Ticket): string {
  return sealed(rootKey, "ticket", [agentId, sessionId, role, expiresAt].join("."));
}

/** The ticket in `text`, or null if it is not ours or its minute is over. */
export function readTicket(rootKey: string, text: string, now: number): Ticket | null {
  const [agentId, sessionId, role, expires] = unseal(rootKey, "ticket", text)?.split(".") ?? [];
  const expiresAt = Number(expires);
  if (agentId === undefined || sessionId === undefined || (role !== "agent" && role !== "supervisor")) return null;
  return expiresAt > now ? { agentId, sessionId, role, expiresAt } : null;
}
