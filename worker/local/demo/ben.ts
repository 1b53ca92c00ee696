import { setTimeout as sleep } from "node:timers/promises";
import { createAgentApi, createAgentConversation, createDesk } from "../../../widget/client/agent.ts";
import type { AgentApi, AgentConversation } from "../../../widget/client/agent.ts";
import { nodePorts } from "../../../widget/client/node.ts";
import { wordsOfBen } from "./scripts.ts";

const BEN_NAME = "Ben Costa";
const READS_MS = 2_500;

/** A colleague of Ana's at the wholesale desk, by the agents' own client: he answers what comes to him, by transfer too. */
export async function playBen(
  serverUrl: string,
  boss: AgentApi,
  workstreamId: string,
  over: AbortSignal,
): Promise<void> {
  const ports = nodePorts(serverUrl);
  const api = createAgentApi(ports.fetch, serverUrl);
  const agentId = await signIn(api, boss, workstreamId);
  const { ticket } = api;
  const desk = createDesk({ baseUrl: serverUrl, ports, ticket });
  const talks = new Map<string, AgentConversation>();
  const follow = (): void => {
    const mine = desk.snapshot().feed?.mine ?? [];
    for (const [id, talk] of talks) {
      if (mine.some(({ conversationId }) => conversationId === id)) continue;
      talk.dispose();
      talks.delete(id);
    }
    for (const { conversationId, state } of mine) {
      if (state !== "active" || talks.has(conversationId)) continue;
      const talk = createAgentConversation({ baseUrl: serverUrl, conversationId, agentId, ports, ticket });
      talks.set(conversationId, talk);
      answer(talk, over);
    }
  };
  desk.subscribe(follow);
  over.addEventListener("abort", () => {
    desk.dispose();
    for (const talk of talks.values()) talk.dispose();
  });
  // He comes on duty, and does so again whenever he finds himself away, since he has nothing else to do.
  let asking = false;
  desk.subscribe(() => {
    const presence = desk.snapshot().feed?.me.presence;
    if (asking || presence === undefined || presence === "available") return;
    asking = true;
    void desk.setPresence("available").then(() => {
      asking = false;
    });
  });
}

async function signIn(api: AgentApi, boss: AgentApi, workstreamId: string): Promise<string> {
  const settings = await boss.settings();
  const there = settings.ok ? settings.value.agents.find(({ name }) => name === BEN_NAME) : undefined;
  const agent = { name: BEN_NAME, role: "agent" as const, capacity: 3, workstreamIds: [workstreamId] };
  const invited = await boss.invite(there === undefined ? { agent } : { agentId: there.agentId });
  const signedIn = invited.ok ? await api.signIn({ token: invited.value.token }) : invited;
  if (!signedIn.ok) throw new Error(`Ben cannot sign in: ${signedIn.code}`);
  return signedIn.value.agentId;
}

/** Says what it is for him to say, after he has read and typed for as long as people do. */
function answer(talk: AgentConversation, over: AbortSignal): void {
  let busy = false;
  const look = async (): Promise<void> => {
    const { view, lines } = talk.snapshot();
    if (busy || view?.phase.state !== "active") return;
    const words = lines.filter((line) => line.kind === "message");
    const text = wordsOfBen(words);
    if (text === null) return;
    busy = true;
    talk.seen(words.at(-1)?.seq ?? 0);
    await sleep(READS_MS, undefined, { signal: over });
    talk.typing(true);
    await sleep(40 * text.length, undefined, { signal: over });
    talk.send(text);
    busy = false;
  };
  talk.subscribe(() => void look().catch(() => undefined));
}
