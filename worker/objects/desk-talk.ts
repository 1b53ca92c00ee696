import * as v from "valibot";
import { decode, frameType } from "#protocol/decode.ts";
import { DeskClientFrame } from "#protocol/desk-frames.ts";
import type { DeskCommand } from "../core/desk-command.ts";
import type { Consoles } from "./desk-consoles.ts";
import { sendError, sendFrame } from "./sockets.ts";

const KNOWN: ReadonlySet<string> = new Set(DeskClientFrame.options.map((option) => option.entries.type.literal));
const WithId = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** Reads one frame of a console: the command that it means, or null if there is nothing to decide. Whatever cannot be read is answered. */
export function hearConsole(consoles: Consoles, socket: WebSocket, text: string): DeskCommand | null {
  const frame = decode(DeskClientFrame, text);
  if (!frame.ok) {
    answerUnread(socket, text);
    return null;
  }
  const said = frame.value;
  if (said.type === "visibility") {
    consoles.setHidden(socket, said.hidden);
    return null;
  }
  const { agentId, tab } = consoles.seatOf(socket);
  const asker = { agentId, tab, id: said.id };
  switch (said.type) {
    case "presence":
      return { type: "presence", asker, presence: said.presence };
    case "accept":
    case "decline":
      return { type: said.type, asker, offerId: said.offerId };
    case "take":
      return { type: "take", asker, conversationId: said.conversationId };
  }
}

/** A request that cannot be read gets its nack, so that nothing stays unanswered; the rest an error by name. */
function answerUnread(socket: WebSocket, text: string): void {
  const type = frameType(text);
  if (type === null) return sendError(socket, "bad-frame");
  if (!KNOWN.has(type)) return sendError(socket, "unknown-frame", type);
  const request = decode(WithId, text);
  if (!request.ok) return sendError(socket, "bad-frame", type);
  sendFrame(socket, { type: "nack", id: request.value.id, code: "bad-frame" });
}
