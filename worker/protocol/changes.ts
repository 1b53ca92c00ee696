import * as v from "valibot";
import { Instant } from "./basics.ts";

/** A setting as the record of changes keeps it. Secrets never: in their place stands a mark by which two can be told apart. */
export const ChangedValue = v.union([v.null(), v.string(), v.number(), v.boolean(), v.array(v.string())]);
export type ChangedValue = v.InferOutput<typeof ChangedValue>;

export const ChangedField = v.object({ field: v.string(), before: ChangedValue, after: ChangedValue });
export type ChangedField = v.InferOutput<typeof ChangedField>;

export const ChangeKind = v.picklist(["widget", "workstream", "agent", "quick-replies"]);
export type ChangeKind = v.InferOutput<typeof ChangeKind>;

export const ChangeAction = v.picklist([
  "made",
  "changed",
  "removed",
  "restored",
  "keys-changed",
  "old-keys-ended",
  "invited",
  "signed-out",
]);
export type ChangeAction = v.InferOutput<typeof ChangeAction>;

/** Who changed what and when, as it was and as it is: written once, never altered. */
export const Change = v.object({
  at: Instant,
  by: v.object({ id: v.string(), name: v.string() }),
  kind: ChangeKind,
  targetId: v.string(),
  /** What the target was called then. */
  name: v.string(),
  action: ChangeAction,
  fields: v.array(ChangedField),
});
export type Change = v.InferOutput<typeof Change>;

/** `GET /v1/changes?cursor=`: the newest first, fifty at a time; `next` is the cursor of what came before, null at the end. */
export const ChangesAnswer = v.object({
  changes: v.array(v.object({ id: v.number(), ...Change.entries })),
  next: v.nullable(v.number()),
});
export type ChangesAnswer = v.InferOutput<typeof ChangesAnswer>;

export const ChangesQuery = v.object({ cursor: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,15}$/))) });
