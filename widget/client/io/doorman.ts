import { CLOSE } from "#protocol/codes.ts";
import type { Access } from "#protocol/bodies.ts";
import type { EntranceEvent, Proofs, StartWish } from "../core/entrance.ts";
import { isOwned } from "../core/entrance.ts";
import type { AccessStore } from "./access-store.ts";
import type { ChatOptions } from "./chat-options.ts";
import type { CustomerApi } from "./customer-api.ts";
import { createIdentity } from "./identity.ts";
import type { Person } from "./identity.ts";
import type { Key } from "./line.ts";

/** Carries the entrance's questions to the server, and the answers back. */
export interface Doorman {
  gather(turn: number): Promise<void>;
  askResume(turn: number, proofs: Proofs, again: boolean): Promise<void>;
  askStart(turn: number, wish: StartWish, replaces: string | null, known: string | null): Promise<void>;
  /** What opens the conversation's socket. */
  authorise(fresh: boolean): Promise<Key>;
  /** Asks the question again in the middle of a chat, and says what there is then; null if there was no answer. */
  renew(fresh: boolean): Promise<Access | null>;
  /** Who the site says its customer is now, beside who it was. */
  person(): Promise<Person>;
  /** Whom the site named last; null for nobody. Tells persons apart, and proves nothing. */
  named(): string | null;
  /** Nobody is signed in any more. */
  forgetPerson(): void;
  giveLink(token: string): void;
  /** When no question is open any more. */
  settled(): Promise<void>;
}

export interface House {
  dispatch(event: EntranceEvent): void;
  /** Looks at what is stored now: an answer to what was stored before is not to be written over it. */
  compare(): void;
  /** The turn of the entrance. */
  turn(): number;
  /** The access of the conversation that is entered. */
  inside(): Access | null;
  panelOpen(): boolean;
  /** Whether this page may be moved for a conversation that turns out to be over. */
  mayMove(conversationId: string): boolean;
}

export function createDoorman(
  { identity, link = null, ports }: ChatOptions,
  api: CustomerApi,
  access: AccessStore,
  house: House,
): Doorman {
  const site = createIdentity(identity, ports.clock);
  let token = link;
  const open = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    const done = work.finally(() => open.delete(done));
    open.add(done);
    return done;
  };
  const bodyOf = ({ identity: who, link: came, stored }: Proofs): Parameters<CustomerApi["resume"]>[0] => ({
    ...(who === null ? {} : { identity: who }),
    ...(came === null ? {} : { link: came }),
    ...(stored === null ? {} : { credential: stored.credential }),
  });

  const gather = async (turn: number): Promise<void> => {
    try {
      house.dispatch({
        type: "gathered",
        turn,
        proofs: { identity: await site.ask(false), link: token, stored: access.load() },
      });
    } catch {
      house.dispatch({ type: "failed", turn, code: "unavailable" });
    }
  };

  const askResume = async (turn: number, proofs: Proofs, again: boolean): Promise<void> => {
    const result = await api.resume({ ...bodyOf(proofs), ...(again ? { continue: true } : {}) });
    if (!result.ok) return house.dispatch({ type: "failed", turn, code: result.code });
    // An answered link has done its work; from here on the credential opens the conversation.
    house.compare();
    const { value } = result;
    if (value.answer !== "refused" && proofs.link !== null) {
      if (proofs.link === token) token = null;
      ports.page.linkAnswered(proofs.link, "via" in value && value.via === "link");
    }
    house.dispatch({ type: "resume-answered", turn, answer: value, panelOpen: house.panelOpen() });
  };

  const askStart = async (
    turn: number,
    { name, page, startNew }: StartWish,
    replaces: string | null,
    known: string | null,
  ): Promise<void> => {
    try {
      const who = await site.ask(false);
      const id = await access.startId(known);
      if ("found" in id) return house.dispatch({ type: "found", turn, access: id.found });
      const result = await api.start({
        startId: id.id,
        ...(who === null ? {} : { identity: who }),
        ...(replaces === null ? {} : { replaces }),
        ...(startNew ? { startNew } : {}),
        ...(name === undefined ? {} : { name }),
        ...(page === undefined ? {} : { page }),
      });
      // Until it is answered the same start is repeated, since its first answer may only have got lost.
      if (!result.ok && result.code === "conflict") access.started();
      house.dispatch(
        result.ok
          ? { type: "start-answered", turn, answer: result.value }
          : { type: "failed", turn, code: result.code },
      );
    } catch {
      house.dispatch({ type: "failed", turn, code: "unavailable" });
    }
  };

  const renew = async (fresh: boolean): Promise<Access | null> => {
    const [turn, held] = [house.turn(), house.inside()];
    if (held === null) return null;
    const { conversationId } = held;
    const mayMove = house.mayMove(conversationId);
    const owned = isOwned(held);
    const who = owned ? await site.ask(fresh) : null;
    const stored = owned && who === null ? null : held;
    const result = await api.resume({ ...bodyOf({ identity: who, link: null, stored }), continue: true });
    if (!result.ok) return null;
    house.compare();
    house.dispatch({ type: "renewed", turn, conversationId, answer: result.value, mayMove });
    const now = house.inside();
    return now?.conversationId === conversationId ? now : null;
  };

  return {
    gather: (turn) => track(gather(turn)),
    askResume: (turn, proofs, again) => track(askResume(turn, proofs, again)),
    askStart: (turn, wish, replaces, known) => track(askStart(turn, wish, replaces, known)),
    renew: (fresh) => renew(fresh).catch(() => null),
    authorise: async (fresh) => {
      const held = house.inside();
      if (held === null) return { code: CLOSE.unauthorised };
      const good = held.identityUntil === null || held.identityUntil > ports.clock.now();
      if (good && !fresh) return { key: held.credential };
      const renewed = await renew(fresh);
      // Whether to try again is the entrance's to say, if it had an answer; without one, later.
      return renewed === null ? { code: CLOSE.unavailable } : { key: renewed.credential };
    },
    person: site.compare,
    named: site.named,
    forgetPerson: site.forget,
    giveLink: (given) => {
      token = given;
    },
    settled: async () => {
      while (open.size > 0) await Promise.all(open);
    },
  };
}
