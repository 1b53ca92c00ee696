import type { OutboxItem } from "../../../worker/storage/outbox.ts";
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { SignJWT } from "jose";
import type { Conversation } from "../../../worker/index.ts";
import { ORGANISATION_NAME } from "../../../worker/env.ts";
import { mintTicket } from "../../../worker/tokens/ticket.ts";
import type { Frame, Wire } from "./wire.ts";
import { openWire, OWN, randomId, type Opening } from "./wire.ts";

export interface Access {
  conversationId: string;
  credential: string;
  identityUntil: number | null;
}

/** An answer that was read to its end: an unread body would keep the object from being evicted. */
export async function post(
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Frame & { status: number }> {
  const request = new Request(OWN + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const response = await exports.default.fetch(request);
  return { ...(JSON.parse(await response.text()) as Frame), status: response.status };
}

/** Asks to start; by default a new guest. */
export function start(body: object = {}, widgetId = "demo"): Promise<Frame & { status: number }> {
  return post(`/v1/widgets/${widgetId}/conversations`, { startId: randomId(), ...body });
}

export function resume(body: object, widgetId = "demo"): Promise<Frame & { status: number }> {
  return post(`/v1/widgets/${widgetId}/resume`, body);
}

/** Starts, and fails the test if that does not work. */
export async function begin(body: object = {}): Promise<Access> {
  const answer = await start(body);
  if (answer["answer"] !== "started") throw new Error(JSON.stringify(answer));
  return answer["access"] as Access;
}

export function connect(
  { credential }: { credential: string },
  query: Record<string, string | number> = {},
  rest: Omit<Opening, "query"> = {},
): Promise<Wire> {
  return openWire("/v1/conversation/socket", credential, { query, ...rest });
}

export function conversationOf({ conversationId }: Pick<Access, "conversationId">): DurableObjectStub<Conversation> {
  return env.CONVERSATION.getByName(conversationId);
}

/** The demo's agent, at the conversation's socket. */
export async function anaAt(
  { conversationId }: Pick<Access, "conversationId">,
  query: Record<string, string | number> = {},
): Promise<Wire> {
  return openWire(`/v1/agent/conversations/${conversationId}/socket`, await anasTicket(), { query });
}

export async function anasTicket(): Promise<string> {
  const opened = await env.ORGANISATION.getByName(ORGANISATION_NAME).demoSession();
  if (opened === null) throw new Error("no demo here");
  const { agentId, sessionId, role } = opened.session;
  return mintTicket(env.ROOT_KEY ?? "", { agentId, sessionId, role, expiresAt: Date.now() + 60_000 });
}

/** Ana's console, open and available: the desk gives her what waits, up to three conversations. */
export async function anaOnDuty(): Promise<Wire> {
  const desk = await openWire("/v1/desk/socket", await anasTicket());
  await desk.ask({ type: "presence", id: randomId(), presence: "available" });
  return desk;
}

/** Resolves when this socket knows that the conversation is in this state. */
export async function reaches(wire: Wire, state: string): Promise<Frame> {
  const frame = await wire.take((heard) => (heard["view"] as Frame | undefined)?.["phase"].state === state);
  return frame["view"] as Frame;
}

export interface Talk {
  access: Access;
  customer: Wire;
  ana: Wire;
  desk: Wire;
  epoch: string;
}

/** A customer and Ana in a conversation: its entries are `started` and `joined`. */
export async function talk(body: object = {}): Promise<Talk> {
  const desk = await anaOnDuty();
  const access = await begin(body);
  const customer = await connect(access);
  await reaches(customer, "active");
  const ana = await anaAt(access);
  const { epoch } = await ana.take("welcome");
  return { access, customer, ana, desk, epoch: epoch as string };
}

/** Lets the alarm ring now, whenever it was set for, and again if it is overdue then, as the runtime does. Whether one was set. */
export async function ring(access: Pick<Access, "conversationId">): Promise<boolean> {
  const stub = conversationOf(access);
  const rang = await runDurableObjectAlarm(stub);
  const next = await runInDurableObject(stub, (_object, { storage }) => storage.getAlarm());
  if (next !== null && next <= Date.now()) await runDurableObjectAlarm(stub);
  return rang;
}

/** Rows of a query on the conversation's own database. */
export function rowsOf<R extends Record<string, SqlStorageValue>>(
  access: Pick<Access, "conversationId">,
  query: string,
): Promise<R[]> {
  return runInDurableObject(conversationOf(access), (_object, { storage }) => storage.sql.exec<R>(query).toArray());
}

/** What a conversation still has to tell others, by topic. */
export async function owedBy(access: Pick<Access, "conversationId">): Promise<{ topic: string; attempts: number }[]> {
  const [row] = await rowsOf<{ owed: string }>(access, "SELECT owed FROM conversation");
  const owed = JSON.parse(row?.owed ?? "[]") as OutboxItem[];
  return owed.map(({ topic, attempts }) => ({ topic, attempts })).toSorted((a, b) => a.topic.localeCompare(b.topic));
}

/** A token by which the demo widget's site vouches for its customer. */
export async function identityOf(
  sub: string,
  { seconds = 3_600, now = Date.now() }: { seconds?: number; now?: number } = {},
): Promise<string> {
  const reading = await env.ORGANISATION.getByName(ORGANISATION_NAME).readWidget("demo");
  if (reading?.widget.identity.keys.kind !== "secret") throw new Error("the demo's widget has no secret");
  const key = new TextEncoder().encode(reading.widget.identity.keys.secret);
  const token = new SignJWT({ sub }).setProtectedHeader({ alg: "HS256" }).setAudience(reading.widget.identity.audience);
  return token.setExpirationTime(Math.floor(now / 1_000) + seconds).sign(key);
}

/** Says something; resolves to the ack or nack. */
export function say(wire: Wire, text: string, id = randomId()): Promise<Frame> {
  return wire.ask({ type: "message", id, text });
}

/** What was said, in order. */
export function textsIn(entries: Frame[]): string[] {
  return entries.flatMap((entry) => (entry["kind"] === "message" ? [entry["text"] as string] : []));
}

/** What happened, in order. */
export function happeningsIn(entries: Frame[]): string[] {
  return entries.flatMap((entry) => (entry["kind"] === "event" ? [entry["what"].type as string] : []));
}
