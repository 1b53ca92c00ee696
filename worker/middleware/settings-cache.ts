import type { Env } from "../env.ts";
import type { WidgetReading } from "../objects/organisation-settings.ts";
import { organisationOf } from "./organisation.ts";

/** How long an isolate believes what it read. A saved setting is in force everywhere after that. */
const FRESH_MS = 5_000;
/** Made-up widget ids must not fill the isolate's memory. */
const MOST_WIDGETS = 1_000;

/**
 * The organisation is one object: asked on every widget load and every resume, it would be the one place through which all
 * traffic goes. So each isolate asks it at most once in five seconds per widget, unknown ones included. Values are kept, not
 * promises: in workerd a request cannot await I/O that another one started.
 */
const readings = new Map<string, { reading: WidgetReading | null; readAt: number }>();

/**
 * A widget with its workstream, at most five seconds old; null if there is none of this id.
 * `now` in epoch milliseconds. Rejects if the organisation cannot be reached, so that callers fail closed.
 */
export async function readWidget(
  env: Pick<Env, "ORGANISATION">,
  widgetId: string,
  now: number,
): Promise<WidgetReading | null> {
  const known = readings.get(widgetId);
  if (known !== undefined && now - known.readAt < FRESH_MS) return known.reading;
  const reading = await organisationOf(env).readWidget(widgetId);
  if (readings.size >= MOST_WIDGETS) readings.clear();
  readings.set(widgetId, { reading, readAt: now });
  return reading;
}

/** After a save: at least whoever saved sees it at once. */
export function forgetWidgets(): void {
  readings.clear();
}
