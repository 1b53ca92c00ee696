import type { DeskCommand } from "./command.ts";
import type { DeskState } from "./state.ts";

/**
 * Closed is terminal: what comes late of a conversation that closed is an echo, by which only time passes. Which closed is
 * history, and grows; so it is not part of the state but asked for, and only of a conversation that the desk does not have.
 */
export function withoutEcho(
  state: DeskState,
  command: DeskCommand,
  isClosed: (conversationId: string) => boolean,
): DeskCommand {
  const id = conversationOf(command);
  return id !== null && !state.items.has(id) && isClosed(id) ? { type: "clock" } : command;
}

/** The conversation that a command brings word of; null if it is about none. */
function conversationOf(command: DeskCommand): string | null {
  switch (command.type) {
    case "summary":
      return command.summary.conversationId;
    case "assign-answered":
    case "unassign-answered":
    case "unknown-conversation":
      return command.conversationId;
    default:
      return null;
  }
}
