import { randomBytes } from "node:crypto";
import type { Frame, RawSocket } from "./frames.ts";
import { openRaw } from "./frames.ts";

/** 128 random bits, as clients make their ids. */
export const randomId = () => randomBytes(16).toString("base64url");

export interface Access {
  conversationId: string;
  credential: string;
  identityUntil: number | null;
}

/** A visitor of a page with the widget, with nothing but `fetch` and `WebSocket`. */
export function visitor(url: string, widgetId = "demo", origin?: string) {
  const post = async (path: string, body: object): Promise<Frame & { status: number }> => {
    const headers = { "content-type": "application/json", ...(origin === undefined ? {} : { origin }) };
    const response = await fetch(`${url}/v1/widgets/${widgetId}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { ...((await response.json()) as Frame), status: response.status };
  };
  return {
    start: (body: object = {}) => post("/conversations", { startId: randomId(), ...body }),
    resume: (body: object) => post("/resume", body),
    /** Starts and hands over the access; fails the test if it does not start. */
    begin: async (body: object = {}): Promise<Access> => {
      const answer = await post("/conversations", { startId: randomId(), ...body });
      if (answer["answer"] !== "started") throw new Error(JSON.stringify(answer));
      return answer["access"] as Access;
    },
    connect: (access: { credential: string }, query: Record<string, string | number> = {}): RawSocket =>
      openRaw(`${url}/v1/conversation/socket?${toQuery({ tab: randomId(), ...query })}`, access.credential),
    entries: async (access: { credential: string }, after = 0): Promise<Frame & { status: number }> => {
      const headers = { authorization: `Bearer ${access.credential}` };
      const response = await fetch(`${url}/v1/conversation/entries?after=${after}`, { headers });
      return { ...((await response.json()) as Frame), status: response.status };
    },
  };
}

function toQuery(query: Record<string, string | number>): string {
  return new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
}

export type AgentPeer = Awaited<ReturnType<typeof signIn>>;

/** An agent with a session of their own. `token`: a one-time token; without one, the demo's agent. */
export async function signIn(url: string, token?: string, agentName?: string) {
  const [path, body] =
    token === undefined ? ["/v1/demo/session", {}] : ["/v1/sessions", { token, name: agentName ?? "Agent" }];
  const signedIn = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(body),
  });
  if (!signedIn.ok) throw new Error(await signedIn.text());
  await signedIn.text();
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

  const call = async (method: string, at: string, json?: unknown): Promise<Frame & { status: number }> => {
    const headers = { cookie, origin: url, ...(json === undefined ? {} : { "content-type": "application/json" }) };
    const response = await fetch(url + at, {
      method,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    return { ...(text === "" ? {} : (JSON.parse(text) as object)), status: response.status } as Frame & {
      status: number;
    };
  };
  const ticket = async () => (await call("POST", "/v1/tickets", {}))["ticket"] as string;
  return {
    cookie,
    call,
    ticket,
    desk: async (query: Record<string, string | number> = {}) =>
      openRaw(`${url}/v1/desk/socket?${toQuery({ tab: randomId(), ...query })}`, await ticket()),
    connect: async (conversationId: string, query: Record<string, string | number> = {}) =>
      openRaw(
        `${url}/v1/agent/conversations/${conversationId}/socket?${toQuery({ tab: randomId(), ...query })}`,
        await ticket(),
      ),
  };
}

/** The owner: signed in by a set-up link, as a supervisor. */
export async function signInOwner(url: string, setupSecret: string, agentName = "Olga") {
  const made = await fetch(`${url}/v1/setup-links`, {
    method: "POST",
    headers: { authorization: `Bearer ${setupSecret}` },
  });
  const { token } = (await made.json()) as { token: string };
  return signIn(url, token, agentName);
}
