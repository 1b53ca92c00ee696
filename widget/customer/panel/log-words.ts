import type { Happening } from "#protocol/entries.ts";
import type { Delivery } from "../../client/customer.ts";
import type { LogWords } from "../../parts/log-rows.ts";
import type { ChatTexts } from "../texts/texts.ts";
import type { Words } from "../words/words.ts";

function eventText(what: Happening, texts: ChatTexts, say: Words): string | null {
  switch (what.type) {
    case "joined":
    case "left":
      return say(texts[what.type], { name: what.agent.name });
    case "back":
      return say(texts.youWereAway, { time: say.span(what.afterSeconds * 1_000) });
    case "ended":
      return say(
        what.by === "limit" ? texts.endedByLimit : what.by === "customer" ? texts.endedByYou : texts.endedByAgent,
      );
    default:
      return null;
  }
}

function deliveryText({ is }: Delivery, texts: ChatTexts): string {
  switch (is) {
    case "waiting":
      return texts.waitingForNetwork;
    case "delivered":
      return texts.sent;
    case "failed":
      return texts.notDelivered;
    default:
      return texts[is];
  }
}

/** What a customer reads in the transcript. */
export function logWords(texts: ChatTexts, say: Words, now: () => number, body: LogWords["body"]): LogWords {
  return {
    label: texts.messages,
    earlier: texts.earlier,
    toNewest: texts.toNewest,
    retry: texts.tryAgain,
    discard: texts.discard,
    typing: "",
    event: (what) => eventText(what, texts, say),
    delivery: (delivery) => deliveryText(delivery, texts),
    author: ({ mine, agentName }) => (mine ? texts.you : (agentName ?? "")),
    time: (at) => say.time(at),
    exact: (at) => say.exact(at),
    day: (at) => say.day(at, now()),
    body,
  };
}
