import { CLOSE } from "#protocol/codes.ts";
import type { ErrorCode } from "#protocol/errors.ts";
import { FRAME_BYTES, PING, PONG, SILENT_HIDDEN_MS, SILENT_VISIBLE_MS, SUBPROTOCOL } from "#protocol/limits.ts";

/** What every attachment of ours holds; survives hibernation. */
export interface Attached {
  tab: string;
  hidden: boolean;
  /** When it was opened, or last said whether it is hidden: a sign of life that the runtime does not note. */
  openedAt: number;
}

/** Sockets' attachments: written through, and kept in memory, since to read one anew is to copy it, for each socket at each event. */
export interface Attachments<A> {
  of(socket: WebSocket): A;
  put(socket: WebSocket, attachment: A): void;
}

export function createAttachments<A extends Attached>(): Attachments<A> {
  const known = new WeakMap<WebSocket, A>();
  return {
    of: (socket) => {
      const attachment = known.get(socket) ?? (socket.deserializeAttachment() as A);
      known.set(socket, attachment);
      return attachment;
    },
    put: (socket, attachment) => {
      socket.serializeAttachment(attachment);
      known.set(socket, attachment);
    },
  };
}

/** Lets the runtime answer pings without waking the object. */
export function answerPings(ctx: DurableObjectState): void {
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
}

/** Accepts an upgrade for hibernation and answers with our subprotocol alone. */
export function acceptSocket(
  ctx: DurableObjectState,
  tags: string[],
  attachment: Attached,
): { socket: WebSocket; response: Response } {
  const { 0: client, 1: socket } = new WebSocketPair();
  ctx.acceptWebSocket(socket, tags);
  socket.serializeAttachment(attachment);
  return {
    socket,
    response: new Response(null, {
      status: 101,
      webSocket: client,
      headers: { "Sec-WebSocket-Protocol": SUBPROTOCOL },
    }),
  };
}

/**
 * Refuses an upgrade in the only way that a browser can tell apart from network trouble: by accepting and closing with a listed
 * code. A subprotocol is named only to who offered it: to others the answer would be a broken handshake, and the code unseen.
 */
export function refuseSocket(request: Request, code: number): Response {
  const { 0: client, 1: socket } = new WebSocketPair();
  socket.accept();
  socket.close(code);
  const offered =
    request.headers
      .get("sec-websocket-protocol")
      ?.split(",")
      .map((name) => name.trim()) ?? [];
  const headers = offered.includes(SUBPROTOCOL) ? { "Sec-WebSocket-Protocol": SUBPROTOCOL } : undefined;
  return new Response(null, { status: 101, webSocket: client, ...(headers === undefined ? {} : { headers }) });
}

/** The sockets that can be sent to, of one tag or all. `getWebSockets` also lists those that are closing. */
export function openSockets(ctx: DurableObjectState, tag?: string): WebSocket[] {
  return ctx.getWebSockets(tag).filter((socket) => socket.readyState === WebSocket.OPEN);
}

/**
 * Answers the other side's close frame, which hibernating sockets must do themselves. A bare `close()` arrives as 1005,
 * which cannot be echoed; 1006 and 1015 were never sent.
 */
export function answerClose(socket: WebSocket, code: number): void {
  if (code === 1006 || code === 1015) return;
  closeSocket(socket, code === 1005 ? 1000 : code);
}

/**
 * Ends a socket from our side, and says so in a frame first. The close handshake alone is slow here: after a close that the server
 * began, workerd keeps the TCP connection until the object leaves memory, and clients wait for its end (2 s in
 * Chromium, without limit in Node) before they report the close.
 */
export function endSocket(socket: WebSocket, code: number): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  sendFrame(socket, { type: "bye", code });
  closeSocket(socket, code);
}

/** Closes, whatever state the socket is in. */
function closeSocket(socket: WebSocket, code: number): void {
  try {
    socket.close(code);
  } catch {
    // It is closed already.
  }
}

/** Sends a frame; a socket that broke in between learns it by its close event. */
export function sendFrame(socket: WebSocket, frame: object): void {
  sendText(socket, JSON.stringify(frame));
}

/** The same for a frame that many get, and that is written once. */
export function sendText(socket: WebSocket, text: string): void {
  try {
    socket.send(text);
  } catch {
    // It is closed already, and its close event follows.
  }
}

/** The last sign of life that the runtime has seen of this socket. */
export function lastSign(ctx: DurableObjectState, socket: WebSocket, attached: Attached): number {
  return Math.max(attached.openedAt, ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0);
}

/** When this socket counts as dead if nothing more is heard of it. */
export function deadAt(ctx: DurableObjectState, socket: WebSocket, attached: Attached): number {
  return lastSign(ctx, socket, attached) + (attached.hidden ? SILENT_HIDDEN_MS : SILENT_VISIBLE_MS);
}

/** The text of a frame, or null if it is too large or binary; then the socket was answered, and closed if too large. */
export function frameText(socket: WebSocket, data: string | ArrayBuffer): string | null {
  const bytes = typeof data === "string" ? data.length : data.byteLength;
  if (
    bytes > FRAME_BYTES ||
    (typeof data === "string" && bytes * 3 > FRAME_BYTES && new TextEncoder().encode(data).length > FRAME_BYTES)
  ) {
    endSocket(socket, CLOSE.tooLarge);
    return null;
  }
  if (typeof data === "string") return data;
  sendError(socket, "bad-frame");
  return null;
}

export function sendError(socket: WebSocket, code: ErrorCode, ref?: string): void {
  sendFrame(socket, { type: "error", code, ...(ref === undefined ? {} : { ref }) });
}
