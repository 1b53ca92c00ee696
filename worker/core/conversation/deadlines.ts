import type { Phase } from "./state.ts";

/**
 * What the clock alone brings about, in the order in which equal times are taken: an absence is written down before what it
 * leads to, and where hold and limit fall together, the limit decides.
 */
const ORDER = ["note-away", "limit", "hold", "unblock", "close"] as const;
export type DeadlineName = (typeof ORDER)[number];

export interface Deadline {
  name: DeadlineName;
  at: number;
}

/** All that is pending in a phase. An unblocked wrap-up keeps no deadline for it: its `blocks` is null from then on. */
function pending(phase: Phase): Deadline[] {
  switch (phase.state) {
    case "open":
    case "active":
    case "waiting": {
      const { side } = phase;
      if (side.at === "present") return [];
      const list: Deadline[] = [{ name: "limit", at: side.limitAt }];
      if ("holdUntil" in side) list.push({ name: "hold", at: side.holdUntil });
      if (side.noteAt !== null) list.push({ name: "note-away", at: side.noteAt });
      return list;
    }
    case "wrap-up":
      return typeof phase.blocks === "number"
        ? [
            { name: "unblock", at: phase.blocks },
            { name: "close", at: phase.closesAt },
          ]
        : [{ name: "close", at: phase.closesAt }];
    case "closed":
      return [];
  }
}

/** The next thing that the clock brings about, or null. */
export function nextDeadline(phase: Phase): Deadline | null {
  const [first] = pending(phase).toSorted((a, b) => a.at - b.at || ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  return first ?? null;
}
