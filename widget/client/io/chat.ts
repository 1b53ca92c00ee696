import type { Access } from "#protocol/bodies.ts";
import { CLOSE } from "#protocol/codes.ts";
import type { EntranceEvent, EntranceState } from "../core/entrance.ts";
import { accessOf, isOwned, OUTSIDE } from "../core/entrance.ts";
import { stepEntrance } from "../core/entrance-step.ts";
import { isOver } from "../core/session.ts";
import { createAccessStore } from "./access-store.ts";
import type { Chat, ChatOptions, ChatView } from "./chat-options.ts";
import { createConversation } from "./conversation.ts";
import { createCustomerApi } from "./customer-api.ts";
import { createDoorman } from "./doorman.ts";
import { createEndWatch } from "./end-watch.ts";
import { socketBase } from "./http.ts";
import { readServerFrame } from "./reader.ts";
import { run } from "./runner.ts";
import { createSubscribers } from "./subscribers.ts";

/** A customer's chat with one widget: the entrance before it, the conversation within. */
export function createChat(options: ChatOptions): Chat {
  const { baseUrl, widgetId, ports } = options;
  const prefix = `rejoin:${widgetId}:`;
  const access = createAccessStore(ports, prefix);
  const subscribers = createSubscribers();
  /** The person did something on this page. */
  let touched = false;
  /** What the socket was opened with. */
  let shown = "";
  let snapshot: ChatView | null = null;

  /** Another tab may have moved, and its event may be late, or lost on a page that was frozen. */
  const compare = (): void => entrance.dispatch({ type: "stored-elsewhere", access: access.load() });

  const doorman = createDoorman(options, createCustomerApi(ports.fetch, baseUrl, widgetId), access, {
    dispatch: (event) => entrance.dispatch(event),
    compare,
    turn: () => entrance.state().turn,
    inside: () => accessOf(entrance.state().now),
    panelOpen: () => watch.isOpen(),
    mayMove: (conversationId) => watch.mayMove(conversationId),
  });
  const watch = createEndWatch(
    () => entrance.state().now.at === "chatting",
    () => doorman.renew(false),
  );
  const conversation = createConversation({
    role: "customer",
    ports,
    prefix,
    socketUrl: `${socketBase(baseUrl)}/v1/conversation/socket`,
    authorise: async (fresh) => {
      const key = await doorman.authorise(fresh);
      if ("key" in key) shown = key.key;
      return key;
    },
    read: readServerFrame,
  });

  const clear = (of: Access | null | "everything"): void => {
    const stored = access.load();
    if (of === "everything" || stored === null || stored.credential === of?.credential) return access.clear();
    if (of !== null && of.conversationId !== stored.conversationId) access.clear(of.conversationId);
    // By then what is stored now may have been written over.
    queueMicrotask(compare);
  };

  const entrance = run<EntranceState, EntranceEvent, ReturnType<typeof stepEntrance>["effects"][number]>(
    { start: OUTSIDE, step: stepEntrance, deadline: () => null, tick: { type: "retry" } },
    ports,
    (effect) => {
      switch (effect.type) {
        case "gather":
          return void doorman.gather(effect.turn);
        case "ask-resume":
          return void doorman.askResume(effect.turn, effect.proofs, effect.continue);
        case "ask-start":
          return void doorman.askStart(effect.turn, effect.wish, effect.replaces, effect.known);
        case "save":
          access.save(effect.access);
          return effect.started ? access.started() : undefined;
        case "clear":
          clear(effect.of);
          conversation.dispatch({ type: "detach" });
          return effect.draft ? conversation.dispatch({ type: "draft", text: "" }) : undefined;
        case "attach": {
          const { access: now, via } = effect;
          const session = conversation.session();
          const isQuiet = session.conversationId === now.conversationId ? session.quiet : via === "link" && !touched;
          return conversation.attach(now.conversationId, isQuiet, isOwned(now) ? doorman.named() : null);
        }
        case "detach":
          return conversation.dispatch({ type: "detach" });
        case "hang-up":
          return conversation.dispatch({ type: "disconnect" });
        case "redirect":
          return ports.page.redirect(effect.url);
      }
    },
    () => changed(),
  );

  function changed(): void {
    snapshot = null;
    subscribers.notify();
  }

  /** What the conversation came to can concern the entrance: its credential is void, or its limit has passed. */
  conversation.subscribe(() => {
    const session = conversation.session();
    const { stage } = session.connection;
    if (stage.at === "closed" && stage.code === CLOSE.unauthorised)
      entrance.dispatch({ type: "void", credential: shown, known: session.view !== null });
    watch.look(session);
    changed();
  });
  const unfollow = access.onChange(compare);
  const deafen = ports.page.listen(({ type }) => (type === "resume" || type === "hint" ? compare() : undefined));

  /** Says an event, and waits until the questions that it raised are answered. */
  const ask = (event: EntranceEvent): Promise<void> => {
    entrance.dispatch(event);
    return doorman.settled();
  };
  const start = async (wish: { name?: string; page?: string }, startNew: boolean): Promise<void> => {
    if (entrance.state().now.at === "idle") await ask({ type: "look-up" });
    await ask({ type: "start", wish: { ...wish, startNew } });
  };
  const { dispatch, request } = conversation;

  return {
    snapshot: () => (snapshot ??= { ...conversation.snapshot(), entrance: entrance.state().now }),
    subscribe: subscribers.subscribe,
    lookUp: () => ask({ type: "look-up" }),
    signedIn: async () => {
      const person = await doorman.person();
      const { now } = entrance.state();
      const stands = now.at !== "idle" && now.at !== "refused" && now.at !== "unreachable";
      if (person === "same" && stands) return doorman.settled();
      // Nobody but the server can tell whose it is: until it did, nobody sees what was another's.
      if (isOwned(accessOf(now))) dispatch({ type: "detach" });
      if (person === "other") dispatch({ type: "draft", text: "" });
      return ask({ type: "look-up" });
    },
    signOut: () => {
      doorman.forgetPerson();
      entrance.dispatch({ type: "sign-out" });
    },
    openLink: (token) => {
      doorman.giveLink(token);
      return ask({ type: "look-up" });
    },
    retry: () => ask({ type: "retry" }),
    continue: () => ask({ type: "continue" }),
    start: (wish = {}) => start(wish, false),
    startNew: (wish = {}) => start(wish, true),
    dismiss: () => entrance.dispatch({ type: "dismiss" }),
    send: conversation.send,
    resend: (key) => dispatch({ type: "retry", id: key }),
    discard: (key) => dispatch({ type: "discard", id: key }),
    setDraft: (text) => dispatch({ type: "draft", text }),
    typing: (on) => dispatch({ type: "typing", on }),
    seen: (seq) => dispatch({ type: "seen", seq }),
    loadEarlier: () => dispatch({ type: "load-earlier" }),
    end: async () => (isOver(conversation.session()) ? { ok: true } : request({ type: "end" })),
    makeLink: () => request({ type: "make-link" }),
    revokeLinks: (linkId) => request({ type: "revoke-links", ...(linkId === undefined ? {} : { linkId }) }),
    activity: () => {
      touched = true;
      dispatch({ type: "activity" });
    },
    setOpen: watch.setOpen,
    reconnect: () => {
      dispatch({ type: "connect" });
      dispatch({ type: "hint" });
    },
    drop: () => dispatch({ type: "suspend", held: true }),
    return: () => dispatch({ type: "resume" }),
    dispose: () => {
      unfollow();
      deafen();
      conversation.dispose();
      entrance.dispose();
    },
  };
}
