import { define } from "../define.ts";
import { RejoinSettings } from "./rejoin-settings.ts";

/** Makes `<rejoin-settings>` known to the page. */
export function defineSettings(): void {
  define("rejoin-settings", RejoinSettings);
}
