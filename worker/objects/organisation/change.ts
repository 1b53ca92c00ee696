import type { AgentRecord, WidgetRecord, WorkstreamRecord } from "#protocol/console.ts";
import type { IdentityKeys, QuickReply } from "#protocol/settings.ts";
import type { Stored } from "./settings.ts";

/** Who changes something. */
export interface Actor {
  id: string;
  name: string;
}

/** Everything that supervisors change. `rev`: of what they saw; null replaces whatever is there. `live`: conversations that have not ended. */
export type SettingsChange =
  | { do: "add-widget"; id: string; value: unknown }
  | { do: "save-widget"; id: string; value: unknown; rev: number | null }
  | { do: "change-keys"; id: string; keys: IdentityKeys | null; keepOldForSeconds: number; rev: number | null }
  | { do: "end-old-keys"; id: string }
  | { do: "remove-widget"; id: string; live: number }
  | { do: "restore-widget"; id: string }
  | { do: "add-workstream"; id: string; value: unknown }
  | { do: "save-workstream"; id: string; value: unknown; rev: number | null }
  | { do: "remove-workstream"; id: string; live: number }
  | { do: "add-agent"; id: string; value: unknown }
  | { do: "save-agent"; id: string; value: unknown; rev: number | null }
  | { do: "save-quick-replies"; value: unknown; rev: number | null };

type QuickRepliesRecord = { quickReplies: QuickReply[]; rev: number };
export type SavedRecord = WidgetRecord | WorkstreamRecord | AgentRecord | QuickRepliesRecord | { removed: true };

/** What became of a change. Nothing is stored unless it was saved whole. */
export type SaveAnswer =
  | { outcome: "saved"; record: SavedRecord }
  | Exclude<Stored, { outcome: "stored" }>
  /** It was changed since whoever saves it has seen it. */
  | { outcome: "conflict"; detail: string };
