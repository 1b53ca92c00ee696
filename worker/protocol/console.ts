import * as v from "valibot";
import { Id, Instant, Name } from "./basics.ts";
import { AgentSettings, Origin, QuickReply, Role, WidgetSettings, WorkstreamSettings } from "./settings.ts";

const OneTimeToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, "not a token"));

/** `POST /v1/setup-links`, with the setup secret as bearer: a one-time link for the owner. */
export const SetupLinkAnswer = v.object({ token: v.string(), expiresAt: Instant });

/** `POST /v1/sessions`: spends a one-time token (set-up or invitation) for a session cookie. A name is needed at the first sign-in. */
export const SignInBody = v.object({ token: OneTimeToken, name: v.optional(Name) });

/** `POST /v1/invitations`: by supervisors; for a new agent, or (with `agentId`) a new sign-in link for one who is there. */
export const InvitationBody = v.union([v.object({ agentId: Id }), v.object({ agent: v.unknown() })]);
export const InvitationAnswer = v.object({ agentId: v.string(), token: v.string(), expiresAt: Instant });

/** `GET /v1/me`. */
export const Me = v.object({ agentId: v.string(), name: v.string(), role: Role });
export type Me = v.InferOutput<typeof Me>;

/** `POST /v1/tickets`: opens the desk's socket, and those of the agent's conversations, for one minute. */
export const TicketAnswer = v.object({ ticket: v.string(), expiresAt: Instant });

/** `POST /v1/widgets`: everything else starts with its default, and can be set then. */
export const NewWidgetBody = v.object({ name: Name, workstreamId: Id, origins: v.array(Origin) });
/** `POST /v1/workstreams`. */
export const NewWorkstreamBody = v.object({ name: Name });
/** `PUT /v1/quick-replies`: all of them. */
export const QuickRepliesBody = v.object({
  quickReplies: v.pipe(v.array(QuickReply), v.maxLength(200, "must be at most 200")),
});
/**
 * Beside what is saved: the `rev` of the record that was changed. If it has another one by now, the save is answered `conflict`
 * and nothing is stored. Left out, whatever is there is replaced.
 */
export const SavedOver = v.object({ rev: v.optional(v.number()) });

/** Rises with each save. */
const Rev = v.optional(v.number(), 0);

/**
 * A widget as its settings page shows it: the limit is there to be read, never written. How its customers are
 * identified, secret included, is shown to supervisors alone.
 */
export const WidgetRecord = v.object({
  widgetId: v.string(),
  ...WidgetSettings.entries,
  identity: v.optional(WidgetSettings.entries.identity),
  limitSeconds: v.number(),
  rev: Rev,
  /** When it was removed: no page shows it any more. Null if it is in use. */
  removedAt: v.optional(v.nullable(Instant), null),
});
export type WidgetRecord = v.InferOutput<typeof WidgetRecord>;
export const WorkstreamRecord = v.object({ workstreamId: v.string(), ...WorkstreamSettings.entries, rev: Rev });
export type WorkstreamRecord = v.InferOutput<typeof WorkstreamRecord>;
export const AgentRecord = v.object({
  agentId: v.string(),
  ...AgentSettings.entries,
  rev: Rev,
  /** In how many browsers they are signed in. */
  sessions: v.optional(v.number(), 0),
  /** Until when a sign-in link that was not used yet is good. */
  invitedUntil: v.optional(v.nullable(Instant), null),
});
export type AgentRecord = v.InferOutput<typeof AgentRecord>;

/** `GET /v1/settings`. Agents who are no supervisors get widgets without their identity keys, and no list of agents (the desk's feed has their colleagues). */
export const SettingsAnswer = v.object({
  widgets: v.array(WidgetRecord),
  workstreams: v.array(WorkstreamRecord),
  agents: v.array(AgentRecord),
  quickReplies: v.array(QuickReply),
  quickRepliesRev: Rev,
});
export type SettingsAnswer = v.InferOutput<typeof SettingsAnswer>;
