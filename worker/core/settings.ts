import { check } from "#protocol/decode.ts";
import { AgentSettings, originOf, WidgetSettings, WorkstreamSettings } from "#protocol/settings.ts";
import { inWords } from "./settings-words.ts";

/** Why a save is refused; nothing of it was stored. `detail` is for people and names the numbers. */
export interface SettingsRefusal {
  ok: false;
  code: "hold-above-limit" | "invalid-settings";
  /** The field at fault, as `a.b.c`; null if the whole is none. */
  field: string | null;
  detail: string;
}
export type SettingsVerdict<T> = { ok: true; value: T } | SettingsRefusal;

function invalid(field: string | null, detail: string): SettingsRefusal {
  return { ok: false, code: "invalid-settings", field, detail };
}

function holdAboveLimit(field: string, widget: WidgetSettings, workstream: WorkstreamSettings): SettingsRefusal {
  const [hold, limit] = [
    inWords(widget.reconnect.previousAgentForSeconds),
    inWords(workstream.autoCloseAfterInactivitySeconds),
  ];
  return {
    ok: false,
    code: "hold-above-limit",
    field,
    detail: `Widget "${widget.name}" holds the previous agent for ${hold}, but workstream "${workstream.name}" closes conversations after ${limit}.`,
  };
}

/**
 * May this be the widget's settings? The hold is compared with the limit whether reconnect is on or off, so that
 * turning it on later can never be the save that fails.
 */
export function checkWidget(
  value: unknown,
  workstreams: ReadonlyMap<string, WorkstreamSettings>,
): SettingsVerdict<WidgetSettings> {
  const read = check(WidgetSettings, value);
  if (!read.ok) return invalid(read.field, read.problem);
  const widget = read.value;
  const { previousAgentForSeconds, portalUrl } = widget.reconnect;

  const workstream = workstreams.get(widget.workstreamId);
  if (workstream === undefined) return invalid("workstreamId", `There is no workstream "${widget.workstreamId}".`);
  if (previousAgentForSeconds > workstream.autoCloseAfterInactivitySeconds) {
    return holdAboveLimit("reconnect.previousAgentForSeconds", widget, workstream);
  }
  const portal = portalUrl === null ? null : originOf(portalUrl);
  if (portal !== null && !widget.origins.includes(portal)) {
    return invalid(
      "reconnect.portalUrl",
      `The portal URL is on ${portal}, which is not among the widget's allowed origins.`,
    );
  }
  return read;
}

/** May this be the settings of the workstream that these widgets belong to? */
export function checkWorkstream(
  value: unknown,
  widgets: readonly WidgetSettings[],
): SettingsVerdict<WorkstreamSettings> {
  const read = check(WorkstreamSettings, value);
  if (!read.ok) return invalid(read.field, read.problem);
  const workstream = read.value;
  const { blocks, autoCloseSeconds } = workstream.wrapUp;

  const longest = widgets.toSorted(
    (a, b) => b.reconnect.previousAgentForSeconds - a.reconnect.previousAgentForSeconds,
  )[0];
  if (longest !== undefined && longest.reconnect.previousAgentForSeconds > workstream.autoCloseAfterInactivitySeconds) {
    return holdAboveLimit("autoCloseAfterInactivitySeconds", longest, workstream);
  }
  if (typeof blocks === "number" && blocks > autoCloseSeconds) {
    return invalid(
      "wrapUp.autoCloseSeconds",
      `A wrap-up blocks capacity for ${inWords(blocks)}, so it cannot close by itself after ${inWords(autoCloseSeconds)}.`,
    );
  }
  return read;
}

/** May this be an agent's settings? */
export function checkAgent(
  value: unknown,
  workstreams: ReadonlyMap<string, WorkstreamSettings>,
): SettingsVerdict<AgentSettings> {
  const read = check(AgentSettings, value);
  if (!read.ok) return invalid(read.field, read.problem);
  const unknown = read.value.workstreamIds.find((id) => !workstreams.has(id));
  return unknown === undefined ? read : invalid("workstreamIds", `There is no workstream "${unknown}".`);
}
