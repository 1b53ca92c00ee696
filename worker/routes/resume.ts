import { Hono } from "hono";
import { ResumeBody } from "#protocol/bodies.ts";
import type { ResumeAnswer } from "#protocol/bodies.ts";
import type { Evidence, Question, Resumption, Via } from "../core/resume.ts";
import { decideResume } from "../core/resume.ts";
import type { Env } from "../env.ts";
import { jsonBody } from "../middleware/json-body.ts";
import type { WidgetReading } from "../objects/organisation/reading.ts";
import { readCredential } from "../tokens/credential.ts";
import { readLinkToken } from "../tokens/link.ts";
import { randomToken } from "../tokens/seal.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";
import type { Visitor } from "./visitor.ts";
import { accessFor, customerOf, readVisitor } from "./visitor.ts";

/** Everything that bears on one visitor's question. */
interface Asked {
  env: Env;
  rootKey: string;
  widget: WidgetReading;
  visitor: Exclude<Visitor, { kind: "unavailable" }>;
  question: Question;
  now: number;
}

/**
 * `POST /v1/widgets/:widgetId/resume`: what may this visitor resume? The seals of link and credential are checked before any
 * object wakes, so that guessing costs nothing but a request. If anything cannot be looked up, the answer is 503, never `none`.
 */
export const resume = new Hono<AppEnv>().post("/:widgetId/resume", jsonBody(ResumeBody), async (c) => {
  const now = Date.now();
  const { rootKey, widget } = c.var;
  const body = c.req.valid("json");
  const visitor = await readVisitor(widget, body.identity, now);
  if (visitor.kind === "unavailable") return problem(c, "unavailable");
  const question = await gather(c.env, rootKey, widget, visitor, body);
  const answer = await resolve({ env: c.env, rootKey, widget, visitor, question, now });
  return c.json(answer, 200, { "cache-control": "no-store" });
});

async function gather(
  env: Env,
  rootKey: string,
  widget: WidgetReading,
  visitor: Asked["visitor"],
  body: ResumeBody,
): Promise<Question> {
  const link = body.link === undefined ? null : readLinkToken(rootKey, body.link);
  const held = body.credential === undefined ? null : readCredential(rootKey, body.credential);
  const inspect = (conversationId: string) => env.CONVERSATION.getByName(conversationId).inspect();
  const ownedBy = async (sub: string) => {
    const customer = customerOf(env, rootKey, sub);
    const ids = await (body.continue === true ? customer.continuable(widget.widgetId) : customer.live(widget.widgetId));
    return (await Promise.all(ids.map(inspect))).filter((evidence) => evidence !== null);
  };
  const [linked, credited, own] = await Promise.all([
    link === null ? null : inspect(link.conversationId),
    held === null ? null : inspect(held.conversationId),
    visitor.kind === "valid" ? ownedBy(visitor.sub) : [],
  ]);
  return {
    widgetId: widget.widgetId,
    prompt: widget.widget.reconnect.prompt,
    identity: visitor,
    link: link === null ? null : { evidence: linked, linkId: link.linkId },
    credential:
      body.credential === undefined
        ? null
        : { evidence: credited, device: held?.device ?? "", generation: held?.generation ?? 0 },
    own,
    continue: body.continue ?? false,
  };
}

async function resolve(asked: Asked): Promise<ResumeAnswer> {
  const decided = decideResume(asked.question, asked.now);
  switch (decided.answer) {
    case "resume":
      return enter(asked, decided);
    case "offer": {
      const { agentName, awaySince, holdUntil, resumableUntil, customerName } = decided.evidence;
      const offer = { agentName, awaySince, holdUntil, resumableUntil, customerName };
      return { answer: "offer", offer, drop: decided.drop };
    }
    case "ended":
      return ended(asked, decided.evidence, decided.via, decided.readable, decided.drop);
    case "none":
    case "refused":
      return decided;
  }
}

/** Steps in. What was true a moment ago is judged again by the conversation itself; if it is no longer, so is the answer. */
async function enter(
  asked: Asked,
  { conversationId, via, claim, drop }: Resumption & { answer: "resume" },
): Promise<ResumeAnswer> {
  const { env, rootKey, widget, visitor, question } = asked;
  const held = heldBy(question, conversationId);
  const device = held ?? randomToken(16);
  const linkId = via === "link" ? (question.link?.linkId ?? null) : null;
  const subject = visitor.kind === "valid" ? visitor.sub : null;
  const name = visitor.kind === "valid" ? (visitor.name ?? null) : null;
  const mayClaim =
    claim && subject !== null && (await customerOf(env, rootKey, subject).claim(conversationId, widget.widgetId));
  const conversation = env.CONVERSATION.getByName(conversationId);
  const admitted = await conversation.admit({ device, subject, name, linkId, claim: mayClaim });
  if (mayClaim && admitted?.outcome !== "in") await customerOf(env, rootKey, subject).release(conversationId);
  // A link that was revoked between question and entry falls through, like any other that does not open.
  if (admitted?.outcome === "refused" && via === "link")
    return resolve({ ...asked, question: { ...question, link: null } });
  if (admitted === null || admitted.outcome === "refused") return { answer: "none", drop };
  if (admitted.outcome === "ended") return ended(asked, admitted.evidence, via, held !== null, drop);
  const identityUntil = admitted.owned && visitor.kind === "valid" ? visitor.until : null;
  const { generation } = admitted;
  const access = accessFor(rootKey, { conversationId, widgetId: widget.widgetId, device, generation, identityUntil });
  return { answer: "resume", access, via, drop };
}

/** The browser whose credential opens this conversation; null if they came without one. */
function heldBy({ credential }: Question, conversationId: string): string | null {
  return credential?.evidence?.conversationId === conversationId ? credential.device : null;
}

/** Too late. The browser that holds the credential may still read what was said. */
function ended(
  { rootKey, widget, visitor, question }: Asked,
  evidence: Evidence,
  via: Via,
  readable: boolean,
  drop: boolean,
): ResumeAnswer {
  const { conversationId, generation, subject } = evidence;
  const device = heldBy(question, conversationId) ?? randomToken(16);
  const identityUntil = subject !== null && visitor.kind === "valid" ? visitor.until : null;
  const access = readable
    ? accessFor(rootKey, { conversationId, widgetId: widget.widgetId, device, generation, identityUntil })
    : null;
  return {
    answer: "ended",
    redirectUrl: widget.widget.reconnect.redirectUrl,
    ended: evidence.ended,
    access,
    via,
    drop,
  };
}
