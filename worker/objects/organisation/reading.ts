import type { ChangesAnswer } from "#protocol/changes.ts";
import type { AgentRecord, SettingsAnswer, WidgetRecord, WorkstreamRecord } from "#protocol/console.ts";
import type { WidgetSettings, WorkstreamSettings } from "#protocol/settings.ts";
import type { OrganisationStore } from "../../storage/organisation-store.ts";
import type { Stores } from "./accounts.ts";

/** A widget with the workstream that its conversations go to. */
export interface WidgetReading {
  widgetId: string;
  widget: WidgetSettings;
  workstream: WorkstreamSettings;
  /** Nothing new starts with it; what was said with it can still be read. */
  removed: boolean;
}

/** Whom or what a conversation is transferred to. */
export type Target = { agentId: string } | { workstreamId: string };

export function readWidget(store: OrganisationStore, widgetId: string): WidgetReading | null {
  return readWidgets(store).find((reading) => reading.widgetId === widgetId) ?? null;
}

/** All of them: there are as many as the organisation has sites. */
export function readWidgets(store: OrganisationStore): WidgetReading[] {
  const workstreams = store.workstreams.all();
  const removed = store.removed.all();
  return [...store.widgets.all()].flatMap(([widgetId, widget]) => {
    const workstream = workstreams.get(widget.workstreamId);
    return workstream === undefined ? [] : [{ widgetId, widget, workstream, removed: removed.has(widgetId) }];
  });
}

/** Whether there is such an agent or workstream to transfer a conversation to. */
export function hasTarget(store: OrganisationStore, to: Target): boolean {
  return "agentId" in to
    ? store.agents.get(to.agentId)?.active === true
    : store.workstreams.get(to.workstreamId) !== null;
}

export function widgetRecord(store: OrganisationStore, widgetId: string): WidgetRecord {
  const widget = store.widgets.get(widgetId);
  const workstream = widget === null ? null : store.workstreams.get(widget.workstreamId);
  if (widget === null || workstream === null) throw new Error(`widget ${widgetId} has no workstream`);
  const limitSeconds = workstream.autoCloseAfterInactivitySeconds;
  const removedAt = store.removed.all().get(widgetId) ?? null;
  return { widgetId, ...widget, limitSeconds, rev: store.widgets.rev(widgetId), removedAt };
}

export function workstreamRecord(store: OrganisationStore, workstreamId: string): WorkstreamRecord {
  const workstream = store.workstreams.get(workstreamId);
  if (workstream === null) throw new Error(`there is no workstream ${workstreamId}`);
  return { workstreamId, ...workstream, rev: store.workstreams.rev(workstreamId) };
}

/** All agents; with what is known of their sessions. */
export function agentRecords({ organisation, sessions }: Stores, now: number): AgentRecord[] {
  const [revs, counts, invited] = [organisation.agents.revs(), sessions.sessionCounts(now), sessions.invitedUntil(now)];
  return [...organisation.agents.all()].map(([agentId, agent]) => ({
    agentId,
    ...agent,
    rev: revs.get(agentId) ?? 0,
    sessions: counts.get(agentId) ?? 0,
    invitedUntil: invited.get(agentId) ?? null,
  }));
}

const CHANGES_PER_PAGE = 50;

export function readChanges({ changes }: Stores, before: number | null): ChangesAnswer {
  const found = changes.before(before, CHANGES_PER_PAGE + 1);
  const page = found.slice(0, CHANGES_PER_PAGE);
  return { changes: page, next: found.length > page.length ? (page.at(-1)?.id ?? null) : null };
}

/** Everything, as supervisors see it. */
export function readSettings(stores: Stores, now: number): SettingsAnswer {
  const { organisation } = stores;
  return {
    widgets: [...organisation.widgets.all().keys()].map((id) => widgetRecord(organisation, id)),
    workstreams: [...organisation.workstreams.all().keys()].map((id) => workstreamRecord(organisation, id)),
    agents: agentRecords(stores, now),
    quickReplies: organisation.quickReplies.all(),
    quickRepliesRev: organisation.quickReplies.rev(),
  };
}
