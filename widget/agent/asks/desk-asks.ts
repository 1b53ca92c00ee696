import type { ListAsks } from "../list/list.ts";
import type { HeaderAsks } from "../list/header.ts";
import type { PastAsks } from "../past/past-pane.ts";
import type { SearchAsks } from "../past/search-panel.ts";
import type { AgentApi, Answer } from "../../client/agent.ts";
import type { Asking, AskHost } from "./asking.ts";

export interface DeskAsks extends ListAsks, HeaderAsks, SearchAsks, PastAsks {
  leave(): void;
  reconnect(): void;
  dismiss(): void;
  signOut(): void;
}

/** What is done at the desk: with offers, the queue, one's presence, and what is over. */
export function deskAsks(host: AskHost, { current, ask, keepNotes, handOn }: Asking): DeskAsks {
  const asked = (with_: (api: AgentApi) => void): void => {
    if (host.api !== null) with_(host.api);
  };
  const open = (id: string | null): void => {
    void keepNotes();
    host.show({ said: "", dialog: null, mode: "reply", detailed: false });
    host.past.leave();
    host.workplace?.select(id);
  };
  /** What one asks for is what one wants to see, unless one has opened another meanwhile. */
  const opened = async (id: string, asking: Promise<Answer> | undefined): Promise<Answer> => {
    const before = host.workplace?.snapshot().selected;
    const answer = (await asking) ?? { ok: true };
    if (answer.ok && host.workplace?.snapshot().selected === before) open(id);
    return answer;
  };
  return {
    setPresence: (presence) => {
      host.show({ goingOffline: false });
      ask(handOn(() => host.workplace?.desk.setPresence(presence)));
    },
    setGoingOffline: (goingOffline) => host.show({ goingOffline }),
    dismiss: () => host.show({ said: "" }),
    signOut: () => void keepNotes().then(() => host.signOut()),
    reconnect: () => {
      host.workplace?.desk.reconnect();
      current()?.reconnect();
    },
    open,
    leave: () => open(null),
    accept: (offerId, id) => ask(opened(id, host.workplace?.desk.accept(offerId))),
    decline: (offerId) => ask(host.workplace?.desk.decline(offerId)),
    take: (id) => ask(opened(id, host.workplace?.desk.take(id))),
    search: () =>
      asked((api) => {
        host.finder.open(api);
        host.focusSearch();
      }),
    look: (wanted) => asked((api) => host.finder.look(api, wanted)),
    moreResults: () => asked((api) => host.finder.more(api)),
    leaveSearch: () => host.finder.close(),
    openPast: (record) =>
      asked((api) => {
        open(null);
        host.past.open(api, record);
      }),
    leavePast: () => host.past.leave(),
    readOn: () => asked((api) => void host.past.more(api)),
  };
}
