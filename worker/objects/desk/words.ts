import * as v from "valibot";
import { AgentRef } from "#protocol/basics.ts";
import { check } from "#protocol/decode.ts";
import type { DeskCommand, DeskEffect, Word } from "../../core/desk/command.ts";
import type { AssignAnswer, Summary, UnassignReason } from "../../core/summary.ts";

/** The part of a conversation that the desk speaks to; each answers null if there is no such conversation. */
export interface ConversationEar {
  assign(offerId: string, agent: AgentRef): Promise<AssignAnswer | null>;
  unassign(offerId: string, reason: UnassignReason, at: number): Promise<Summary | null>;
  agentConnection(offerId: string, connected: boolean): Promise<void>;
  placed(place: number | null): Promise<void>;
  report(): Promise<Summary | null>;
}

const conversationId = v.string();
/** A word as it waits in the outbox. */
const StoredWord: v.GenericSchema<unknown, Word> = v.variant("type", [
  v.object({ type: v.literal("assign"), conversationId, offerId: v.string(), agent: AgentRef }),
  v.object({
    type: v.literal("unassign"),
    conversationId,
    offerId: v.string(),
    agentId: v.string(),
    reason: v.picklist(["disconnected", "offline"]),
    at: v.number(),
  }),
  v.object({
    type: v.literal("connection"),
    conversationId,
    offerId: v.string(),
    agentId: v.string(),
    connected: v.boolean(),
  }),
  v.object({ type: v.literal("place"), conversationId, place: v.nullable(v.number()) }),
  v.object({ type: v.literal("report"), conversationId }),
]);

/** The words among the effects, each with the topic under which a newer one replaces it. */
export function wordsOf(effects: readonly DeskEffect[]): { topic: string; body: Word }[] {
  return effects.flatMap((effect) =>
    effect.type === "reply" || effect.type === "feed"
      ? []
      : [{ topic: `${effect.type}:${effect.conversationId}`, body: effect }],
  );
}

/** Tells one word and returns what its answer means for the desk; null if that is nothing. Rejects if it was not confirmed. */
export async function tellWord(
  conversation: (id: string) => ConversationEar,
  topic: string,
  body: unknown,
): Promise<DeskCommand | null> {
  const read = check(StoredWord, body);
  if (!read.ok) throw new Error(`unreadable word on ${topic}: ${read.problem}`);
  const word = read.value;
  const ear = conversation(word.conversationId);
  switch (word.type) {
    case "assign": {
      const answer = await ear.assign(word.offerId, word.agent);
      return answer === null ? unknown(word) : { ...pick(word), type: "assign-answered", answer };
    }
    case "unassign": {
      const summary = await ear.unassign(word.offerId, word.reason, word.at);
      return summary === null ? unknown(word) : { ...pick(word), type: "unassign-answered", summary };
    }
    case "connection":
      await ear.agentConnection(word.offerId, word.connected);
      return null;
    case "place":
      await ear.placed(word.place);
      return null;
    case "report": {
      const summary = await ear.report();
      return summary === null ? unknown(word) : { type: "summary", summary };
    }
  }
}

function pick({ conversationId, offerId }: { conversationId: string; offerId: string }): {
  conversationId: string;
  offerId: string;
} {
  return { conversationId, offerId };
}

function unknown({ conversationId }: Word): DeskCommand {
  return { type: "unknown-conversation", conversationId };
}
