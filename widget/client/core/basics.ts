import type { AgentRef } from "#protocol/basics.ts";
import type { EndedBy, EndReason } from "#protocol/entries.ts";
import type { Ending } from "#protocol/view.ts";
import { object, oneOf, only, optional, or, STRING } from "./shape.ts";
import type { Shape } from "./shape.ts";

// The shapes that frames and answers share, as the protocol has them.

export const INSTANT = only((value): value is number => Number.isSafeInteger(value) && Number(value) >= 0);

export const ID = only((value): value is string => typeof value === "string" && /^[\w-]{1,64}$/.test(value));

export const AGENT = object<AgentRef>({ id: ID, name: STRING });
export const SIDE = oneOf("customer", "agent");
export const ENDED_BY: Shape<EndedBy> = oneOf("customer", "agent", "limit");
export const END_REASON: Shape<EndReason> = oneOf("ended", "started-new", "expired");

/** An end is an end, also one whose author or reason this version does not know. */
export const ENDING = object<Ending>({
  at: INSTANT,
  awaySince: optional(INSTANT),
  by: or(ENDED_BY, () => "agent" as const),
  reason: or(END_REASON, () => "ended" as const),
});
