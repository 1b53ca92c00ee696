import { SignJWT } from "jose";
import type { AgentPeer } from "./peers.ts";
import { randomId, signIn, signInOwner, visitor } from "./peers.ts";
import type { TestServer } from "./server.ts";

/** The clocks and rules of one test's shop; seconds, so that real time shows them. */
export interface Rules {
  enabled?: boolean;
  holdSeconds?: number;
  limitSeconds?: number;
  prompt?: "return" | "always" | "never";
  portalUrl?: string | null;
  redirectUrl?: string | null;
  offer?: { mode: "automatic" | "by-hand"; seconds: number };
  blocks?: "none" | "always" | number;
  autoCloseSeconds?: number;
}

/** What an identity token says, and by which key. */
interface Signed {
  audience?: string;
  expiresIn?: number;
  key?: string;
  name?: string;
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

export const SHOP_ORIGIN = "https://shop.example";
export const PORTAL_URL = `${SHOP_ORIGIN}/help`;

/** A widget and a workstream of its own for one test, in an organisation that others share. */
export async function openShop(server: TestServer, rules: Rules = {}, owner?: AgentPeer) {
  const boss = owner ?? (await signInOwner(server.url, server.setupSecret));
  const save = async (method: string, path: string, body: unknown) => {
    const answer = await boss.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const { workstreamId } = await save("POST", "/v1/workstreams", { name: `Stream ${randomId().slice(0, 6)}` });
  const saveWorkstream = (more: Rules) =>
    save("PUT", `/v1/workstreams/${workstreamId}`, {
      name: "Shop",
      autoCloseAfterInactivitySeconds: more.limitSeconds ?? 1_200,
      offer: more.offer ?? { mode: "automatic", seconds: 60 },
      wrapUp: { blocks: more.blocks ?? "none", autoCloseSeconds: more.autoCloseSeconds ?? 900 },
      units: 1,
    });
  const { widgetId, identity } = await save("POST", "/v1/widgets", {
    name: "Shop",
    workstreamId,
    origins: [SHOP_ORIGIN],
  });
  const saveWidget = (more: Rules) =>
    save("PUT", `/v1/widgets/${widgetId}/settings`, {
      name: "Shop",
      workstreamId,
      origins: [SHOP_ORIGIN],
      looks: { accent: "#3b6fd4", position: "right" },
      texts: { greeting: "How can we help?" },
      reconnect: {
        enabled: more.enabled ?? true,
        previousAgentForSeconds: more.holdSeconds ?? Math.min(300, more.limitSeconds ?? 300),
        portalUrl: more.portalUrl === undefined ? PORTAL_URL : more.portalUrl,
        redirectUrl: more.redirectUrl ?? null,
        prompt: more.prompt ?? "return",
      },
      identity,
    });
  // The fresh widget holds for five minutes; no save may leave a hold above its limit.
  await saveWidget({ ...rules, holdSeconds: 0 });
  await saveWorkstream(rules);
  await saveWidget(rules);
  const { secret } = identity.keys as { secret: string };
  return {
    owner: boss,
    widgetId: widgetId as string,
    workstreamId: workstreamId as string,
    saveWidget,
    saveWorkstream,
    /** A customer's browser on the shop's page. */
    browser: () => visitor(server.url, widgetId as string, SHOP_ORIGIN),
    /** An agent of this shop, signed in. */
    agent: async (agentName: string, capacity = 1) => {
      const agent = { name: agentName, role: "agent", capacity, workstreamIds: [workstreamId] };
      const invitation = await save("POST", "/v1/invitations", { agent });
      const peer = await signIn(server.url, invitation["token"] as string, agentName);
      return Object.assign(peer, { agentId: invitation["agentId"] as string });
    },
    /** What the shop's backend signs for a customer. */
    identity: (sub: string, { audience = widgetId as string, expiresIn = 3_600, key = secret, name }: Signed = {}) =>
      new SignJWT(name === undefined ? {} : { name })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(sub)
        .setAudience(audience)
        .setExpirationTime(Math.floor(Date.now() / 1_000) + expiresIn)
        .sign(new TextEncoder().encode(key)),
  };
}
