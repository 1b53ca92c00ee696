import { plainScreen } from "../panel/screen.ts";
import type { Screen } from "../panel/screen.ts";
import type { ChatView, Entrance } from "../../client/customer.ts";

/** `reading`: the person asked to read what was said in a chat that they came too late for. */
export function screenOf(chat: ChatView, reading: boolean): Screen {
  const { entrance, view, draft } = chat;
  switch (entrance.at) {
    case "offer":
      return { is: "prompt", offer: entrance.offer };
    case "chatting": {
      const phase = view?.phase;
      return phase !== undefined && "ended" in phase ? { is: "over", ended: phase.ended } : { is: "chat" };
    }
    case "ended": {
      const readable = entrance.access !== null;
      return readable && reading
        ? { is: "over", ended: entrance.ended }
        : { is: "ended", ended: entrance.ended, readable };
    }
    case "unreachable":
      return entrance.code === "elsewhere"
        ? { is: "elsewhere" }
        : { is: "unreachable", what: entrance.again.ask, text: entrance.again.ask === "start" ? draft : "" };
    case "refused":
      return { is: "refused" };
    default:
      return plainScreen(chat);
  }
}

/** The screen after another: what is asked again stays on it until there is an answer. */
export function nextScreen(last: Screen, view: ChatView, reading: boolean): Screen {
  const next = screenOf(view, reading);
  const asking = next.is === "loading" || (next.is === "welcome" && next.starting);
  return asking && last.is === "unreachable" ? last : next;
}

/** What became of the link by which a page came. */
export type Link = "none" | "asked" | "dead";

/** Unknown, cut off, revoked, another's: it is the same for all of them. */
export function linkAfter(link: Link, { at }: Entrance): Link {
  if (at === "chatting" || at === "offer" || at === "ended") return "none";
  return at === "none" && link === "asked" ? "dead" : link;
}
