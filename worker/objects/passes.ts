import { Id, Instant, RandomId, Seq } from "#protocol/basics.ts";
import { CLOSE } from "#protocol/codes.ts";
import { decode } from "#protocol/decode.ts";
import { Role } from "#protocol/settings.ts";
import * as v from "valibot";
import { refuseSocket } from "./sockets.ts";

/** Under this header the Worker hands on what it has verified. Objects are reached through the Worker alone, which always sets it itself. */
export const PASS_HEADER = "x-rejoin-socket";

const page = {
  tab: RandomId,
  hidden: v.boolean(),
  after: v.nullable(Seq),
  epoch: v.nullable(v.string()),
};

/** Who opens a conversation's socket, as the credential or ticket says. */
export const ConversationPass = v.variant("side", [
  v.object({
    side: v.literal("customer"),
    device: Id,
    generation: v.number(),
    identityUntil: v.nullable(Instant),
    quiet: v.boolean(),
    ...page,
  }),
  v.object({ side: v.literal("agent"), agentId: Id, sessionId: v.string(), role: Role, validUntil: Instant, ...page }),
]);
export type ConversationPass = v.InferOutput<typeof ConversationPass>;

/** Under this header an object says with which code the Worker is to refuse a socket. */
const REFUSAL_HEADER = "x-rejoin-refusal";

/** An object's no. Not a socket of its own: one that its client never closes would keep the object in memory. */
export function refusal(code: number): Response {
  return new Response(null, { status: 409, headers: { [REFUSAL_HEADER]: String(code) } });
}

/** Hands an upgrade to an object with what was verified, and refuses the socket if the object does, or cannot answer. */
export async function handOver(
  stub: { fetch: (request: Request) => Promise<Response> },
  request: Request,
  pass: object,
): Promise<Response> {
  const handed = new Request(request);
  handed.headers.set(PASS_HEADER, JSON.stringify(pass));
  try {
    const answer = await stub.fetch(handed);
    return answer.webSocket === null
      ? refuseSocket(request, Number(answer.headers.get(REFUSAL_HEADER)) || CLOSE.unavailable)
      : answer;
  } catch (error) {
    console.error("a socket could not be opened", error);
    return refuseSocket(request, CLOSE.unavailable);
  }
}

/** The pass on a request; null if it has none of this kind. */
export function readPass<S extends v.GenericSchema>(request: Request, schema: S): v.InferOutput<S> | null {
  const pass = decode(schema, request.headers.get(PASS_HEADER) ?? "");
  return pass.ok ? pass.value : null;
}
