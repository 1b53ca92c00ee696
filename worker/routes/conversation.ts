import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { CLOSE } from "#protocol/codes.ts";
import { check } from "#protocol/decode.ts";
import { SocketQuery } from "#protocol/frames.ts";
import { allowOrigin, answerPreflight, mayUse } from "../middleware/origin.ts";
import { readWidget } from "../middleware/settings-cache.ts";
import { offeredSecret } from "../middleware/subprotocol.ts";
import { handOver } from "../objects/passes.ts";
import { refuseSocket } from "../objects/sockets.ts";
import type { Credential } from "../tokens/credential.ts";
import { readCredential } from "../tokens/credential.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";

const EntriesQuery = v.object({ after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))) });

/**
 * The customer's way into their own conversation: its socket, and its transcript to read, also after the end. Seal and origin
 * are checked here, before any object wakes.
 */
export const conversation = new Hono<AppEnv>()
  .get("/socket", async (c) => {
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket")
      return problem(c, "bad-request", { detail: "This is a WebSocket." });
    const secret = offeredSecret(c.req.raw);
    const query = check(SocketQuery, c.req.query());
    if (secret === null || !query.ok) return refuseSocket(c.req.raw, CLOSE.protocol);
    const credential = readCredential(c.var.rootKey, secret);
    if (credential === null) return refuseSocket(c.req.raw, CLOSE.unauthorised);
    if (!(await originAllowed(c, credential))) return refuseSocket(c.req.raw, CLOSE.forbiddenOrigin);
    const { device, generation, identityUntil } = credential;
    const { after, epoch, tab, hidden, quiet } = query.value;
    const page = { tab, hidden: hidden === "1", quiet: quiet === "1", after: after ?? null, epoch: epoch ?? null };
    const pass = { side: "customer", device, generation, identityUntil, ...page };
    return handOver(c.env.CONVERSATION.getByName(credential.conversationId), c.req.raw, pass);
  })
  .options("/entries", (c) => answerPreflight(c, c.req.header("origin")))
  .get("/entries", async (c) => {
    const credential = readCredential(
      c.var.rootKey,
      /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "",
    );
    if (credential === null) {
      // Said to any page: otherwise it would look like trouble of the network.
      allowOrigin(c, c.req.header("origin"));
      return problem(c, "unauthorised");
    }
    if (!(await originAllowed(c, credential))) return problem(c, "forbidden-origin");
    allowOrigin(c, c.req.header("origin"));
    const query = check(EntriesQuery, c.req.query());
    if (!query.ok) return problem(c, "bad-request", { detail: query.problem });
    const page = await c.env.CONVERSATION.getByName(credential.conversationId).transcript(
      query.value.after ?? 0,
      credential,
    );
    if (page === null || "refused" in page) return problem(c, "unauthorised");
    return c.json(page, 200, { "cache-control": "no-store" });
  });

async function originAllowed(c: Context<AppEnv>, { widgetId }: Credential): Promise<boolean> {
  const reading = await readWidget(c.env, widgetId, Date.now());
  return reading !== null && mayUse(c, reading.widget);
}
