import type { ChangeKind } from "#protocol/changes.ts";
import type { OrganisationStore } from "../../storage/organisation-store.ts";
import type { Stores } from "./accounts.ts";
import type { SavedRecord, SettingsChange } from "./change.ts";
import { agentRecords, widgetRecord, workstreamRecord } from "./reading.ts";

/** What a change is about. */
export interface Subject {
  kind: ChangeKind;
  id: string;
  name(): string;
  /** As the record of changes compares it. */
  value(): unknown;
  rev(): number;
  record(): SavedRecord;
}

export function subjectOf(stores: Stores, change: SettingsChange, now: number): Subject {
  const { organisation: store } = stores;
  switch (change.do) {
    case "add-widget":
    case "save-widget":
    case "change-keys":
    case "end-old-keys":
    case "remove-widget":
    case "restore-widget":
      return named(store.widgets, "widget", change.id, () => widgetRecord(store, change.id));
    case "add-workstream":
    case "save-workstream":
    case "remove-workstream":
      return named(store.workstreams, "workstream", change.id, () => workstreamRecord(store, change.id));
    case "add-agent":
    case "save-agent":
      return named(store.agents, "agent", change.id, () => {
        const record = agentRecords(stores, now).find(({ agentId }) => agentId === change.id);
        return record ?? { removed: true };
      });
    case "save-quick-replies":
      return {
        kind: "quick-replies",
        id: "all",
        name: () => "Quick replies",
        value: () => Object.fromEntries(store.quickReplies.all().map(({ shortcut, text }) => [`/${shortcut}`, text])),
        rev: () => store.quickReplies.rev(),
        record: () => ({ quickReplies: store.quickReplies.all(), rev: store.quickReplies.rev() }),
      };
  }
}

function named(
  records: OrganisationStore["widgets"] | OrganisationStore["workstreams"] | OrganisationStore["agents"],
  kind: ChangeKind,
  id: string,
  record: () => SavedRecord,
): Subject {
  return {
    kind,
    id,
    name: () => records.get(id)?.name ?? id,
    value: () => records.get(id),
    rev: () => records.rev(id),
    record: () => (records.get(id) === null ? { removed: true } : record()),
  };
}
