import { CLOSE } from "#protocol/codes.ts";
import { readCustomerFrame } from "../core/customer-frames.ts";
import { accessOf, isOwned } from "../core/entrance.ts";
import { isOver } from "../core/session.ts";
import type { Chat, ChatOptions, ChatView } from "./chat-options.ts";
import { createConversation } from "./conversation.ts";
import { createDoorman } from "./doorman.ts";
import { socketBase } from "./http.ts";
import { createIdentity } from "./identity.ts";
import { createShown } from "./shown.ts";

/** A customer's chat with one widget: the entrance before it, the conversation within. */
export function createChat(options: ChatOptions): Chat {
  /** The person did something on this page. */
  let isTouched = false;
  let isOpen = false;
  /** The conversation that this page saw alive, until it has learnt of the end: what is opened later moves nobody. */
  let alive: string | null = null;
  let isLearning = false;
  /** What the socket was opened with. */
  let shown = "";

  const { snapshot, subscribe, changed } = createShown<ChatView>(() => ({
    ...conversation.snapshot(),
    entrance: doorman.now(),
  }));
  const site = createIdentity(options.identity, options.ports.clock);
  const doorman = createDoorman(options, {
    site,
    perform: (effect) => {
      if (effect.type !== "attach") return dispatch(effect);
      const now = doorman.now();
      if (!("via" in now) || !now.access) return;
      const { conversationId } = now.access;
      const session = conversation.session();
      const isQuiet = session.conversationId === conversationId ? session.quiet : now.via === "link" && !isTouched;
      conversation.attach(conversationId, isQuiet, isOwned(now.access) ? site.named() : null);
    },
    changed,
    context: () => conversation.session().context,
    mayMove: (conversationId) => isOpen && (conversationId === undefined || conversationId === alive),
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

  /** What the conversation came to can concern the entrance: its credential is void, or its limit has passed. */
  conversation.subscribe(() => {
    const { stage, conversationId, view } = conversation.session();
    if (stage.at === "closed" && stage.code === CLOSE.unauthorised)
      void doorman.ask({ type: "void", credential: shown, known: view !== null });
    if (view !== null && !isLearning) {
      const { phase } = view;
      const sawLimit = isOpen && alive === conversationId && "ended" in phase && phase.ended.reason === "expired";
      if (sawLimit && doorman.now().at === "chatting") {
        isLearning = true;
        void doorman.renew(false).then((answer) => {
          isLearning = false;
          // Without an answer it is asked again at the next change.
          if (answer) alive = null;
        });
      } else alive = "ended" in phase ? null : conversationId;
    }
    changed();
  });

  const start = async (wish: { name?: string; page?: string }, startNew: boolean): Promise<void> => {
    if (doorman.now().at === "idle") await doorman.ask({ type: "look-up" });
    await doorman.ask({ type: "start", wish: { ...wish, startNew } });
  };

  return {
    snapshot,
    subscribe,
    lookUp: () => doorman.ask({ type: "look-up" }),
    signedIn: async () => {
      const before = site.named();
      const token = await site.ask(false).catch(() => undefined);
      const now = doorman.now();
      const isKnown = token !== undefined && before !== null;
      const isSame = before === site.named();
      const stands = now.at !== "idle" && now.at !== "refused" && now.at !== "unreachable";
      if (isKnown && isSame && stands) return doorman.ask();
      // Nobody but the server can tell whose it is: until it did, nobody sees what was another's.
      if (isOwned(accessOf(now))) dispatch({ type: "detach" });
      if (isKnown && !isSame) dispatch({ type: "draft", text: "" });
      return doorman.ask({ type: "look-up" });
    },
    signOut: () => {
      site.forget();
      void doorman.ask({ type: "sign-out" });
    },
    openLink: (token) => doorman.ask({ type: "look-up" }, token),
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
