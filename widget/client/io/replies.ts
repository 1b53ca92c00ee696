import type { Answer } from "../core/session.ts";

/** Promises of answers, by the ids of their requests. */
export interface Replies {
  wait(id: string): Promise<Answer>;
  settle(id: string, answer: Answer): void;
  /** Nobody will answer any more. */
  abandon(): void;
}

export function createReplies(): Replies {
  const waiting = new Map<string, (answer: Answer) => void>();
  const settle = (id: string, answer: Answer): void => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  return {
    wait: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    settle,
    abandon: () => {
      for (const id of waiting.keys()) settle(id, { ok: false, code: "unavailable" });
    },
  };
}
