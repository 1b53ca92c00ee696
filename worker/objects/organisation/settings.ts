import { NewWidgetBody, NewWorkstreamBody } from "#protocol/console.ts";
import { checkAll } from "#protocol/decode.ts";
import { WIDGET_DEFAULTS, WORKSTREAM_DEFAULTS } from "#protocol/settings.ts";
import type { WidgetSettings } from "#protocol/settings.ts";
import { checkAgent } from "../../core/settings/agents.ts";
import { checkQuickReplies } from "../../core/settings/quick-replies.ts";
import type { SettingsRefusal, SettingsVerdict } from "../../core/settings/verdict.ts";
import { verdictOf } from "../../core/settings/verdict.ts";
import { checkWidget, checkWorkstream } from "../../core/settings/widgets.ts";
import type { OrganisationStore } from "../../storage/organisation-store.ts";
import { randomToken } from "../../tokens/seal.ts";

/** Why nothing was stored. */
export type Refused = { outcome: "refused" } & Omit<SettingsRefusal, "ok">;

/** What became of a change; nothing is stored unless all of it was. `in-use`: it cannot be removed, and why. */
export type Stored = { outcome: "stored" } | { outcome: "not-found" } | { outcome: "in-use"; detail: string } | Refused;

export const STORED: Stored = { outcome: "stored" };
const NOT_FOUND: Stored = { outcome: "not-found" };

function refused({ ok: _no, ...refusal }: SettingsRefusal): Refused {
  return { outcome: "refused", ...refusal };
}

function keep<T>(verdict: SettingsVerdict<T>, put: (value: T) => void): Stored {
  if (!verdict.ok) return refused(verdict);
  put(verdict.value);
  return STORED;
}

/** A fresh widget: reconnect off, its hold no longer than the limit, and a secret by which the site's backend can vouch for customers. */
export function addWidget(store: OrganisationStore, widgetId: string, value: unknown): Stored {
  const read = verdictOf(checkAll(NewWidgetBody, value));
  if (!read.ok) return refused(read);
  const basics = read.value;
  const limit = store.workstreams.get(basics.workstreamId)?.autoCloseAfterInactivitySeconds ?? 0;
  const { reconnect, ...rest } = WIDGET_DEFAULTS;
  const widget: WidgetSettings = {
    ...basics,
    ...rest,
    reconnect: { ...reconnect, previousAgentForSeconds: Math.min(reconnect.previousAgentForSeconds, limit) },
    identity: { audience: widgetId, keys: { kind: "secret", secret: randomToken(32) } },
  };
  return keep(checkWidget(widget, store.workstreams.all()), (made) => store.widgets.put(widgetId, made));
}

export function saveWidget(store: OrganisationStore, widgetId: string, value: unknown): Stored {
  if (store.widgets.get(widgetId) === null) return NOT_FOUND;
  return keep(checkWidget(value, store.workstreams.all()), (widget) => store.widgets.put(widgetId, widget));
}

export function addWorkstream(store: OrganisationStore, workstreamId: string, value: unknown): Stored {
  const read = verdictOf(checkAll(NewWorkstreamBody, value));
  if (!read.ok) return refused(read);
  const verdict = checkWorkstream({ ...read.value, ...WORKSTREAM_DEFAULTS }, []);
  return keep(verdict, (workstream) => store.workstreams.put(workstreamId, workstream));
}

export function saveWorkstream(store: OrganisationStore, workstreamId: string, value: unknown): Stored {
  if (store.workstreams.get(workstreamId) === null) return NOT_FOUND;
  const widgets = [...store.widgets.all().values()].filter((widget) => widget.workstreamId === workstreamId);
  return keep(checkWorkstream(value, widgets), (workstream) => store.workstreams.put(workstreamId, workstream));
}

export function addAgent(store: OrganisationStore, agentId: string, value: unknown, byId = ""): Stored {
  const verdict = checkAgent(value, store.workstreams.all(), { agentId, agents: store.agents.all(), byId });
  return keep(verdict, (agent) => store.agents.put(agentId, agent));
}

export function saveAgent(store: OrganisationStore, agentId: string, value: unknown, byId = ""): Stored {
  return store.agents.get(agentId) === null ? NOT_FOUND : addAgent(store, agentId, value, byId);
}

export function saveQuickReplies(store: OrganisationStore, value: unknown): Stored {
  return keep(checkQuickReplies(value), (replies) => store.quickReplies.replace(replies));
}
