import type { Entry } from "#protocol/entries.ts";
import type { Line } from "../../client/agent.ts";

/** A transcript that is over, as lines: agents on one side, whoever they were. */
export function pastLines(entries: readonly Entry[]): readonly Line[] {
  return entries.flatMap((entry): Line[] => {
    if (entry.kind === "message") {
      const { id: key, seq, at, from, text, agent } = entry;
      const agentName = agent?.name ?? null;
      return [
        { kind: "message", key, seq, at, mine: from === "agent", from, agentName, text, delivery: { is: "delivered" } },
      ];
    }
    const { seq, at, what } = entry;
    return what.type === "unknown" ? [] : [{ kind: "event", key: `event-${seq}`, seq, at, what }];
  });
}
