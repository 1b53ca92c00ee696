import { Hono } from "hono";
import type { InferOutput } from "valibot";
import { InvitationBody } from "#protocol/console.ts";
import type { InvitationAnswer } from "#protocol/console.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { requireAgent, requireSupervisor } from "../middleware/session.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { randomToken } from "../tokens/seal.ts";
import { actorOf, answerSave } from "./save-answer.ts";

/** One-time sign-in links: for a new agent, or for one who is there and lost their session. */
export const invitations = new Hono<AppEnv>().post(
  "/invitations",
  sameOrigin,
  requireAgent,
  requireSupervisor,
  jsonBody(InvitationBody),
  async (c) => {
    const body = c.req.valid("json");
    const organisation = organisationOf(c.env);
    const by = actorOf(c.var.session);
    const id = "agentId" in body ? body.agentId : randomToken(16);
    if ("agent" in body) {
      const added = await organisation.change(by, { do: "add-agent", id, value: body.agent });
      if (added.outcome !== "saved") return answerSave(c, added);
    }
    const answer = await organisation.invite(by, id);
    if (answer.outcome !== "invited") return answerSave(c, answer);
    const { agentId, token, expiresAt } = answer;
    return c.json({ agentId, token, expiresAt } satisfies InferOutput<typeof InvitationAnswer>, 201);
  },
);
