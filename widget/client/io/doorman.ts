import type { Access } from "#protocol/bodies.ts";
import { RESUME_ANSWER, START_ANSWER } from "../core/customer-answers.ts";
import { accessOf, isOwned, OUTSIDE } from "../core/entrance.ts";
import type {
  Entrance,
  EntranceEffect,
  EntranceEvent,
  EntranceState,
  Proofs,
  Reply,
  Start,
  Told,
} from "../core/entrance.ts";
import { stepEntrance } from "../core/entrance-step.ts";
import type { Shape } from "../core/shape.ts";
import { createAccessStore } from "./access-store.ts";
import type { Context } from "../core/session.ts";
import type { ChatOptions } from "./chat-options.ts";
import { call, carry } from "./http.ts";
import type { Result } from "./http.ts";
import type { Identity } from "./identity.ts";
import { run } from "./runner.ts";

/** The entrance, running: carries its questions to the server, and the answers back. */
export interface Doorman {
  now(): Entrance;
  /** Says an event, and waits until no question is open any more. With another link, if one was opened. */
  ask(event?: EntranceEvent, link?: string): Promise<void>;
  /** What opens the conversation's socket; null if that can't be told now. */
  access(fresh: boolean): Promise<Access | null>;
  /** Asks the question again in the middle of a chat, and says what there is then; null if there was no answer. */
  renew(fresh: boolean): Promise<Access | null>;
  dispose(): void;
}

export interface House {
  site: Identity;
  /** Does what concerns the conversation. */
  perform(effect: Told | { type: "attach" }): void;
  changed(): void;
  /** What the site tells of its customer. */
  context(): Context | undefined;
  /** Whether the panel is open, and this page saw the conversation alive, if one is named. */
  mayMove(conversationId?: string): boolean;
}

export function createDoorman({ baseUrl, widgetId, link, ports }: ChatOptions, house: House): Doorman {
  const { clock, page } = ports;
  const { site } = house;
  const stored = createAccessStore(ports, `rejoin:${widgetId}:`);
  let token = link ?? undefined;
  let working: Promise<unknown> = Promise.resolve();

  const now = (): Entrance => entrance.state().now;
  const inside = (): Access | null => accessOf(now());
  /** Another tab may have moved, and its event may be late, or lost on a page that was frozen. */
  const compare = (): void => {
    const access = stored.load();
    if (access?.credential !== entrance.state().known?.credential)
      entrance.dispatch({ type: "stored-elsewhere", access });
  };

  const post = <T>(path: string, read: Shape<T>, body: unknown): Promise<Result<T>> =>
    call(ports.fetch, `${baseUrl}/v1/widgets/${widgetId}/${path}`, read, carry("POST", body));

  /** `again`: the visitor wants to go on with what is there. Whoever says so has seen that it was not too late. */
  const resume = async ({ identity, link, stored: held }: Proofs, again: boolean, amid?: string): Promise<Reply> => {
    const body = { identity, link, credential: held?.credential, continue: again || undefined };
    const result = await post("resume", RESUME_ANSWER, body);
    if (result.ok) {
      // An answer to what was stored before is not to be written over what is stored now.
      compare();
      const { value } = result;
      if (link !== undefined && value.answer !== "refused") {
        // An answered link has done its work; from here on the credential opens the conversation.
        if (link === token) token = undefined;
        page.linkAnswered(link, "via" in value && value.via === "link");
      }
    }
    return { type: "answered", ...result, amid, mayMove: again && house.mayMove(amid) };
  };

  const start = async ({ wish, replaces }: Start, known: Access | null): Promise<Reply> => {
    const identity = await site.ask(false);
    const startId = await stored.startId(known);
    if (typeof startId !== "string") return { type: "found", access: startId };
    const context = house.context();
    // The server takes the context's name and page from outside, its facts from inside.
    const body = { ...context, ...wish, startId, identity, replaces, context };
    const result = await post("conversations", START_ANSWER, body);
    // Until it is answered the same start is repeated, since its first answer may only have got lost.
    if (!result.ok && result.code === "conflict") stored.started();
    return { type: "answered", ...result };
  };

  const renew = async (fresh: boolean): Promise<Access | null> => {
    const held = inside();
    if (!held) return held;
    const { conversationId } = held;
    const identity = isOwned(held) ? await site.ask(fresh) : undefined;
    const proofs = { identity, link: undefined, stored: isOwned(held) && identity === undefined ? null : held };
    const reply = await resume(proofs, true, conversationId);
    entrance.dispatch(reply);
    const access = inside();
    return "ok" in reply && reply.ok && access?.conversationId === conversationId ? access : null;
  };

  /** Works on the present question; the reply counts as long as it is that one. */
  const work = (job: () => Promise<Reply>): void => {
    const asked = now();
    const reply = job().catch((): Reply => ({ type: "answered", ok: false, code: "unavailable" }));
    const said = reply.then((event) => (now() === asked ? entrance.dispatch(event) : undefined));
    working = Promise.all([working, said]);
  };

  const perform = (effect: EntranceEffect): void => {
    const { now: at, known } = entrance.state();
    switch (effect.type) {
      case "look-up":
        return work(async () => {
          const identity = await site.ask(false);
          return { type: "gathered", proofs: { identity, link: token, stored: stored.load() } };
        });
      case "resume":
        return work(() => resume(effect.proofs, at.at === "looking-up" && at.continue));
      case "start":
        return at.at === "starting" ? work(() => start(at, known)) : undefined;
      case "save":
        if (known) stored.save(known);
        return "via" in at && at.via === "start" ? stored.started() : undefined;
      case "clear":
        stored.clear(effect);
        // By then what is stored now may have been written over.
        return queueMicrotask(compare);
      case "redirect":
        return page.redirect(effect.url);
      default:
        return house.perform(effect);
    }
  };
  const entrance = run<EntranceState, EntranceEvent, EntranceEffect>(
    { start: OUTSIDE, step: stepEntrance },
    ports,
    perform,
    house.changed,
  );
  const unfollow = ports.store.onChange(compare);
  const deafen = page.listen(({ type }) => (type === "resume" || type === "hint" ? compare() : undefined));

  return {
    now,
    ask: async (event, opened) => {
      token = opened ?? token;
      if (event) entrance.dispatch(event);
      for (let seen; seen !== working; await seen) seen = working;
    },
    renew: (fresh) => renew(fresh).catch(() => null),
    access: async (fresh) => {
      const held = inside();
      const isGood = !fresh && (held?.identityUntil ?? Infinity) > clock.now();
      return isGood ? held : renew(fresh);
    },
    dispose: () => {
      unfollow();
      deafen();
      entrance.dispose();
    },
  };
}
