import type { Offer } from "#protocol/bodies.ts";
import type { Ending } from "#protocol/view.ts";
import type { ChatView } from "../../client/customer.ts";

/** Which of its screens the chat shows. */
export type Screen =
  | { is: "loading" }
  | { is: "welcome"; starting: boolean }
  | { is: "prompt"; offer: Offer }
  | { is: "chat" }
  /** Over, and its words stand above. */
  | { is: "over"; ended: Ending | null }
  /** Too late. `readable`: what was said can be had still. */
  | { is: "ended"; ended: Ending | null; readable: boolean }
  /** `text`: what was written for the chat that could not be started. */
  | { is: "unreachable"; text: string; what: "look-up" | "start" }
  /** Another tab of this browser has another person's chat. */
  | { is: "elsewhere" }
  | { is: "refused" };

/** As far as it can be told without the rest: what is beyond the chat itself waits for that. */
export function plainScreen({ entrance: { at }, view }: ChatView): Screen {
  if (at === "none" || at === "starting") return { is: "welcome", starting: at === "starting" };
  const goesOn = at === "chatting" && !(view !== null && "ended" in view.phase);
  return { is: goesOn ? "chat" : "loading" };
}
