import { define } from "../define.ts";
import { RejoinInsights } from "./rejoin-insights.ts";
import { RejoinPlot } from "./rejoin-plot.ts";

/** Makes `<rejoin-insights>` known to the page. */
export function defineInsights(): void {
  define("rejoin-plot", RejoinPlot);
  define("rejoin-insights", RejoinInsights);
}
