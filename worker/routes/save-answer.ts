import type { Context } from "hono";
import type { SaveAnswer } from "../objects/organisation/settings.ts";
import { problem } from "../middleware/problem.ts";

/** What became of a save, as an HTTP answer: the record as it stands now, or why it was refused. */
export function answerSave<R extends object>(
  c: Context,
  answer: SaveAnswer<R>,
  savedStatus: 200 | 201 = 200,
): Response {
  switch (answer.outcome) {
    case "saved":
      return c.json(answer.record, savedStatus);
    case "not-found":
      return problem(c, "not-found");
    case "refused":
      return problem(c, answer.code, { detail: answer.detail, ...(answer.field !== null && { field: answer.field }) });
  }
}
