import { SignInBody } from "#protocol/console.ts";
import type { Me } from "#protocol/console.ts";
import { check } from "#protocol/decode.ts";
import type { AgentApi } from "../client/agent.ts";

/** Whether somebody is signed in, and what is missing if not. */
export type Door =
  | { at: "checking" }
  /** The first sign-in by this link: it wants a name. */
  | { at: "name"; token: string }
  | { at: "outside"; spent: boolean }
  | { at: "unreachable"; token: string | null }
  | { at: "inside"; me: Me };

const IN_FRAGMENT = /^#(?:sign-in|setup|invite)=(.*)$/;

/** Takes a one-time sign-in token out of the page's address; it leaves the address bar and the history entry at once. */
export function takeSignInToken(): string | null {
  const token = IN_FRAGMENT.exec(location.hash)?.[1];
  if (token === undefined) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}

/** Signs in by a one-time token; without a name the answer can be that one is needed, and the token stays good. */
export async function signIn(api: AgentApi, token: string, name?: string): Promise<Door> {
  const body = check(SignInBody, name === undefined ? { token } : { token, name });
  if (!body.ok) return body.field === "name" ? { at: "name", token } : { at: "outside", spent: true };
  const answer = await api.signIn(body.value);
  if (answer.ok) return { at: "inside", me: answer.value };
  if (answer.code === "bad-request") return { at: "name", token };
  return answer.code === "unauthorised" ? { at: "outside", spent: true } : { at: "unreachable", token };
}

/** Who is signed in already. */
export async function knock(api: AgentApi): Promise<Door> {
  const me = await api.me();
  if (me.ok) return { at: "inside", me: me.value };
  return me.code === "unauthorised" ? { at: "outside", spent: false } : { at: "unreachable", token: null };
}
