import { Hono } from "hono";
import type { InferOutput } from "valibot";
import type { SetupLinkAnswer } from "#protocol/console.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { sameText } from "../tokens/seal.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";

/** The owner's way in: whoever holds the deployment's set-up secret gets a one-time link, the first time and when locked out. */
export const setup = new Hono<AppEnv>().post("/setup-links", async (c) => {
  const secret = c.env.SETUP_SECRET;
  if (secret === undefined || secret === "") return problem(c, "not-configured");
  const [, bearer] = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "") ?? [];
  if (bearer === undefined || !sameText(bearer, secret)) return problem(c, "unauthorised");
  const { token, expiresAt } = await organisationOf(c.env).makeSetupToken();
  return c.json({ token, expiresAt } satisfies InferOutput<typeof SetupLinkAnswer>, 201);
});
