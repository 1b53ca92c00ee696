import type { Env } from "../env.ts";
import type { WidgetReading } from "../objects/organisation/reading.ts";
import { organisationOf } from "./organisation.ts";

/** How long an isolate believes what it read. A saved setting is in force everywhere after that. */
const FRESH_MS = 5_000;

/**
 * The organisation is one object: asked on every widget load and every resume, it would be the one place through which all
 * traffic goes. So each isolate reads all widgets at once, about once in five seconds: a made-up id costs it nothing, however
 * many there are. A value is kept, not a promise: in workerd a request cannot await I/O that another one started.
 */
let latest: { readings: ReadonlyMap<string, WidgetReading>; readAt: number } | null = null;
/** Counts the saves, so that a reading that began before one is not kept after it. */
let saves = 0;

/**
 * A widget with its workstream, at most five seconds old; null if there is none of this id.
 * `now` in epoch milliseconds. Rejects if the organisation cannot be reached, so that callers fail closed.
 */
export async function readWidget(
  env: Pick<Env, "ORGANISATION">,
  widgetId: string,
  now: number,
): Promise<WidgetReading | null> {
  if (latest !== null && now - latest.readAt < FRESH_MS) return latest.readings.get(widgetId) ?? null;
  const before = saves;
  const widgets = await organisationOf(env).readWidgets();
  const readings = new Map(widgets.map((reading) => [reading.widgetId, reading]));
  if (before === saves) latest = { readings, readAt: now };
  return readings.get(widgetId) ?? null;
}

/** After a save: at least whoever saved sees it at once. */
export function forgetWidgets(): void {
  latest = null;
  saves += 1;
}
