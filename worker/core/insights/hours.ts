/** How many began in one quarter of an hour, counted from the epoch: no time zone is shifted by less. */
export interface Quarter {
  quarter: number;
  count: number;
}

export const QUARTER_MS = 900_000;

/** How many began at each hour of the day as the clocks of this zone show it. */
export function byHour(quarters: readonly Quarter[], zone: string): number[] {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { quarter, count } of quarters) {
    const hour = Number(clock.format(quarter * QUARTER_MS));
    hours[hour] = (hours[hour] ?? 0) + count;
  }
  return hours;
}
