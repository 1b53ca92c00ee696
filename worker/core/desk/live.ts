import type { DeskState } from "./state.ts";

/** How many conversations of a widget, or in a workstream, have not ended: whatever is being wrapped up has. */
export function liveIn(
  { items }: Pick<DeskState, "items">,
  where: { widgetId: string } | { workstreamId: string },
): number {
  let live = 0;
  for (const { summary } of items.values()) {
    const there =
      "widgetId" in where ? summary.widgetId === where.widgetId : summary.workstreamId === where.workstreamId;
    if (there && summary.phase.state !== "wrap-up") live += 1;
  }
  return live;
}
