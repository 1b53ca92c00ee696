import type { AgentConversation, Answer } from "../../client/agent.ts";

/** The notes of conversations, as they are on their way to be. */
export interface Noting {
  /** What a further note is added to: what was said last, while the server has not answered; else what it told. */
  of(on: AgentConversation): string;
  say(on: AgentConversation, notes: string): Promise<Answer>;
}

/** Notes are saved as a whole: a second one that knew nothing of the first, which is still on its way, would take its place. */
export function createNoting(): Noting {
  const underWay = new WeakMap<AgentConversation, { notes: string; unanswered: number }>();
  return {
    of: (on) => underWay.get(on)?.notes ?? on.snapshot().backstage?.notes ?? "",
    say: async (on, notes) => {
      const saying = { notes, unanswered: (underWay.get(on)?.unanswered ?? 0) + 1 };
      underWay.set(on, saying);
      const answer = await on.setNotes(notes);
      const { unanswered, ...rest } = underWay.get(on) ?? saying;
      if (unanswered > 1) underWay.set(on, { ...rest, unanswered: unanswered - 1 });
      else underWay.delete(on);
      return answer;
    },
  };
}
