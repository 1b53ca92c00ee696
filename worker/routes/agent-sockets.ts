import { Hono } from "hono";
import { Id } from "#protocol/basics.ts";
import { CLOSE } from "#protocol/codes.ts";
import { check } from "#protocol/decode.ts";
import { DeskQuery } from "#protocol/desk-frames.ts";
import { SocketQuery } from "#protocol/frames.ts";
import { offeredSecret } from "../middleware/subprotocol.ts";
import { redeemTicket } from "../middleware/ticket.ts";
import { DESK_NAME } from "../env.ts";
import { handOver } from "../objects/passes.ts";
import { refuseSocket } from "../objects/sockets.ts";
import { SEAT_MS } from "../tokens/ticket.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import type { Context, MiddlewareHandler } from "hono";
import { problem } from "../middleware/problem.ts";

/** Sockets only; and only from our own pages, since they are opened by a ticket that only our own pages can get. */
const ownSocket: MiddlewareHandler<AppEnv> = async function ownSocket(c, next) {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket")
    return problem(c, "bad-request", { detail: "This is a WebSocket." });
  const origin = c.req.header("origin");
  if (origin !== undefined && origin !== new URL(c.req.url).origin)
    return refuseSocket(c.req.raw, CLOSE.forbiddenOrigin);
  await next();
  return undefined;
};

async function sessionOf(c: Context<AppEnv>) {
  const ticket = offeredSecret(c.req.raw);
  return ticket === null ? null : redeemTicket(c.env, ticket, Date.now());
}

/** The agent's sockets: the desk's, and those of their conversations. */
export const agentSockets = new Hono<AppEnv>()
  .get("/desk/socket", ownSocket, async (c) => {
    const query = check(DeskQuery, c.req.query());
    if (!query.ok) return refuseSocket(c.req.raw, CLOSE.protocol);
    const session = await sessionOf(c);
    if (session === null) return refuseSocket(c.req.raw, CLOSE.unauthorised);
    const { agentId, sessionId, role } = session;
    const pass = { agentId, sessionId, role, tab: query.value.tab, hidden: query.value.hidden === "1" };
    return handOver(c.env.DESK.getByName(DESK_NAME), c.req.raw, pass);
  })
  .get("/agent/conversations/:conversationId/socket", ownSocket, async (c) => {
    const query = check(SocketQuery, c.req.query());
    const conversationId = check(Id, c.req.param("conversationId"));
    if (!query.ok || !conversationId.ok) return refuseSocket(c.req.raw, CLOSE.protocol);
    const session = await sessionOf(c);
    if (session === null) return refuseSocket(c.req.raw, CLOSE.unauthorised);
    const { agentId, sessionId, role } = session;
    const { after, epoch, tab, hidden } = query.value;
    const validUntil = Date.now() + SEAT_MS;
    const pass = {
      side: "agent",
      agentId,
      sessionId,
      role,
      validUntil,
      tab,
      hidden: hidden === "1",
      after: after ?? null,
      epoch: epoch ?? null,
    };
    return handOver(c.env.CONVERSATION.getByName(conversationId.value), c.req.raw, pass);
  });
