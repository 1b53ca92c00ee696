import * as v from "valibot";
import { AgentRecord, InvitationAnswer, WidgetRecord, WorkstreamRecord } from "#protocol/console.ts";
import type { SettingsAnswer } from "#protocol/console.ts";
import { QuickReply } from "#protocol/settings.ts";
import type { AgentApi, AgentResult } from "../../client/agent.ts";
import type { Json } from "./core/json.ts";
import { valueAt, withValue } from "./core/json.ts";

/** Something as it was saved, and the number of that save. */
export interface Saved {
  record: Json;
  rev: number;
}

/** What came of saving something new: where it is to be found, and for an agent the token of their sign-in link. */
export interface Made {
  path: string;
  token?: string;
  expiresAt?: number;
}

/** What a form is about: where its values come from, and where they go. */
export interface Target {
  read(settings: SettingsAnswer): Saved | null;
  save(api: AgentApi, value: Json, rev: number): Promise<AgentResult<Saved & { made?: Made }>>;
}

type Kind = "widgets" | "workstreams" | "agents";

const SavedQuickReplies = v.object({ quickReplies: v.array(QuickReply), rev: v.number() });

function withRev(value: Json, rev: number): Json {
  return withValue(value, "rev", rev);
}

function map<A, B>(result: AgentResult<A>, to: (value: A) => B): AgentResult<B> {
  return result.ok ? { ok: true, value: to(result.value) } : result;
}

function recordTarget(kind: Kind, id: string): Target {
  const savedAs = (record: WidgetRecord | WorkstreamRecord | AgentRecord): Saved => ({ record, rev: record.rev });
  switch (kind) {
    case "widgets":
      return {
        read: ({ widgets }) => widgets.filter(({ widgetId }) => widgetId === id).map(savedAs)[0] ?? null,
        save: async (api, value, rev) =>
          map(await api.save("PUT", `widgets/${id}/settings`, withRev(value, rev), WidgetRecord), savedAs),
      };
    case "workstreams":
      return {
        read: ({ workstreams }) => workstreams.filter((one) => one.workstreamId === id).map(savedAs)[0] ?? null,
        save: async (api, value, rev) =>
          map(await api.save("PUT", `workstreams/${id}`, withRev(value, rev), WorkstreamRecord), savedAs),
      };
    case "agents":
      return {
        read: ({ agents }) => agents.filter(({ agentId }) => agentId === id).map(savedAs)[0] ?? null,
        save: async (api, value, rev) =>
          map(await api.save("PUT", `agents/${id}`, withRev(value, rev), AgentRecord), savedAs),
      };
  }
}

/** A form for something that is not there yet. */
function newTarget(kind: Kind): Target {
  switch (kind) {
    case "widgets":
      return {
        read: ({ workstreams }) => ({
          record: { name: "", workstreamId: workstreams[0]?.workstreamId ?? "", origins: [] },
          rev: 0,
        }),
        save: async (api, value) =>
          map(await api.save("POST", "widgets", value, WidgetRecord), (record) => ({
            record,
            rev: record.rev,
            made: { path: `widgets/${record.widgetId}` },
          })),
      };
    case "workstreams":
      return {
        read: () => ({ record: { name: "" }, rev: 0 }),
        save: async (api, value) =>
          map(await api.save("POST", "workstreams", value, WorkstreamRecord), (record) => ({
            record,
            rev: record.rev,
            made: { path: `workstreams/${record.workstreamId}` },
          })),
      };
    case "agents":
      return {
        read: ({ workstreams }) => {
          const workstreamIds = workstreams.map(({ workstreamId }) => workstreamId);
          return { record: { name: "", role: "agent", capacity: 3, workstreamIds, active: true }, rev: 0 };
        },
        save: async (api, value) =>
          map(await api.save("POST", "invitations", { agent: value }, InvitationAnswer), ({ agentId, ...token }) => ({
            record: value,
            rev: 0,
            made: { path: `agents/${agentId}`, ...token },
          })),
      };
  }
}

const QUICK_REPLIES: Target = {
  read: ({ quickReplies, quickRepliesRev }) => ({ record: { quickReplies }, rev: quickRepliesRev }),
  save: async (api, value, rev) => {
    const body = { quickReplies: valueAt(value, "quickReplies"), rev };
    return map(await api.save("PUT", "quick-replies", body, SavedQuickReplies), (record) => ({
      record: { quickReplies: record.quickReplies },
      rev: record.rev,
    }));
  },
};

function isKind(text: string): text is Kind {
  return text === "widgets" || text === "workstreams" || text === "agents";
}

/** What the form of this path is about: "widgets/demo", "agents/new", "quick-replies"; null if that has none. */
export function targetOf(key: string): Target | null {
  if (key === "quick-replies") return QUICK_REPLIES;
  const [kind = "", id = ""] = key.split("/");
  if (!isKind(kind) || id === "") return null;
  return id === "new" ? newTarget(kind) : recordTarget(kind, id);
}
