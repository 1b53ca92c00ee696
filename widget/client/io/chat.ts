import { CLOSE } from "#protocol/codes.ts";
import { readCustomerFrame } from "../core/customer-frames.ts";
import { isOwned } from "../core/entrance.ts";
import { isOver } from "../core/session.ts";
import type { Chat, ChatOptions, ChatView } from "./chat-options.ts";
import { createConversation } from "./conversation.ts";
import { createDoorman } from "./doorman.ts";
import { socketBase } from "./http.ts";
import type { Hall, Returning } from "./returning.ts";
import { createShown } from "./shown.ts";

/** Makes the part of the entrance that guests need seldom: `createReturning`. */
export type Opening = (hall: Hall) => Returning;

/** A customer's chat with one widget: the entrance before it, the conversation within. Until what comes `later` is there, guests do without it. */
export function openChat(options: ChatOptions, later: Opening | Promise<Opening>): Chat {
  /** The person did something on this page. */
  let isTouched = false;
  let isOpen = false;
  let shown = "";
  let named = (): string | null => null;

  const { snapshot, subscribe, changed } = createShown<ChatView>(() => ({
    ...conversation.snapshot(),
    entrance: doorman.state().now,
  }));
  const doorman = createDoorman(options, {
    perform: (effect) => {
      if (effect.type !== "attach") return dispatch(effect);
      const { now } = doorman.state();
      if (!("via" in now) || !now.access) return;
      const { conversationId } = now.access;
      const session = conversation.session();
      const isQuiet = session.conversationId === conversationId ? session.quiet : now.via === "link" && !isTouched;
      conversation.attach(conversationId, isQuiet, isOwned(now.access) ? named() : null);
    },
    changed,
    context: () => conversation.session().context,
  });
  const conversation = createConversation({
    role: "customer",
    ports: options.ports,
    prefix: `rejoin:${options.widgetId}:`,
    socketUrl: `${socketBase(options.baseUrl)}/v1/conversation/socket`,
    authorise: async (fresh) => {
      const access = await doorman.access(fresh);
      // Whether to try again is the entrance's to say, if it had an answer; without one, later.
      if (!access) return { code: CLOSE.unavailable };
      shown = access.credential;
      return { key: shown };
    },
    read: readCustomerFrame,
  });
  const { dispatch, request } = conversation;
  const take = (open: Opening): void => {
    const returning = open({ options, doorman, conversation, shown: () => shown, isOpen: () => isOpen });
    ({ named } = returning);
    doorman.arrive(returning);
  };
  if (typeof later === "function") take(later);
  else void later.then(take);
  conversation.subscribe(changed);

  const start = async (wish: { name?: string; page?: string }, startNew: boolean): Promise<void> => {
    if (doorman.state().now.at === "idle") await doorman.ask({ type: "look-up" });
    await doorman.ask({ type: "start", wish: { ...wish, startNew } });
  };

  return {
    snapshot,
    subscribe,
    lookUp: () => doorman.ask({ type: "look-up" }),
    signedIn: () => doorman.later((returning) => returning.signedIn()),
    signOut: () => void doorman.later((returning) => returning.signOut()),
    openLink: (token) => doorman.later((returning) => returning.openLink(token)),
    retry: () => doorman.ask({ type: "retry" }),
    continue: () => doorman.ask({ type: "continue" }),
    start: (wish = {}) => start(wish, false),
    startNew: (wish = {}) => start(wish, true),
    dismiss: () => void doorman.ask({ type: "dismiss" }),
    send: conversation.send,
    resend: (key) => dispatch({ type: "retry", id: key }),
    discard: (key) => dispatch({ type: "discard", id: key }),
    setDraft: (text) => dispatch({ type: "draft", text }),
    typing: (on) => dispatch({ type: "typing", on }),
    seen: (seq) => dispatch({ type: "seen", seq }),
    loadEarlier: () => dispatch({ type: "load-earlier" }),
    end: async () => (isOver(conversation.session()) ? { ok: true } : request({ type: "end" })),
    makeLink: () => request({ type: "make-link" }),
    setContext: (context) => dispatch({ type: "context", context }),
    activity: () => {
      isTouched = true;
      dispatch({ type: "activity" });
    },
    setOpen: (open) => {
      isOpen = open;
    },
    reconnect: () => dispatch({ type: "connect" }),
    drop: () => dispatch({ type: "suspend", held: true }),
    return: () => dispatch({ type: "resume" }),
    dispose: () => {
      conversation.dispose();
      doorman.dispose();
    },
  };
}
