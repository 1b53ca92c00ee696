import { Hono } from "hono";
import type { InferOutput } from "valibot";
import type { TicketAnswer } from "#protocol/console.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent } from "../middleware/session.ts";
import { mintTicket, TICKET_MS } from "../tokens/ticket.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";

/** What opens an agent's sockets: an upgrade cannot carry proof of the page that asks for it, this request can. */
export const tickets = new Hono<AppEnv>().post("/tickets", sameOrigin, requireAgent, (c) => {
  if (c.env.ROOT_KEY === undefined) return problem(c, "not-configured");
  const { agentId, sessionId, role } = c.var.session;
  const expiresAt = Date.now() + TICKET_MS;
  const ticket = mintTicket(c.env.ROOT_KEY, { agentId, sessionId, role, expiresAt });
  return c.json({ ticket, expiresAt } satisfies InferOutput<typeof TicketAnswer>, 201);
});
