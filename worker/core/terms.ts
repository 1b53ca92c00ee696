import { SILENT_RESUME_SECONDS } from "#protocol/limits.ts";
import type { Blocks, WidgetSettings, WorkstreamSettings } from "#protocol/settings.ts";

/** What a conversation freezes when it starts: its clocks, wrap-up rule and units. */
export interface Terms {
  widgetId: string;
  workstreamId: string;
  reconnect: boolean;
  holdSeconds: number;
  limitSeconds: number;
  units: number;
  wrapUp: { blocks: Blocks; autoCloseSeconds: number };
}

/** The terms that a conversation starting now gets. With reconnect off, hold and limit are both 180 s. */
export function termsOf(
  widgetId: string,
  widget: Pick<WidgetSettings, "workstreamId" | "reconnect">,
  workstream: Omit<WorkstreamSettings, "name" | "offer">,
): Terms {
  const { enabled, previousAgentForSeconds } = widget.reconnect;
  return {
    widgetId,
    workstreamId: widget.workstreamId,
    reconnect: enabled,
    holdSeconds: enabled ? previousAgentForSeconds : SILENT_RESUME_SECONDS,
    limitSeconds: enabled ? workstream.autoCloseAfterInactivitySeconds : SILENT_RESUME_SECONDS,
    units: workstream.units,
    wrapUp: workstream.wrapUp,
  };
}
