/** What one looks at: a period, and what narrows it. It stands in the address, so that it can be kept and sent on. */
export interface InsightsView {
  days: number;
  widgetId: string;
  workstreamId: string;
  agentId: string;
}

export const PERIODS = [
  { days: 7, label: "Last 7 days" },
  { days: 28, label: "Last 28 days" },
  { days: 91, label: "Last 13 weeks" },
] as const;

const DEFAULT_DAYS = 28;

/** Reads a view out of the place's path; whatever is not understood is as if it were not there. */
export function viewIn(path: string): InsightsView {
  const told = new URLSearchParams(path);
  const days = Number(told.get("days"));
  const id = (name: string): string =>
    /^[A-Za-z0-9_-]{1,64}$/.test(told.get(name) ?? "") ? (told.get(name) ?? "") : "";
  return {
    days: PERIODS.some((period) => period.days === days) ? days : DEFAULT_DAYS,
    widgetId: id("widget"),
    workstreamId: id("workstream"),
    agentId: id("agent"),
  };
}

/** The path of a view; what is as it always is, is not in it. */
export function pathOf({ days, widgetId, workstreamId, agentId }: InsightsView): string {
  const told = new URLSearchParams();
  if (days !== DEFAULT_DAYS) told.set("days", String(days));
  if (widgetId !== "") told.set("widget", widgetId);
  if (workstreamId !== "") told.set("workstream", workstreamId);
  if (agentId !== "") told.set("agent", agentId);
  return told.toString();
}

/** The query of a view: whole days up to this moment, as this person's clock shows them. */
export function queryOf(view: InsightsView, now: number, zone: string): string {
  const first = new Date(now);
  first.setHours(0, 0, 0, 0);
  first.setDate(first.getDate() - view.days + 1);
  const query = new URLSearchParams({ from: String(first.getTime()), until: String(now), zone });
  for (const name of ["widgetId", "workstreamId", "agentId"] as const)
    if (view[name] !== "") query.set(name, view[name]);
  return query.toString();
}
