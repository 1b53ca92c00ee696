import type { Frame, RawSocket } from "./frames.ts";
import type { Access } from "./peers.ts";
import { randomId } from "./peers.ts";
import type { Shop } from "./shop.ts";

/** A customer's live page: the socket, and what it was welcomed with. */
export interface Page {
  access: Access;
  socket: RawSocket;
  welcome: Frame;
}

/** Starts and connects. */
export async function openChat(shop: Shop, body: object = {}): Promise<Page> {
  const access = await shop.browser().begin(body);
  return reconnect(shop, access);
}

/** Connects with a credential; from a cursor if one is given. */
export async function reconnect(
  shop: Shop,
  access: Access,
  query: Record<string, string | number> = {},
): Promise<Page> {
  const socket = shop.browser().connect(access, query);
  return { access, socket, welcome: await socket.take("welcome") };
}

export const say = (socket: RawSocket, text: string) => socket.ask({ type: "message", id: randomId(), text });

/** The next view in this state. */
export const untilState = (socket: RawSocket, state: string) =>
  socket.take((frame) => frame["view"]?.phase.state === state && (frame.type === "update" || frame.type === "welcome"));

/** The next entry of this event, wherever it comes. */
export const untilEvent = (socket: RawSocket, type: string) =>
  socket.take(
    (frame) => (frame["entries"] as Frame[] | undefined)?.some((entry) => entry["what"]?.type === type) ?? false,
  );

/** Signs an agent on: present at the desk and available. */
export async function onDuty(agent: { desk: () => Promise<RawSocket> }): Promise<RawSocket> {
  const desk = await agent.desk();
  await desk.take("desk");
  await desk.ask({ type: "presence", id: randomId(), presence: "available" });
  return desk;
}

/** The next desk feed that fits. */
export const untilDesk = (desk: RawSocket, fits: (feed: Frame) => boolean) =>
  desk.take((frame) => frame.type === "desk" && fits(frame));
