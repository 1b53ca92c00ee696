import type { Delivery } from "../../client/customer.ts";
import type { LogWords } from "../../parts/log-rows.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";

const DELIVERIES: { readonly [Is in Delivery["is"]]: keyof ChatTexts } = {
  waiting: "waitingForNetwork",
  sending: "sending",
  delivered: "sent",
  seen: "seen",
  failed: "notDelivered",
};
const ENDS = { limit: "endedByLimit", customer: "endedByYou", agent: "endedByAgent" } as const;

/** What a customer reads in the transcript. */
export function logWords(texts: ChatTexts, say: Words, now: () => number, body: LogWords["body"]): LogWords {
  return {
    label: texts.messages,
    earlier: texts.earlier,
    toNewest: texts.toNewest,
    retry: texts.tryAgain,
    discard: texts.discard,
    typing: "",
    event: (what) => {
      switch (what.type) {
        case "joined":
        case "left":
          return say(texts[what.type], { name: what.agent.name });
        case "back":
          return say(texts.youWereAway, { time: say.span(what.afterSeconds * 1_000) });
        case "ended":
          return texts[ENDS[what.by]];
        default:
          return null;
      }
    },
    delivery: ({ is }) => say(texts[DELIVERIES[is]]),
    author: ({ mine, agentName }) => (mine ? texts.you : (agentName ?? "")),
    time: say.time,
    exact: say.exact,
    day: (at) => say.day(at, now()),
    body,
  };
}
