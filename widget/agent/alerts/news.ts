import { clockTime } from "../time.ts";

/** What a console knows of one conversation at a moment, as far as it makes news. */
export interface Standing {
  name: string;
  state: "open" | "active" | "waiting" | "wrap-up";
  present: boolean;
  holdUntil: number | null;
  resumableUntil: number | null;
  unread: number;
}

/** All of one's own, and what is offered to one, by conversation. */
export interface Stand {
  /** `asked`: by hand, so that there is something to do; what is given automatically is on its way already. */
  offers: ReadonlyMap<string, { name: string; asked: boolean }>;
  mine: ReadonlyMap<string, Standing>;
}

/** Something that an agent is to learn, also while they look elsewhere. */
export interface News {
  conversationId: string;
  is: "offered" | "assigned" | "message" | "dropped" | "back" | "hold-over" | "ended" | "gone";
  name: string;
  /** As it is read out. */
  text: string;
}

function changeOf(was: Standing, is: Standing): { is: News["is"]; text: string } | null {
  const { name } = is;
  if (was.state !== is.state) {
    if (is.state === "wrap-up") return { is: "ended", text: `The conversation with ${name} has ended.` };
    if (is.state === "waiting") {
      const until = is.resumableUntil === null ? "" : ` They can still return until ${clockTime(is.resumableUntil)}.`;
      return { is: "hold-over", text: `The hold for ${name} ended; your slot is free.${until}` };
    }
    return is.state === "active" ? { is: "assigned", text: `${name} is back with you.` } : null;
  }
  if (is.state === "active" && was.present && !is.present) {
    const until = is.holdUntil === null ? "" : ` Your slot is kept until ${clockTime(is.holdUntil)}.`;
    return { is: "dropped", text: `${name} disconnected.${until}` };
  }
  if (is.state === "active" && !was.present && is.present) return { is: "back", text: `${name} is back.` };
  return is.unread > was.unread ? { is: "message", text: `New message from ${name}.` } : null;
}

/** What is new since: each thing once. Nothing is while nothing was known before. */
export function newsOf(before: Stand | null, after: Stand): readonly News[] {
  if (before === null) return [];
  const news: News[] = [];
  for (const [conversationId, { name, asked }] of after.offers)
    if (asked && before.offers.get(conversationId)?.asked !== true)
      news.push({ conversationId, is: "offered", name, text: `${name} is offered to you.` });
  for (const [conversationId, standing] of after.mine) {
    const { name } = standing;
    const was = before.mine.get(conversationId);
    const change = was === undefined ? null : changeOf(was, standing);
    if (change !== null) news.push({ conversationId, name, ...change });
    else if (was === undefined && standing.state === "active" && before.offers.get(conversationId)?.asked !== true)
      news.push({ conversationId, is: "assigned", name, text: `New conversation: ${name}.` });
  }
  for (const [conversationId, { name, state }] of before.mine)
    if (state === "active" && !after.mine.has(conversationId))
      news.push({ conversationId, is: "gone", name, text: `${name} is no longer with you.` });
  return news;
}

/** How many conversations wait for the agent to do something: what the page's title counts. */
export function needy({ offers, mine }: Stand): number {
  return (
    [...offers.values()].filter(({ asked }) => asked).length +
    [...mine.values()].filter(({ unread }) => unread > 0).length
  );
}
