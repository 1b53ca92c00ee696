import * as v from "valibot";
import type { ErrorCode } from "#protocol/errors.ts";
import { decode, frameType } from "#protocol/decode.ts";
import { sendError, sendFrame } from "./sockets.ts";

const WithId = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** A kind of frame as its schema names it: `v.variant("type", [...])`. */
interface Frames {
  readonly options: readonly { readonly entries: { readonly type: { readonly literal: string } } }[];
}

/** The frame types that these schemas know. */
export function typesOf(...frames: readonly Frames[]): ReadonlySet<string> {
  return new Set(frames.flatMap(({ options }) => options.map((option) => option.entries.type.literal)));
}

/**
 * Answers a frame that could not be read: a request gets its nack, so that nothing stays unanswered; the rest an error by name.
 * `code` says what is wrong with a frame of a `known` type.
 */
export function answerUnread(
  socket: WebSocket,
  text: string,
  known: ReadonlySet<string>,
  code: ErrorCode = "bad-frame",
): void {
  const type = frameType(text);
  if (type === null) return sendError(socket, "bad-frame");
  if (!known.has(type)) return sendError(socket, "unknown-frame", type);
  const request = decode(WithId, text);
  if (!request.ok) return sendError(socket, code, type);
  sendFrame(socket, { type: "nack", id: request.value.id, code });
}
