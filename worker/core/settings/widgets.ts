import { checkAll } from "#protocol/decode.ts";
import { originOf, WidgetSettings, WorkstreamSettings } from "#protocol/settings.ts";
import { inWords } from "./words.ts";
import type { Breach, SettingsVerdict } from "./verdict.ts";
import { invalid, judge, verdictOf } from "./verdict.ts";

function holdAboveLimit(field: string, widget: WidgetSettings, workstream: WorkstreamSettings): Breach | null {
  const { previousAgentForSeconds: hold } = widget.reconnect;
  const { autoCloseAfterInactivitySeconds: limit } = workstream;
  if (hold <= limit) return null;
  return {
    code: "hold-above-limit",
    field,
    detail: `Widget "${widget.name}" holds the previous agent for ${inWords(hold)}, but workstream "${workstream.name}" closes conversations after ${inWords(limit)}.`,
  };
}

/** A rule for saves alone, as all rules here: what was stored before it is read on. */
const MOST_ORIGINS = 100;

/**
 * May this be the widget's settings? The hold is compared with the limit whether reconnect is on or off, so that
 * turning it on later can never be the save that fails.
 */
export function checkWidget(
  value: unknown,
  workstreams: ReadonlyMap<string, WorkstreamSettings>,
): SettingsVerdict<WidgetSettings> {
  const read = verdictOf(checkAll(WidgetSettings, value));
  if (!read.ok) return read;
  const widget = read.value;
  const { portalUrl } = widget.reconnect;
  const workstream = workstreams.get(widget.workstreamId);
  const portal = portalUrl === null ? null : originOf(portalUrl);
  return judge(widget, [
    workstream === undefined ? invalid("workstreamId", `There is no workstream "${widget.workstreamId}".`) : null,
    workstream === undefined ? null : holdAboveLimit("reconnect.previousAgentForSeconds", widget, workstream),
    portal === null || widget.origins.includes(portal)
      ? null
      : invalid(
          "reconnect.portalUrl",
          `The portal URL is on ${portal}, which is not among the widget's allowed origins.`,
        ),
    widget.origins.length > MOST_ORIGINS ? invalid("origins", `Must be at most ${MOST_ORIGINS}.`) : null,
  ]);
}

/** May this be the settings of the workstream that these widgets belong to? */
export function checkWorkstream(
  value: unknown,
  widgets: readonly WidgetSettings[],
): SettingsVerdict<WorkstreamSettings> {
  const read = verdictOf(checkAll(WorkstreamSettings, value));
  if (!read.ok) return read;
  const workstream = read.value;
  const { blocks, autoCloseSeconds } = workstream.wrapUp;
  const longest = widgets.toSorted(
    (a, b) => b.reconnect.previousAgentForSeconds - a.reconnect.previousAgentForSeconds,
  )[0];
  return judge(workstream, [
    longest === undefined ? null : holdAboveLimit("autoCloseAfterInactivitySeconds", longest, workstream),
    typeof blocks === "number" && blocks > autoCloseSeconds
      ? invalid(
          "wrapUp.autoCloseSeconds",
          `A wrap-up blocks capacity for ${inWords(blocks)}, so it cannot close by itself after ${inWords(autoCloseSeconds)}.`,
        )
      : null,
  ]);
}
