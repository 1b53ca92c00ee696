import type { Access } from "#protocol/bodies.ts";
import { accessOf, isOwned } from "./entrance.ts";
import type { EntranceEffect, EntranceEvent, EntranceState, EntranceStep } from "./entrance.ts";
import { ASKED, join, lookUp, stay, to, turnTo } from "./entrance-moves.ts";

/** Another tab of this browser moved: it and this one show one conversation. */
export function follow(before: EntranceState, access: Access | null): EntranceStep {
  const { now } = before;
  // A start that is under way looks at the storage itself, and its answer decides.
  if (access?.credential === before.known?.credential || now.at === "idle" || now.at === "starting")
    return stay(before);
  const state = { ...before, known: access };
  if (now.at === "unreachable" && now.code === "elsewhere") return stay(state);
  // What is being asked was asked with what is not there any more.
  if (now.at === "looking-up") return lookUp(state, now);
  const mine = accessOf(now);
  if (access === null) return mine === null ? stay(state) : turnTo(state, { at: "none" }, [{ type: "detach" }]);
  if (mine?.conversationId === access.conversationId) {
    if (now.at !== "chatting") return to(state, now.at === "ended" ? { ...now, access } : now);
    const { via } = now;
    // Claimed by whoever signed in there: what is said here is theirs from now on.
    const claimed = isOwned(access) && !isOwned(mine);
    return to(state, { ...now, access }, claimed ? [{ type: "attach", access, via }] : []);
  }
  // Somebody's own: only with their identity, and the server alone can tell.
  return access.identityUntil === null ? join(state, access) : lookUp(state, { continue: false, follows: true });
}

/** A credential that opens nothing is forgotten, and the question asked anew; but not of a server that only just gave it. */
export function isVoid(state: EntranceState, event: EntranceEvent & { type: "void" }): EntranceStep {
  const { now } = state;
  if ((now.at !== "chatting" && now.at !== "ended") || now.access === null) return stay(state);
  const { access } = now;
  const via = now.at === "chatting" ? now.via : "credential";
  // The one that was refused had been replaced meanwhile.
  if (access.credential !== event.credential) return { state, effects: [{ type: "attach", access, via }] };
  const clear: EntranceEffect[] = [{ type: "clear", of: access, draft: false }, { type: "detach" }];
  const rest = { ...state, known: null };
  return event.known || via === "credential" || via === "other-tab"
    ? lookUp(rest, ASKED, clear)
    : to(rest, { at: "unreachable", code: "unauthorised", again: { ask: "look-up", continue: false } }, clear);
}
