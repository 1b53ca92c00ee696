import { openChat } from "./io/chat.ts";
import type { Chat, ChatOptions } from "./io/chat-options.ts";
import { createReturning } from "./io/returning.ts";

/** The customer's side: a chat with one widget. Framework-free; give it `browserPorts()` or `nodePorts(origin)`. */
export const createChat = (options: ChatOptions): Chat => openChat(options, (hall) => createReturning(hall));

export type { Opening } from "./io/chat.ts";
export type { Chat, ChatOptions, ChatView } from "./io/chat-options.ts";
export type { Sent } from "./io/conversation.ts";
export type { Delivery, Line, Status } from "./core/chat-view.ts";
export type { Entrance, Via } from "./core/entrance.ts";
export type { Answer } from "./core/requests.ts";
export type { Context } from "./core/session.ts";
export type { Ports } from "./io/ports.ts";
