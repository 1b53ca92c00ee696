import type { Context } from "hono";
import { SavedOver } from "#protocol/console.ts";
import { check } from "#protocol/decode.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { problem } from "../middleware/problem.ts";
import { forgetWidgets } from "../middleware/settings-cache.ts";
import type { Session } from "../objects/organisation/accounts.ts";
import type { Actor, SaveAnswer, SettingsChange } from "../objects/organisation/change.ts";

export function actorOf({ agentId, name }: Session): Actor {
  return { id: agentId, name };
}

/** The `rev` of what was changed, as it stands in the body beside it; null if it does not say. */
export function revIn(body: unknown): number | null {
  const read = check(SavedOver, body);
  return read.ok ? (read.value.rev ?? null) : null;
}

/** Has the organisation carry a change out, on behalf of whoever asks, and answers with what became of it. */
export async function answerChange(
  c: Context<AppEnv>,
  change: SettingsChange,
  savedStatus: 200 | 201 = 200,
): Promise<Response> {
  const answer = await organisationOf(c.env).change(actorOf(c.var.session), change);
  forgetWidgets();
  return answerSave(c, answer, savedStatus);
}

/** What became of a save, as an HTTP answer: the record as it stands now, or why it was refused. */
export function answerSave(c: Context, answer: SaveAnswer, savedStatus: 200 | 201 = 200): Response {
  switch (answer.outcome) {
    case "saved":
      return c.json(answer.record, savedStatus);
    case "not-found":
      return problem(c, "not-found");
    case "conflict":
    case "in-use":
      return problem(c, answer.outcome, { detail: answer.detail });
    case "refused": {
      const { code, detail, field, problems } = answer;
      return problem(c, code, { detail, problems, ...(field !== null && { field }) });
    }
  }
}
