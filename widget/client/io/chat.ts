import { CLOSE } from "#protocol/codes.ts";
import { readCustomerFrame } from "../core/customer-frames.ts";
import { accessOf, isOwned } from "../core/entrance.ts";
import { isOver } from "../core/session.ts";
import type { Chat, ChatOptions, ChatView, Context } from "./chat-options.ts";
import { createConversation } from "./conversation.ts";
import { createDoorman } from "./doorman.ts";
import { socketBase } from "./http.ts";
import { createSubscribers } from "./subscribers.ts";

/** A customer's chat with one widget: the entrance before it, the conversation within. */
export function createChat(options: ChatOptions): Chat {
  const { subscribe, notify } = createSubscribers();
  let snapshot: ChatView | null = null;
  /** The person did something on this page. */
  let isTouched = false;
  let isOpen = false;
  /** The conversation that this page saw alive, until it knows of the end. */
  let alive: string | null = null;
  let context: Context = {};
  /** What the socket was opened with. */
  let shown = "";
  /** The socket that was told the context, and what it was told. */
  let told = "";

  const changed = (): void => {
    snapshot = null;
    notify();
  };
  const doorman = createDoorman(options, {
    perform: (effect, { now }) => {
      if (effect.type !== "attach") return dispatch(effect);
      const access = accessOf(now);
      if (access === null || !("via" in now)) return;
      const { conversationId, quiet } = conversation.session();
      conversation.attach(
        access.conversationId,
        conversationId === access.conversationId ? quiet : now.via === "link" && !isTouched,
        isOwned(access) ? doorman.site.named() : null,
      );
    },
    changed,
    context: () => context,
    mayMove: (conversationId) => isOpen && (conversationId === undefined || conversationId === alive),
  });
  const conversation = createConversation({
    role: "customer",
    ports: options.ports,
    prefix: `rejoin:${options.widgetId}:`,
    socketUrl: `${socketBase(options.baseUrl)}/v1/conversation/socket`,
    authorise: async (fresh) => {
      const key = await doorman.authorise(fresh);
      if ("key" in key) shown = key.key;
      return key;
    },
    read: readCustomerFrame,
  });
  const { dispatch, request } = conversation;

  const tellContext = (): void => {
    const { stage, socket } = conversation.session().connection;
    const telling = `${socket} ${JSON.stringify(context)}`;
    if (stage.at !== "live" || telling === told || Object.keys(context).length === 0) return;
    told = telling;
    conversation.say({ type: "context", ...context });
  };

  /** What the conversation came to can concern the entrance: its credential is void, or its limit has passed. */
  conversation.subscribe(() => {
    const { connection, conversationId, view } = conversation.session();
    const { stage } = connection;
    if (stage.at === "closed" && stage.code === CLOSE.unauthorised)
      doorman.dispatch({ type: "void", credential: shown, known: view !== null });
    if (view !== null && !("ended" in view.phase)) alive = conversationId;
    else if (view !== null && alive !== null) {
      const isLimit = "ended" in view.phase && view.phase.ended.reason === "expired";
      if (isLimit && isOpen && alive === conversationId && doorman.state().now.at === "chatting")
        void doorman.renew(false).then((answer) => {
          // Asked again at the next change.
          if (answer === null) alive = conversationId;
        });
      // Learnt, with the panel open or not: what is opened later moves nobody.
      alive = null;
    }
    tellContext();
    changed();
  });

  const start = async (wish: { name?: string; page?: string }, startNew: boolean): Promise<void> => {
    if (doorman.state().now.at === "idle") await doorman.ask({ type: "look-up" });
    await doorman.ask({ type: "start", wish: { ...wish, startNew } });
  };

  return {
    snapshot: () => (snapshot ??= { ...conversation.snapshot(), entrance: doorman.state().now }),
    subscribe,
    lookUp: () => doorman.ask({ type: "look-up" }),
    signedIn: async () => {
      const { site } = doorman;
      const before = site.named();
      const token = await site.ask(false).catch(() => null);
      const { now } = doorman.state();
      const isKnown = token !== null && before !== null;
      const isSame = before === site.named();
      const stands = now.at !== "idle" && now.at !== "refused" && now.at !== "unreachable";
      if (isKnown && isSame && stands) return doorman.settled();
      // Nobody but the server can tell whose it is: until it did, nobody sees what was another's.
      if (isOwned(accessOf(now))) dispatch({ type: "detach" });
      if (isKnown && !isSame) dispatch({ type: "draft", text: "" });
      return doorman.ask({ type: "look-up" });
    },
    signOut: () => {
      doorman.site.forget();
      doorman.dispatch({ type: "sign-out" });
    },
    openLink: (token) => {
      doorman.giveLink(token);
      return doorman.ask({ type: "look-up" });
    },
    retry: () => doorman.ask({ type: "retry" }),
    continue: () => doorman.ask({ type: "continue" }),
    start: (wish = {}) => start(wish, false),
    startNew: (wish = {}) => start(wish, true),
    dismiss: () => doorman.dispatch({ type: "dismiss" }),
    send: conversation.send,
    resend: (key) => dispatch({ type: "retry", id: key }),
    discard: (key) => dispatch({ type: "discard", id: key }),
    setDraft: (text) => dispatch({ type: "draft", text }),
    typing: (on) => dispatch({ type: "typing", on }),
    seen: (seq) => dispatch({ type: "seen", seq }),
    loadEarlier: () => dispatch({ type: "load-earlier" }),
    end: async () => (isOver(conversation.session()) ? { ok: true } : request({ type: "end" })),
    makeLink: () => request({ type: "make-link" }),
    setContext: (given) => {
      context = given;
      tellContext();
    },
    activity: () => {
      isTouched = true;
      dispatch({ type: "activity" });
    },
    setOpen: (open) => {
      isOpen = open;
    },
    reconnect: () => {
      dispatch({ type: "connect" });
      dispatch({ type: "hint" });
    },
    drop: () => dispatch({ type: "suspend", held: true }),
    return: () => dispatch({ type: "resume" }),
    dispose: () => {
      conversation.dispose();
      doorman.dispose();
    },
  };
}
