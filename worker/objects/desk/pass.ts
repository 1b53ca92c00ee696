import * as v from "valibot";
import { Id, RandomId } from "#protocol/basics.ts";
import { Role } from "#protocol/settings.ts";

/** Who opens a desk's socket, as the ticket says, and from which page. */
export const DeskPass = v.object({
  agentId: Id,
  sessionId: v.string(),
  role: Role,
  tab: RandomId,
  hidden: v.boolean(),
});
export type DeskPass = v.InferOutput<typeof DeskPass>;
