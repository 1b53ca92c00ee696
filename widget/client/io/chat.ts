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
import { socketBase } from "./http.ts";
import { run } from "./runner.ts";
import { createSubscribers } from "./subscribers.ts";

/** A customer's chat with one widget: the entrance before it, the conversation within. */
export function createChat(options: ChatOptions): Chat {
  const { baseUrl, widgetId, ports } = options;
  const prefix = `rejoin:${widgetId}:`;
  const access = createAccessStore(ports, prefix);
  const subscribers = createSubscribers();
  let panelOpen = false;
  let learntEnd = false;
  let snapshot: ChatView | null = null;

  const doorman = createDoorman(options, createCustomerApi(ports.fetch, baseUrl, widgetId), access, {
    dispatch: (event) => entrance.dispatch(event),
    inside: () => accessOf(entrance.state().now),
    panelOpen: () => panelOpen,
  });
  const conversation = createConversation({
    role: "customer",
    ports,
    prefix,
    socketUrl: `${socketBase(baseUrl)}/v1/conversation/socket`,
    authorise: doorman.authorise,
  });

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
          return void doorman.askStart(effect.turn, effect.wish, effect.replaces);
        case "save":
          return access.save(effect.access);
        case "clear":
          access.clear();
          conversation.dispatch({ type: "detach" });
          return effect.draft ? conversation.dispatch({ type: "draft", text: "" }) : undefined;
        case "attach":
          learntEnd = false;
          return conversation.attach(effect.access.conversationId, effect.via === "link");
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
      entrance.dispatch({ type: "void", known: session.view !== null });
    const phase = session.view?.phase;
    if (
      panelOpen &&
      !learntEnd &&
      isOver(session) &&
      phase !== undefined &&
      "ended" in phase &&
      phase.ended.reason === "expired"
    ) {
      learntEnd = true;
      void doorman.renew(false);
    }
    changed();
  });
  const unfollow = access.onChange((stored) => entrance.dispatch({ type: "stored-elsewhere", access: stored }));

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
    signedIn: () => {
      // Nobody but the server can tell whether this is the same person: until it did, nobody sees what was another's.
      if (isOwned(accessOf(entrance.state().now))) dispatch({ type: "detach" });
      return ask({ type: "look-up" });
    },
    signOut: () => entrance.dispatch({ type: "sign-out" }),
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
    end: () => request({ type: "end" }),
    makeLink: () => request({ type: "make-link" }),
    revokeLinks: (linkId) => request({ type: "revoke-links", ...(linkId === undefined ? {} : { linkId }) }),
    activity: () => dispatch({ type: "activity" }),
    setOpen: (open) => {
      panelOpen = open;
    },
    reconnect: () => {
      dispatch({ type: "connect" });
      dispatch({ type: "hint" });
    },
    drop: () => dispatch({ type: "suspend", held: true }),
    return: () => dispatch({ type: "resume" }),
    dispose: () => {
      unfollow();
      conversation.dispose();
      entrance.dispose();
    },
  };
}
