import type * as v from "valibot";
import { CLOSE } from "#protocol/codes.ts";
import { decode, frameType } from "#protocol/decode.ts";
import { AgentServerFrame, ServerFrame } from "#protocol/frames.ts";
import type { Bye } from "#protocol/frames.ts";

type Goodbye = v.InferOutput<typeof Bye>;

/**
 * Reads what a server says. Frames of types that are not known are passed over; one of a `vital` type that cannot be read
 * ends the line for good, since whoever cannot follow would hear the same again and again.
 */
export function createReader<S extends v.GenericSchema>(
  schema: S,
  vital: readonly string[],
): (text: string) => v.InferOutput<S> | Goodbye | null {
  return (text) => {
    const frame = decode(schema, text);
    if (frame.ok) return frame.value;
    return vital.includes(frameType(text) ?? "") ? { type: "bye", code: CLOSE.protocol } : null;
  };
}

const VITAL = ["welcome", "page", "update"];

/** Reads what a conversation's server says, to anybody and to agents. */
export const readServerFrame = createReader(ServerFrame, VITAL);
export const readAgentFrame = createReader(AgentServerFrame, VITAL);
