import { Id, Instant, RandomId, Seq } from "#protocol/basics.ts";
import { decode } from "#protocol/decode.ts";
import { Role } from "#protocol/settings.ts";
import * as v from "valibot";

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
  v.object({ side: v.literal("agent"), agentId: Id, role: Role, validUntil: Instant, ...page }),
]);
export type ConversationPass = v.InferOutput<typeof ConversationPass>;

/** The request with a pass on it, to be handed to an object. */
export function withPass(request: Request, pass: object): Request {
  const handed = new Request(request);
  handed.headers.set(PASS_HEADER, JSON.stringify(pass));
  return handed;
}

/** The pass on a request; null if it has none of this kind. */
export function readPass<S extends v.GenericSchema>(request: Request, schema: S): v.InferOutput<S> | null {
  const pass = decode(schema, request.headers.get(PASS_HEADER) ?? "");
  return pass.ok ? pass.value : null;
}
