import { define } from "../define.ts";
import { RejoinInsights } from "./rejoin-insights.ts";

/** Makes `<rejoin-insights>` known to the page. */
export function defineInsights(): void {
  define("rejoin-insights", RejoinInsights);
}
