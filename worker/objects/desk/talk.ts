import { decode } from "#protocol/decode.ts";
import { DeskClientFrame } from "#protocol/desk-frames.ts";
import type { DeskCommand } from "../../core/desk/command.ts";
import type { Consoles } from "./consoles.ts";
import { answerUnread, typesOf } from "../unread.ts";

const KNOWN = typesOf(DeskClientFrame);

/** Reads one frame of a console: the command that it means, or null if there is nothing to decide. Whatever cannot be read is answered. */
export function hearConsole(consoles: Consoles, socket: WebSocket, text: string): DeskCommand | null {
  const frame = decode(DeskClientFrame, text);
  if (!frame.ok) {
    answerUnread(socket, text, KNOWN);
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
