import * as v from "valibot";
import type { Access, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import { ResumeBody, StartBody } from "#protocol/bodies.ts";
import type { Chat, ChatOptions, Opening } from "../../../../widget/client/customer.ts";
import { openChat } from "../../../../widget/client/guest.ts";
import type { Ports } from "../../../../widget/client/io/ports.ts";
import { createReturning } from "../../../../widget/client/returning.ts";
import { createWorld } from "./world.ts";
import type { World } from "./world.ts";

interface Talk {
  subject: string | null;
  ended: boolean;
}

/** A browser before a widget API that knows whose conversation is whose. An identity is a subject, or a token that names it. */
export interface Shop {
  world: World;
  talks: ReadonlyMap<string, Talk>;
  asked: readonly { path: string; body: Record<string, unknown> }[];
  /** Of the request that is made now: whether its answer will be lost, after it did its work, and how late it is. */
  network: { fails(): boolean; lateMs(): number };
  open(who?: () => Promise<string | null>, change?: (ports: Ports) => Ports, options?: Partial<ChatOptions>): Tab;
}

export type Tab = Chat & { tell: ReturnType<World["tab"]>["tell"]; ports: Ports };

const Claims = v.object({ sub: v.string() });
const subjectOf = (identity: string | undefined): string | null =>
  identity?.includes(".") ? v.parse(Claims, JSON.parse(atob(identity.split(".")[1] ?? ""))).sub : (identity ?? null);

export function createShop(random: () => number = () => 0.5): Shop {
  const talks = new Map<string, Talk>();
  const starts = new Map<string, string>();
  const asked: { path: string; body: Record<string, unknown> }[] = [];
  const network = { fails: () => false, lateMs: () => 0 };
  let made = 0;
  let given = 0;

  const accessTo = (conversationId: string): Access => ({
    conversationId,
    credential: `${conversationId}.${(given += 1)}`,
    identityUntil: talks.get(conversationId)?.subject === null ? null : 9_999_999_999_999,
  });
  const ofCredential = (credential = ""): string => credential.split(".")[0] ?? "";
  const liveOf = (sub: string | null): string | null =>
    [...talks].findLast(([, { subject, ended }]) => subject !== null && subject === sub && !ended)?.[0] ?? null;
  const end = (id: string | null): void => {
    const talk = talks.get(id ?? "");
    if (talk !== undefined) talk.ended = true;
  };

  const resume = ({ identity, credential }: ResumeBody): ResumeAnswer => {
    const id = ofCredential(credential);
    const talk = talks.get(id);
    const sub = subjectOf(identity);
    const theirs = talk !== undefined && (talk.subject === null || talk.subject === sub);
    const drop = credential !== undefined && !theirs;
    if (theirs && talk.subject === null && !talk.ended)
      return { answer: "resume", access: accessTo(id), via: "credential", drop };
    const own = liveOf(sub);
    if (own !== null) return { answer: "resume", access: accessTo(own), via: "identity", drop };
    return theirs
      ? { answer: "ended", access: accessTo(id), via: "credential", ended: null, redirectUrl: null, drop }
      : { answer: "none", drop };
  };
  const start = ({ startId, identity, replaces, startNew }: StartBody): StartAnswer => {
    const sub = subjectOf(identity);
    const planned = `${startId} ${sub ?? ""}`;
    const repeated = starts.get(planned);
    if (repeated !== undefined) return { answer: "started", access: accessTo(repeated), joined: true };
    if (replaces !== undefined) end(ofCredential(replaces));
    if (startNew) end(liveOf(sub));
    const own = liveOf(sub);
    if (own !== null) return { answer: "started", access: accessTo(own), joined: true };
    const id = `c${(made += 1)}-${sub ?? "guest"}`;
    talks.set(id, { subject: sub, ended: false });
    starts.set(planned, id);
    return { answer: "started", access: accessTo(id), joined: false };
  };

  const world = createWorld(random, async (url, init) => {
    const path = new URL(url).pathname.split("/").at(-1) ?? "";
    const body: unknown = JSON.parse(typeof init.body === "string" ? init.body : "{}");
    asked.push({ path, body: v.parse(v.record(v.string(), v.unknown()), body) });
    const later = (ms = 0): Promise<void> =>
      new Promise((done) => world.clock.after(ms + Math.floor(random() * 100), () => done()));
    const [fails, lateMs] = [network.fails(), network.lateMs()];
    await later();
    const answer = path === "resume" ? resume(v.parse(ResumeBody, body)) : start(v.parse(StartBody, body));
    await later(lateMs);
    if (fails) throw new TypeError("the answer got lost");
    return Response.json(answer);
  });

  return {
    world,
    talks,
    asked,
    network,
    open: (who = async () => null, change = (ports) => ports, options = {}) => {
      const { ports: plain, tell } = world.tab();
      const ports = change(plain);
      // Some pages get the part for those who come back a moment after the chat.
      const lateMs = Math.floor(random() * 400);
      const opening: Opening = (hall) => createReturning(hall);
      const later = new Promise<Opening>((done) => world.clock.after(lateMs, () => done(opening)));
      const all = { baseUrl: "http://server", widgetId: "w1", ports, identity: who, ...options };
      const chat = openChat(all, lateMs > 200 ? later : opening);
      return { ...chat, tell, ports };
    },
  };
}

/** The conversation that a tab is in; null for none. */
export function insideOf({ snapshot }: Chat): string | null {
  const { entrance } = snapshot();
  return entrance.at === "chatting" ? entrance.access.conversationId : null;
}
