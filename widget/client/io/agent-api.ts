import * as v from "valibot";
import { InvitationAnswer, Me, SettingsAnswer, TicketAnswer } from "#protocol/console.ts";
import type { InvitationBody, SignInBody } from "#protocol/console.ts";
import { callAsAgent } from "./agent-call.ts";
import type { AgentResult } from "./agent-call.ts";
import { carry } from "./http.ts";
import type { Fetch } from "./ports.ts";

type Out<S extends v.GenericSchema> = Promise<AgentResult<v.InferOutput<S>>>;

/** The console API. The session travels as a cookie. */
export interface AgentApi {
  signIn(body: v.InferInput<typeof SignInBody>): Out<typeof Me>;
  signOut(): Promise<AgentResult<unknown>>;
  me(): Out<typeof Me>;
  /** Opens sockets, for a minute. */
  ticket(): Promise<AgentResult<string>>;
  settings(): Out<typeof SettingsAnswer>;
  /** What is asked for by its path below `/v1/`, query included. */
  read<S extends v.GenericSchema>(path: string, answer: S): Out<S>;
  /** The address of a path below `/v1/`: for links. */
  address(path: string): string;
  invite(body: v.InferInput<typeof InvitationBody>): Out<typeof InvitationAnswer>;
  /** Everything else, by its path below `/v1/`: settings are saved with `PUT widgets/:id/settings` and its like. */
  save<S extends v.GenericSchema>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown, answer: S): Out<S>;
}

export function createAgentApi(fetch: Fetch, baseUrl: string): AgentApi {
  const ask = <S extends v.GenericSchema>(path: string, schema: S, init: RequestInit = {}): Out<S> =>
    callAsAgent(fetch, `${baseUrl}/v1/${path}`, schema, init);
  return {
    signIn: (body) => ask("sessions", Me, carry("POST", body)),
    signOut: () => ask("sessions", v.unknown(), { method: "DELETE" }),
    me: () => ask("me", Me),
    ticket: async () => {
      const result = await ask("tickets", TicketAnswer, carry("POST", {}));
      return result.ok ? { ok: true, value: result.value.ticket } : result;
    },
    settings: () => ask("settings", SettingsAnswer),
    read: (path, answer) => ask(path, answer),
    address: (path) => `${baseUrl}/v1/${path}`,
    invite: (body) => ask("invitations", InvitationAnswer, carry("POST", body)),
    save: (method, path, body, answer) => ask(path, answer, body === undefined ? { method } : carry(method, body)),
  };
}
