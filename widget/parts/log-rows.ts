import type { Happening } from "#protocol/entries.ts";
import type { Delivery } from "../client/customer.ts";
import type { MessageLine, Row } from "./arrange.ts";
import type { Drawn } from "./draw.ts";

/** What a transcript says on one side of the conversation. */
export interface LogWords {
  label: string;
  earlier: string;
  toNewest: string;
  retry: string;
  discard: string;
  typing: string;
  /** Null for what this side is not told. */
  event(what: Happening): string | null;
  delivery(delivery: Delivery): string;
  /** Who wrote it, above the first of a group; empty where nobody needs to be told. */
  author(line: MessageLine): string;
  time(at: number): string;
  exact(at: number): string;
  day(at: number): string;
  /** A message's text as it is drawn; text alone is never markup. */
  body(text: string): Drawn;
}

/** What a person does in a transcript. */
export type LogAction = { do: "resend" | "discard"; key: string } | { do: "earlier" } | { do: "seen"; seq: number };

type Tell = (action: LogAction) => void;

function under({ line, last, newestOfMine }: Extract<Row, { is: "message" }>, words: LogWords, tell: Tell): Drawn {
  const { key, at, seq, mine, delivery } = line;
  if (mine && delivery.is === "failed") {
    const button = (label: string, what: "resend" | "discard"): Drawn => [
      "button",
      { class: "plain", onclick: () => tell({ do: what, key }) },
      label,
    ];
    return [
      "p",
      { class: "under bad" },
      `${words.delivery(delivery)} `,
      button(words.retry, "resend"),
      " ",
      button(words.discard, "discard"),
    ];
  }
  if (!last) return null;
  const time: Drawn = seq === null ? null : ["time", { title: words.exact(at) }, words.time(at)];
  const state: Drawn = newestOfMine ? ["span", {}, words.delivery(delivery)] : null;
  return ["p", { class: "under" }, time, time && state && " · ", state];
}

/** One row of the transcript: its classes, and what stands in it. */
export function drawRow(row: Row, words: LogWords, tell: Tell): { kind: string; content: Drawn[] } {
  if (row.is === "day") return { kind: "day", content: [words.day(row.at)] };
  if (row.is === "event")
    return { kind: `event ${row.type}`, content: [["span", { title: words.exact(row.at) }, row.text]] };
  const { line, first, last } = row;
  const { mine, delivery } = line;
  const unsure = mine && (delivery.is === "waiting" || delivery.is === "sending" || delivery.is === "failed");
  const classes = ["message", mine && "mine", first && "first", last && "last", unsure && "unsure"];
  const author = first ? words.author(line) : "";
  return {
    kind: classes.filter(Boolean).join(" "),
    content: [
      author === "" ? null : ["p", { class: "author" }, author],
      ["div", { class: "bubble", part: "bubble", dir: "auto" }, words.body(line.text)],
      under(row, words, tell),
    ],
  };
}
