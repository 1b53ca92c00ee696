import type { DeskItem } from "#protocol/desk-frames.ts";
import type { SettingsAnswer } from "#protocol/console.ts";
import { createAgentConversation, createDesk } from "../client/agent.ts";
import type { AgentApi, AgentConversation, ConversationView, Desk, DeskView, Ports } from "../client/agent.ts";
import { atOnce } from "./at-once.ts";
import { insist } from "./insist.ts";

/** All that a console shows of an agent's work. */
export interface WorkplaceView {
  desk: DeskView;
  conversations: ReadonlyMap<string, ConversationView>;
  /** The conversation that is open on the screen. */
  selected: string | null;
  /** What the owner has set, as far as an agent may know; null until it is known. */
  settings: SettingsAnswer | null;
  widgetName(widgetId: string): string;
}

/** An agent at work: the desk, and one resumable socket for each conversation of their own. */
export interface Workplace {
  readonly desk: Desk;
  snapshot(): WorkplaceView;
  subscribe(listener: () => void): () => void;
  conversation(conversationId: string): AgentConversation | null;
  /** One that was taken a moment ago opens as soon as the desk says that it is the agent's. */
  select(conversationId: string | null): void;
  /** Asks for the settings anew: they may have been changed meanwhile. */
  refresh(): void;
  /** Drops all lines until `return`: what a demo shows. */
  drop(): void;
  return(): void;
  dispose(): void;
}

interface Kept {
  client: AgentConversation;
  /** What the desk last said of it: a refused line is worth another try once that is something else. */
  state: string;
}

export function createWorkplace(baseUrl: string, ports: Ports, api: AgentApi, agentId: string): Workplace {
  const listeners = new Set<() => void>();
  const kept = new Map<string, Kept>();
  const desk = createDesk({ baseUrl, ports, ticket: api.ticket });
  let selected: string | null = null;
  /** Taken a moment ago: the next feed has it, or it was lost again. */
  let wanted: { id: string; before: DeskView["feed"] } | null = null;
  let settings: SettingsAnswer | null = null;
  let snapshot: WorkplaceView | null = null;

  const changed = (): void => {
    snapshot = null;
    for (const listener of listeners) listener();
  };
  const keep = ({ conversationId, state, since }: DeskItem): void => {
    const told = `${state} ${since}`;
    const there = kept.get(conversationId);
    if (there === undefined) {
      const client = createAgentConversation({ baseUrl, conversationId, agentId, ports, ticket: api.ticket });
      client.subscribe(changed);
      kept.set(conversationId, { client, state: told });
    } else if (there.state !== told) {
      there.state = told;
      if (there.client.snapshot().status.is === "refused") there.client.reconnect();
    }
  };
  /** Lines follow the desk's word: what is on the agent's list has one. */
  const follow = (): void => {
    const { feed } = desk.snapshot();
    const mine = new Set(feed?.mine.map(({ conversationId }) => conversationId));
    feed?.mine.forEach(keep);
    for (const [id, { client }] of feed === null ? [] : kept) {
      if (mine.has(id)) continue;
      client.forget();
      kept.delete(id);
    }
    if (selected !== null && !kept.has(selected)) selected = null;
    if (wanted !== null && kept.has(wanted.id)) selected = wanted.id;
    if (wanted?.id === selected || wanted?.before !== feed) wanted = null;
    changed();
  };
  const unfollow = desk.subscribe(follow);
  const over = new AbortController();
  const refresh = (): void => {
    void insist(() => api.settings(), over.signal).then((answer) => {
      if (answer === null) return;
      settings = answer;
      changed();
    });
  };
  refresh();
  const all = (act: (line: { drop(): void; return(): void; dispose(): void }) => void): void => {
    act(desk);
    for (const { client } of kept.values()) act(client);
  };

  const viewed = (): WorkplaceView => {
    const conversations = new Map([...kept].map(([id, { client }]) => [id, client.snapshot()]));
    return {
      desk: atOnce(desk.snapshot(), conversations),
      conversations,
      selected,
      settings,
      widgetName: (widgetId) => settings?.widgets.find((widget) => widget.widgetId === widgetId)?.name ?? "",
    };
  };

  return {
    desk,
    snapshot: () => (snapshot ??= viewed()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    conversation: (id) => kept.get(id)?.client ?? null,
    select: (id) => {
      wanted = id === null ? null : { id, before: desk.snapshot().feed };
      if (id === null) selected = null;
      follow();
    },
    refresh,
    drop: () => all((line) => line.drop()),
    return: () => all((line) => line.return()),
    dispose: () => {
      over.abort();
      unfollow();
      all((line) => line.dispose());
    },
  };
}
