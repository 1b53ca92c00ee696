import type { AgentRecord, SettingsAnswer, WidgetRecord, WorkstreamRecord } from "#protocol/console.ts";
import { check } from "#protocol/decode.ts";
import type { WorkstreamSettings } from "#protocol/settings.ts";
import { WIDGET_DEFAULTS, WidgetSettings, WORKSTREAM_DEFAULTS } from "#protocol/settings.ts";
import { checkAgent, checkWidget, checkWorkstream } from "../../core/settings.ts";
import type { SettingsRefusal, SettingsVerdict } from "../../core/settings.ts";
import type { OrganisationStore, Records } from "../../storage/organisation-store.ts";
import { identityKeysProblem } from "../../tokens/identity.ts";
import { randomToken } from "../../tokens/seal.ts";

/** A widget with the workstream that its conversations go to. */
export interface WidgetReading {
  widgetId: string;
  widget: WidgetSettings;
  workstream: WorkstreamSettings;
}

/** Whom or what a conversation is transferred to. */
export type Target = { agentId: string } | { workstreamId: string };

/** What became of a save. Nothing is stored unless it was saved whole. */
export type SaveAnswer<R> =
  | { outcome: "saved"; record: R }
  | { outcome: "not-found" }
  | ({ outcome: "refused" } & Omit<SettingsRefusal, "ok">);

/** What a widget is made from; the rest starts with its default. */
export type WidgetBasics = Pick<WidgetSettings, "name" | "workstreamId" | "origins">;

function keep<T, R>(
  records: Records<T>,
  id: string,
  verdict: SettingsVerdict<T>,
  recordOf: (value: T) => R,
): SaveAnswer<R> {
  if (!verdict.ok) return { outcome: "refused", code: verdict.code, field: verdict.field, detail: verdict.detail };
  records.put(id, verdict.value);
  return { outcome: "saved", record: recordOf(verdict.value) };
}

function widgetRecord(store: OrganisationStore, widgetId: string, widget: WidgetSettings): WidgetRecord {
  const workstream = store.workstreams.get(widget.workstreamId);
  if (workstream === null) throw new Error(`widget ${widgetId} has no workstream`);
  return { widgetId, ...widget, limitSeconds: workstream.autoCloseAfterInactivitySeconds };
}

export function readWidget(store: OrganisationStore, widgetId: string): WidgetReading | null {
  const widget = store.widgets.get(widgetId);
  const workstream = widget === null ? null : store.workstreams.get(widget.workstreamId);
  return widget === null || workstream === null ? null : { widgetId, widget, workstream };
}

/** All of them: there are as many as the organisation has sites. */
export function readWidgets(store: OrganisationStore): WidgetReading[] {
  const workstreams = store.workstreams.all();
  return [...store.widgets.all()].flatMap(([widgetId, widget]) => {
    const workstream = workstreams.get(widget.workstreamId);
    return workstream === undefined ? [] : [{ widgetId, widget, workstream }];
  });
}

/** Whether there is such an agent or workstream to transfer a conversation to. */
export function hasTarget(store: OrganisationStore, to: Target): boolean {
  return "agentId" in to ? store.agents.get(to.agentId) !== null : store.workstreams.get(to.workstreamId) !== null;
}

/** Everything, as supervisors see it. */
export function readSettings(store: OrganisationStore): SettingsAnswer {
  return {
    widgets: [...store.widgets.all()].map(([widgetId, widget]) => widgetRecord(store, widgetId, widget)),
    workstreams: [...store.workstreams.all()].map(([workstreamId, workstream]) => ({ workstreamId, ...workstream })),
    agents: [...store.agents.all()].map(([agentId, agent]) => ({ agentId, ...agent })),
    quickReplies: store.quickReplies.all(),
  };
}

/** A fresh widget: reconnect off, its hold no longer than the limit, and a secret by which the site's backend can vouch for customers. */
export function addWidget(store: OrganisationStore, widgetId: string, basics: WidgetBasics): SaveAnswer<WidgetRecord> {
  const limit = store.workstreams.get(basics.workstreamId)?.autoCloseAfterInactivitySeconds ?? 0;
  const { reconnect, ...rest } = WIDGET_DEFAULTS;
  const widget: WidgetSettings = {
    ...basics,
    ...rest,
    reconnect: { ...reconnect, previousAgentForSeconds: Math.min(reconnect.previousAgentForSeconds, limit) },
    identity: { audience: widgetId, keys: { kind: "secret", secret: randomToken(32) } },
  };
  return keep(store.widgets, widgetId, checkWidget(widget, store.workstreams.all()), (saved) =>
    widgetRecord(store, widgetId, saved),
  );
}

/** The one rule that takes cryptography: a public key that is none would lock all verified customers out. Null if there is nothing to refuse. */
export async function refuseKeys(value: unknown): Promise<SaveAnswer<never> | null> {
  const read = check(WidgetSettings, value);
  const detail = read.ok ? await identityKeysProblem(read.value.identity.keys) : null;
  return detail === null ? null : { outcome: "refused", code: "invalid-settings", field: "identity.keys.pem", detail };
}

export function saveWidget(store: OrganisationStore, widgetId: string, value: unknown): SaveAnswer<WidgetRecord> {
  if (store.widgets.get(widgetId) === null) return { outcome: "not-found" };
  return keep(store.widgets, widgetId, checkWidget(value, store.workstreams.all()), (saved) =>
    widgetRecord(store, widgetId, saved),
  );
}

export function addWorkstream(
  store: OrganisationStore,
  workstreamId: string,
  name: string,
): SaveAnswer<WorkstreamRecord> {
  const verdict = checkWorkstream({ name, ...WORKSTREAM_DEFAULTS }, []);
  return keep(store.workstreams, workstreamId, verdict, (saved) => ({ workstreamId, ...saved }));
}

export function saveWorkstream(
  store: OrganisationStore,
  workstreamId: string,
  value: unknown,
): SaveAnswer<WorkstreamRecord> {
  if (store.workstreams.get(workstreamId) === null) return { outcome: "not-found" };
  const widgets = [...store.widgets.all().values()].filter((widget) => widget.workstreamId === workstreamId);
  return keep(store.workstreams, workstreamId, checkWorkstream(value, widgets), (saved) => ({
    workstreamId,
    ...saved,
  }));
}

export function addAgent(store: OrganisationStore, agentId: string, value: unknown): SaveAnswer<AgentRecord> {
  return keep(store.agents, agentId, checkAgent(value, store.workstreams.all()), (saved) => ({ agentId, ...saved }));
}

export function saveAgent(store: OrganisationStore, agentId: string, value: unknown): SaveAnswer<AgentRecord> {
  return store.agents.get(agentId) === null ? { outcome: "not-found" } : addAgent(store, agentId, value);
}
