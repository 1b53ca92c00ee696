import type { Answer } from "../core/requests.ts";

/** Promises of answers, by the ids of their requests. */
export interface Replies {
  wait(id: string): Promise<Answer>;
  settle(id: string, answer: Answer): void;
}

export function createReplies(): Replies {
  const waiting = new Map<string, (answer: Answer) => void>();
  return {
    wait: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    settle: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
}
