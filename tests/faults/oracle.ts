import { setTimeout as sleep } from "node:timers/promises";
import type { Entry } from "#protocol/entries.ts";
import type { View } from "#protocol/view.ts";
import type { Frame } from "../support/frames.ts";
import type { AgentPeer } from "../support/peers.ts";
import type { Record } from "./judge.ts";
import { toLine } from "./watch.ts";

/** A conversation as the server has it. */
export interface Truth extends Record {
  view: View;
  /** The verified customer's `sub`. */
  subject: string | null;
  /** Until when its end takes units. */
  blocks: number | "close" | null;
  seen: { customer: number; agent: number };
}

/** Reads a whole conversation, with nothing of our own client: by an overseer's socket and its pages of history. */
export async function readTruth(overseer: AgentPeer, conversationId: string): Promise<Truth> {
  for (let attempt = 1; ; attempt += 1) {
    const read = await readOnce(overseer, conversationId).catch((error: unknown) => {
      // Just after a restart the very first attempt may meet the old process.
      if (attempt === 5) throw error;
      return null;
    });
    if (read !== null) return read;
    await sleep(100);
  }
}

async function readOnce(overseer: AgentPeer, conversationId: string): Promise<Truth> {
  const socket = await overseer.connect(conversationId);
  const welcome = await socket.take("welcome");
  let entries = welcome["entries"] as Entry[];
  for (let { hasBefore }: Frame = welcome; hasBefore === true;) {
    const before = entries[0]?.seq ?? 0;
    socket.send({ type: "history", before });
    const page = await socket.take((frame) => frame.type === "history" && frame["before"] === before);
    entries = [...(page["entries"] as Entry[]), ...entries];
    hasBefore = page["hasBefore"] as boolean;
  }
  socket.close();
  const { holdSeconds, limitSeconds, subject, blocks } = welcome["backstage"] as Frame;
  return {
    lines: entries.map(toLine),
    holdSeconds: holdSeconds as number,
    limitSeconds: limitSeconds as number,
    subject: subject as string | null,
    blocks: blocks as Truth["blocks"],
    view: welcome["view"] as View,
    seen: welcome["seen"] as Truth["seen"],
  };
}
