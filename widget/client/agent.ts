/** The agent's side: the console API, the desk, and one socket for each conversation. Framework-free as the customer's side is. */
export { createAgentApi } from "./io/agent-api.ts";
export type { AgentApi } from "./io/agent-api.ts";
export type { AgentResult, Refusal } from "./io/agent-call.ts";
export { createAgentConversation, forgetAgentTexts } from "./io/agent-conversation.ts";
export type { AgentConversation, AgentConversationOptions } from "./io/agent-conversation.ts";
export { createDesk } from "./io/agent-desk.ts";
export type { Desk, DeskOptions, DeskView } from "./io/agent-desk.ts";
export type { ConversationView, Delivery, Line, Status } from "./core/chat-view.ts";
export type { Answer } from "./core/requests.ts";
export type { Ports } from "./io/ports.ts";
export type { TicketSource } from "./io/ticket.ts";
