import type { Access, ResumeBody } from "#protocol/bodies.ts";
import { CLOSE } from "#protocol/codes.ts";
import { RESUME_ANSWER, START_ANSWER } from "../core/customer-answers.ts";
import { accessOf, isOwned, OUTSIDE } from "../core/entrance.ts";
import type { EntranceEffect, EntranceEvent, EntranceState, Proofs, Told } from "../core/entrance.ts";
import { stepEntrance } from "../core/entrance-step.ts";
import type { Shape } from "../core/shape.ts";
import { createAccessStore } from "./access-store.ts";
import type { ChatOptions, Context } from "./chat-options.ts";
import { call, carry } from "./http.ts";
import type { Result } from "./http.ts";
import { createIdentity } from "./identity.ts";
import type { Identity } from "./identity.ts";
import type { Key } from "./line.ts";
import { run } from "./runner.ts";

/** The entrance, running: carries its questions to the server, and the answers back. */
export interface Doorman {
  state(): EntranceState;
  dispatch(event: EntranceEvent): void;
  /** Says an event, and waits until no question is open any more. */
  ask(event: EntranceEvent): Promise<void>;
  settled(): Promise<void>;
  site: Identity;
  /** What opens the conversation's socket. */
  authorise(fresh: boolean): Promise<Key>;
  /** Asks the question again in the middle of a chat, and says what there is then; null if there was no answer. */
  renew(fresh: boolean): Promise<Access | null>;
  giveLink(token: string): void;
  dispose(): void;
}

export interface House {
  /** Does what concerns the conversation. */
  perform(effect: Extract<EntranceEffect, Told | { type: "attach" }>, state: EntranceState): void;
  changed(): void;
  /** What the site tells of its customer. */
  context(): Context;
  /** Whether the panel is open, and this page saw the conversation alive, if one is named. */
  mayMove(conversationId?: string): boolean;
}

export function createDoorman({ baseUrl, widgetId, identity, link = null, ports }: ChatOptions, house: House): Doorman {
  const { clock, page } = ports;
  const site = createIdentity(identity, clock);
  const stored = createAccessStore(ports, `rejoin:${widgetId}:`);
  let token = link;
  let working: Promise<unknown> = Promise.resolve();

  const inside = (): Access | null => accessOf(entrance.state().now);
  /** Another tab may have moved, and its event may be late, or lost on a page that was frozen. */
  const compare = (): void => entrance.dispatch({ type: "stored-elsewhere", access: stored.load() });
  const post = <T>(path: string, read: Shape<T>, body: unknown): Promise<Result<T>> =>
    call(ports.fetch, `${baseUrl}/v1/widgets/${widgetId}/${path}`, read, {
      ...carry("POST", body),
      credentials: "omit",
    });

  const resume = async (
    turn: number,
    proofs: Proofs,
    again: boolean,
    amid: string | null,
    mayMove: () => boolean,
  ): Promise<EntranceEvent> => {
    const body: ResumeBody = {
      identity: proofs.identity ?? undefined,
      link: proofs.link ?? undefined,
      credential: proofs.stored?.credential,
      continue: again || undefined,
    };
    const result = await post("resume", RESUME_ANSWER, body);
    if (!result.ok) return { type: "failed", turn, code: result.code };
    // An answer to what was stored before is not to be written over what is stored now.
    compare();
    const { value: answer } = result;
    if (answer.answer !== "refused" && proofs.link !== null) {
      // An answered link has done its work; from here on the credential opens the conversation.
      if (proofs.link === token) token = null;
      page.linkAnswered(proofs.link, "via" in answer && answer.via === "link");
    }
    return { type: "answered", turn, answer, amid, mayMove: mayMove() };
  };

  const start = async ({ turn, now, known }: EntranceState): Promise<EntranceEvent> => {
    const who = await site.ask(false);
    const startId = await stored.startId(known);
    if (typeof startId !== "string") return { type: "found", turn, access: startId };
    if (now.at !== "starting") throw new Error();
    const { wish, replaces } = now;
    const { facts, ...context } = house.context();
    const result = await post("conversations", START_ANSWER, {
      ...context,
      ...wish,
      startId,
      identity: who ?? undefined,
      replaces: replaces ?? undefined,
      context: facts && { facts },
    });
    if (result.ok) return { type: "answered", turn, answer: result.value, amid: null, mayMove: false };
    // Until it is answered the same start is repeated, since its first answer may only have got lost.
    if (result.code === "conflict") stored.started();
    return { type: "failed", turn, code: result.code };
  };

  const renew = async (fresh: boolean): Promise<Access | null> => {
    const held = inside();
    if (held === null) return null;
    const { conversationId: amid } = held;
    const { turn } = entrance.state();
    const mayMove = house.mayMove(amid);
    const who = isOwned(held) ? await site.ask(fresh) : null;
    const proofs = { identity: who, link: null, stored: isOwned(held) && who === null ? null : held };
    const event = await resume(turn, proofs, true, amid, () => mayMove);
    entrance.dispatch(event);
    const now = inside();
    return event.type === "answered" && now?.conversationId === amid ? now : null;
  };

  /** Works on the present question. */
  const work = (job: (state: EntranceState) => Promise<EntranceEvent>): void => {
    const state = entrance.state();
    const failed: EntranceEvent = { type: "failed", turn: state.turn, code: "unavailable" };
    working = Promise.all([
      working,
      job(state)
        .catch(() => failed)
        .then((event) => entrance.dispatch(event)),
    ]);
  };
  const settled = async (): Promise<void> => {
    for (let seen; seen !== working; await seen) seen = working;
  };
  const entrance = run<EntranceState, EntranceEvent, EntranceEffect>(
    { start: OUTSIDE, step: stepEntrance, deadline: () => null, tick: { type: "retry" } },
    ports,
    (effect) => {
      const state = entrance.state();
      switch (effect.type) {
        case "look-up":
          return work(async ({ turn }) => {
            const who = await site.ask(false);
            return { type: "gathered", turn, proofs: { identity: who, link: token, stored: stored.load() } };
          });
        case "resume":
          return work(({ turn, now }) => {
            const again = now.at === "looking-up" && now.continue;
            // Whoever continues at the prompt has seen that it was not too late.
            return resume(turn, effect.proofs, again, null, () => again && house.mayMove());
          });
        case "start":
          return work(start);
        case "save":
          if (state.known) stored.save(state.known);
          return "via" in state.now && state.now.via === "start" ? stored.started() : undefined;
        case "clear":
          stored.clear(effect.of);
          // By then what is stored now may have been written over.
          return queueMicrotask(compare);
        case "redirect":
          return page.redirect(effect.url);
        default:
          return house.perform(effect, state);
      }
    },
    house.changed,
  );
  const unfollow = stored.onChange(compare);
  const deafen = page.listen(({ type }) => (type === "resume" || type === "hint" ? compare() : undefined));

  return {
    state: entrance.state,
    dispatch: entrance.dispatch,
    ask: (event) => {
      entrance.dispatch(event);
      return settled();
    },
    settled,
    site,
    renew: (fresh) => renew(fresh).catch(() => null),
    authorise: async (fresh) => {
      const held = inside();
      if (held === null) return { code: CLOSE.unauthorised };
      const isGood = !fresh && (held.identityUntil === null || held.identityUntil > clock.now());
      const access = isGood ? held : await renew(fresh);
      // Whether to try again is the entrance's to say, if it had an answer; without one, later.
      return access === null ? { code: CLOSE.unavailable } : { key: access.credential };
    },
    giveLink: (given) => {
      token = given;
    },
    dispose: () => {
      unfollow();
      deafen();
      entrance.dispose();
    },
  };
}
