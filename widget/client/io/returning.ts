import type { Access } from "#protocol/bodies.ts";
import { CLOSE } from "#protocol/codes.ts";
import { RESUME_ANSWER } from "../core/returning-answers.ts";
import { accessOf, isOwned } from "../core/entrance.ts";
import type {
  Entrance,
  EntranceEffect,
  EntranceEvent,
  EntranceState,
  EntranceStep,
  Proofs,
  Reply,
} from "../core/entrance.ts";
import { stepReturning } from "../core/entrance-step.ts";
import type { ChatOptions } from "./chat-options.ts";
import type { Conversation } from "./conversation.ts";
import type { Doorman } from "./doorman.ts";
import { createIdentity } from "./identity.ts";
import type { Door } from "./ports.ts";

/** The entrance of those who come back by more than what this browser holds: by identity, by link, on another tab, after an end. */
export interface Returning {
  step(state: EntranceState, event: EntranceEvent): EntranceStep;
  perform(effect: EntranceEffect): void;
  /** Asks the question again in the middle of a chat, and says what there is then; null if there was no answer. */
  renew(fresh: boolean): Promise<Access | null>;
  /** Whom the site named last; null for nobody. Tells persons apart, and proves nothing. */
  named(): string | null;
  signedIn(): Promise<void>;
  signOut(): void;
  openLink(token: string): Promise<void>;
  dispose(): void;
}

/** What it has to do with. */
export interface Hall {
  options: ChatOptions;
  doorman: Doorman;
  conversation: Conversation;
  /** What the socket was opened with. */
  shown(): string;
  /** Whether the panel is open. */
  isOpen(): boolean;
}

export function createReturning(
  { options, doorman, conversation, shown, isOpen }: Hall,
  door: Partial<Door> = options.ports.page,
): Returning {
  const { ports, link } = options;
  const { page, store } = ports;
  const { stored, ask, work } = doorman;
  const site = createIdentity(options, ports.clock);
  let token = link ?? undefined;
  /** The conversation that this page saw alive, until it has learnt of the end: what is opened later moves nobody. */
  let alive: string | null = null;
  let isLearning = false;

  const now = (): Entrance => doorman.state().now;
  /** Another tab may have moved, and its event may be late, or lost on a page that was frozen. */
  const compare = (): void => {
    const access = stored.load();
    if (access?.credential !== doorman.state().known?.credential)
      doorman.dispatch({ type: "stored-elsewhere", access });
  };
  /** The person saw it before it was too late, and has the panel open. */
  const mayMove = (conversationId?: string): boolean =>
    isOpen() && (conversationId === undefined || conversationId === alive);

  /** `again`: the visitor wants to go on with what is there. Whoever says so has seen that it was not too late. */
  const resume = async ({ identity, link, stored: held }: Proofs, again: boolean, amid?: string): Promise<Reply> => {
    const body = { identity, link, credential: held?.credential, continue: again || undefined };
    const result = await doorman.post("resume", RESUME_ANSWER, body);
    if (result.ok) {
      // An answer to what was stored before is not to be written over what is stored now.
      compare();
      const { value } = result;
      if (link !== undefined && value.answer !== "refused") {
        // An answered link has done its work; from here on the credential opens the conversation.
        if (link === token) token = undefined;
        door.linkAnswered?.(link, "via" in value && value.via === "link");
      }
    }
    return { type: "answered", ...result, amid, mayMove: again && mayMove(amid) };
  };

  const renewed = async (fresh: boolean): Promise<Access | null> => {
    const held = accessOf(now());
    if (!held) return held;
    const { conversationId } = held;
    const identity = isOwned(held) ? await site.ask(fresh) : undefined;
    const proofs = { identity, stored: isOwned(held) && identity === undefined ? null : held };
    const reply = await resume(proofs, true, conversationId);
    doorman.dispatch(reply);
    const access = accessOf(now());
    return "ok" in reply && reply.ok && access?.conversationId === conversationId ? access : null;
  };
  const renew = (fresh: boolean): Promise<Access | null> => renewed(fresh).catch(() => null);

  /** What the conversation came to can concern the entrance: its credential is void, or its limit has passed. */
  const heed = (): void => {
    const { stage, conversationId, view } = conversation.session();
    if (stage.at === "closed" && stage.code === CLOSE.unauthorised)
      void ask({ type: "void", credential: shown(), known: view !== null });
    if (view === null || isLearning) return;
    const { phase } = view;
    const sawLimit = isOpen() && alive === conversationId && "ended" in phase && phase.ended.reason === "expired";
    if (sawLimit && now().at === "chatting") {
      isLearning = true;
      void renew(false).then((answer) => {
        isLearning = false;
        // Without an answer it is asked again at the next change.
        if (answer) alive = null;
      });
    } else alive = "ended" in phase ? null : conversationId;
  };

  const undo = [
    conversation.subscribe(heed),
    store.onChange(compare),
    page.listen(({ type }) => (type === "resume" || type === "hint" ? compare() : undefined)),
  ];

  // What happened before it was there.
  heed();
  compare();

  return {
    step: stepReturning,
    perform: (effect) => {
      const { now: at, known } = doorman.state();
      switch (effect.type) {
        case "look-up":
          return work(async () => {
            const identity = await site.ask(false);
            return { type: "gathered", proofs: { identity, link: token, stored: stored.load() } };
          });
        case "resume":
          return work(() => resume(effect.proofs, at.at === "looking-up" && at.continue));
        case "start":
          return at.at === "starting" ? work(async () => doorman.start(at, known, await site.ask(false))) : undefined;
        case "clear":
          stored.clear(effect);
          // By then what is stored now may have been written over.
          return queueMicrotask(compare);
        case "redirect":
          return door.redirect?.(effect.url);
        default:
        // The doorman does these.
      }
    },
    renew,
    named: site.named,
    signedIn: async () => {
      const before = site.named();
      const word = await site.ask(false).catch(() => undefined);
      const { at } = now();
      const isKnown = word !== undefined && before !== null;
      const isSame = before === site.named();
      const stands = at !== "idle" && at !== "refused" && at !== "unreachable";
      if (isKnown && isSame && stands) return ask();
      // Nobody but the server can tell whose it is: until it did, nobody sees what was another's.
      if (isOwned(accessOf(now()))) conversation.dispatch({ type: "detach" });
      if (isKnown && !isSame) conversation.dispatch({ type: "draft", text: "" });
      return ask({ type: "look-up" });
    },
    signOut: () => {
      site.forget();
      void ask({ type: "sign-out" });
    },
    openLink: (opened) => {
      token = opened;
      return ask({ type: "look-up" });
    },
    dispose: () => {
      for (const done of undo) done();
    },
  };
}
