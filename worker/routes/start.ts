import { Hono } from "hono";
import { StartBody } from "#protocol/bodies.ts";
import type { StartAnswer } from "#protocol/bodies.ts";
import { termsOf } from "../core/terms.ts";
import type { Env } from "../env.ts";
import { jsonBody } from "../middleware/json-body.ts";
import type { WidgetReading } from "../objects/organisation/reading.ts";
import { conversationIdFor, deviceFor } from "../tokens/conversation-id.ts";
import { readCredential } from "../tokens/credential.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { problem } from "../middleware/problem.ts";
import type { Visitor } from "./visitor.ts";
import { accessFor, customerOf, readVisitor } from "./visitor.ts";

/**
 * `POST /v1/widgets/:widgetId/conversations`: starts a conversation, or joins the one that the same start has made. A guest's
 * id follows from their `startId`, so that a repeated start reaches the same object; a verified customer's is reserved with
 * the customer first, so that two devices in the same instant get one.
 */
export const start = new Hono<AppEnv>().post("/:widgetId/conversations", jsonBody(StartBody), async (c) => {
  const { rootKey, widget } = c.var;
  const { widgetId } = widget;
  const body = c.req.valid("json");
  const visitor = await readVisitor(widget, body.identity, Date.now());
  if (visitor.kind === "unavailable") return problem(c, "unavailable");
  if (visitor.kind === "invalid")
    return c.json({ answer: "refused", reason: "identity-invalid" } satisfies StartAnswer);
  if (visitor.kind === "expired")
    return c.json({ answer: "refused", reason: "identity-expired" } satisfies StartAnswer);
  const subject = visitor.kind === "valid" ? visitor.sub : null;
  const device = deviceFor(rootKey, body.startId);
  const startId = body.startId;
  const planned = conversationIdFor(rootKey, { widgetId, startId, subject });

  const again = subject === null ? null : await customerOf(c.env, rootKey, subject).startOf(startId);
  if (again === null) await endReplaced(c.env, rootKey, widgetId, body, visitor, planned);
  const conversationId =
    again ??
    (subject === null ? planned : await reserve(c.env, rootKey, widget, subject, { device, startId, planned }));
  const signedName = visitor.kind === "valid" ? visitor.name : undefined;
  const customer = {
    name: signedName ?? body.name ?? null,
    nameSigned: signedName !== undefined,
    subject,
    page: body.page ?? null,
    facts: body.context?.facts ?? {},
  };
  const terms = termsOf(widgetId, widget.widget, widget.workstream);
  const began = await c.env.CONVERSATION.getByName(conversationId).start({
    id: conversationId,
    startId,
    terms,
    device,
    customer,
  });
  if (began.outcome === "refused") return problem(c, "conflict");
  const identityUntil = visitor.kind === "valid" ? visitor.until : null;
  const access = accessFor(rootKey, { conversationId, widgetId, device, generation: began.generation, identityUntil });
  return c.json({ answer: "started", access, joined: began.outcome === "joined" } satisfies StartAnswer, 200, {
    "cache-control": "no-store",
  });
});

/** "Start new" first ends what it replaces, for the agent with a reason. The conversation that this start itself made is not replaced by its repetition. */
async function endReplaced(
  env: Env,
  rootKey: string,
  widgetId: string,
  body: StartBody,
  visitor: Visitor,
  planned: string,
): Promise<void> {
  const old = new Set<string>();
  const replaced = body.replaces === undefined ? null : readCredential(rootKey, body.replaces);
  const evidence = replaced === null ? null : await env.CONVERSATION.getByName(replaced.conversationId).inspect();
  const subject = visitor.kind === "valid" ? visitor.sub : null;
  const theirs = evidence !== null && (evidence.subject === null || evidence.subject === subject);
  if (replaced !== null && theirs && replaced.generation >= evidence.generation && replaced.widgetId === widgetId)
    old.add(replaced.conversationId);
  const customer = subject === null ? null : customerOf(env, rootKey, subject);
  if (customer !== null && body.startNew === true) {
    for (const id of await customer.live(widgetId)) {
      const own = await env.CONVERSATION.getByName(id).inspect();
      if (own?.subject === subject) old.add(id);
    }
  }
  old.delete(planned);
  for (const id of old) {
    const ended = await env.CONVERSATION.getByName(id).endForCustomer("started-new");
    // The conversation tells this too; said here as well, so that the reservation that follows does not find the old one.
    // One that is reserved and has not begun is on its way from another device: it is joined.
    if (ended) await customer?.ended(id);
  }
}

/** The conversation that a verified customer's start leads to. With reconnect off, each browser has its own. */
async function reserve(
  env: Env,
  rootKey: string,
  { widgetId, widget }: WidgetReading,
  subject: string,
  { device, startId, planned }: { device: string; startId: string; planned: string },
): Promise<string> {
  const customer = customerOf(env, rootKey, subject);
  const wanted = { widgetId, device: widget.reconnect.enabled ? null : device, startId, conversationId: planned };
  const conversationId = await customer.reserve(wanted);
  if (conversationId === planned) return planned;
  // A live one of theirs, unless it ended a moment ago or was never theirs, and the word on it is still under way.
  const evidence = await env.CONVERSATION.getByName(conversationId).inspect();
  const isTheirs = evidence === null || (evidence.ended === null && evidence.subject === subject);
  if (isTheirs) {
    await customer.joined(startId, conversationId);
    return conversationId;
  }
  await customer.ended(conversationId);
  return customer.reserve(wanted);
}
