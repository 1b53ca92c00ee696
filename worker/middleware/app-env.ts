import type { Session } from "../objects/organisation/accounts.ts";
import type { WidgetReading } from "../objects/organisation/reading.ts";
import type { Env } from "../env.ts";

/** What every route and middleware of the Worker knows: the deployment, and what was verified on the way. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    /** Set by `requireKeys`, before all routes of the API. */
    rootKey: string;
    /** Set by `requireAgent`. */
    session: Session;
    /** Set by `widgetOrigin`. */
    widget: WidgetReading;
  };
}
