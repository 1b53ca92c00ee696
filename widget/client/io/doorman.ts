import type { Access } from "#protocol/bodies.ts";
import { START_ANSWER } from "../core/customer-answers.ts";
import { accessOf, OUTSIDE } from "../core/entrance.ts";
import type { EntranceEffect, EntranceEvent, EntranceState, Reply, Start, Told } from "../core/entrance.ts";
import { stepGuest } from "../core/guest-step.ts";
import type { Context } from "../core/session.ts";
import type { Shape } from "../core/shape.ts";
import { createAccessStore } from "./access-store.ts";
import type { AccessStore } from "./access-store.ts";
import type { ChatOptions } from "./chat-options.ts";
import { call, carry } from "./http.ts";
import type { Result } from "./http.ts";
import type { Returning } from "./returning.ts";
import { run } from "./runner.ts";

/** The entrance, running: carries its questions to the server, and the answers back. */
export interface Doorman {
  state(): EntranceState;
  dispatch(event: EntranceEvent): void;
  /** Says an event, and waits until no question is open any more. */
  ask(event?: EntranceEvent): Promise<void>;
  /** What opens the conversation's socket; null if that can't be told now. */
  access(fresh: boolean): Promise<Access | null>;
  /** What takes more than a guest's part: at once, or when that is there. All that is said meanwhile waits behind it. */
  later<Value>(work: (returning: Returning) => Promise<Value> | Value): Promise<Value>;
  arrive(returning: Returning): void;
  stored: AccessStore;
  post<T>(path: string, read: Shape<T>, body: unknown): Promise<Result<T>>;
  /** Works on the present question; the reply counts as long as it is that one. */
  work(job: () => Promise<Reply>): void;
  start(question: Start, known: Access | null, identity?: string): Promise<Reply>;
  dispose(): void;
}

export interface House {
  /** Does what concerns the conversation. */
  perform(effect: Told | { type: "attach" }): void;
  changed(): void;
  /** What the site tells of its customer. */
  context(): Context | undefined;
}

/** Guests come and go by this alone. */
export function createDoorman(options: ChatOptions, house: House): Doorman {
  const { baseUrl, widgetId, ports } = options;
  const stored = createAccessStore(ports, `rejoin:${widgetId}:`);
  const { promise: arrived, resolve: hasArrived } = Promise.withResolvers<void>();
  const waiting: ((returning: Returning) => void)[] = [];
  let there: Returning | undefined;
  let working: Promise<unknown> = Promise.resolve();

  const later: Doorman["later"] = async (work) => {
    if (there) return work(there);
    working = Promise.all([working, arrived]);
    return new Promise((resolve) => waiting.push((returning) => resolve(work(returning))));
  };

  const post: Doorman["post"] = (path, read, body) =>
    call(ports.fetch, `${baseUrl}/v1/widgets/${widgetId}/${path}`, read, carry("POST", body));

  const work: Doorman["work"] = (job) => {
    const asked = entrance.state().now;
    const reply = job().catch((): Reply => ({ type: "answered", ok: false, code: "unavailable" }));
    const said = reply.then((event) => (entrance.state().now === asked ? entrance.dispatch(event) : undefined));
    working = Promise.all([working, said]);
  };

  const start: Doorman["start"] = async ({ wish, replaces }, known, identity) => {
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

  const perform = (effect: EntranceEffect): void => {
    const { now, known } = entrance.state();
    switch (effect.type) {
      case "save":
        if (known) stored.save(known);
        return "via" in now && now.via === "start" ? stored.started() : undefined;
      case "attach":
      case "detach":
      case "disconnect":
      case "draft":
        return house.perform(effect);
      default: {
        const isGuest = !there && !options.identity && !options.link;
        if (isGuest && now.at === "starting") return work(() => start(now, known));
        if (isGuest && now.at === "looking-up")
          return work(async () => ({ type: "gathered", proofs: { stored: stored.load() } }));
        void later((returning) => returning.perform(effect));
      }
    }
  };
  const entrance = run<EntranceState, EntranceEvent, EntranceEffect>(
    {
      start: OUTSIDE,
      step: (state, event) => {
        const step = there || waiting.length === 0 ? stepGuest(state, event) : null;
        if (step) return step;
        if (there) return there.step(state, event);
        void later(() => entrance.dispatch(event));
        return { state, effects: [] };
      },
    },
    ports,
    perform,
    house.changed,
  );

  return {
    state: entrance.state,
    dispatch: entrance.dispatch,
    ask: async (event) => {
      if (event) entrance.dispatch(event);
      for (let seen; seen !== working; await seen) seen = working;
    },
    access: async (fresh) => {
      const held = accessOf(entrance.state().now);
      const isGood = !fresh && (held?.identityUntil ?? Infinity) > ports.clock.now();
      return isGood ? held : later((returning) => returning.renew(fresh));
    },
    later,
    arrive: (returning) => {
      there = returning;
      for (const work of waiting.splice(0)) work(returning);
      hasArrived();
    },
    stored,
    post,
    work,
    start,
    dispose: () => {
      there?.dispose();
      entrance.dispose();
    },
  };
}
