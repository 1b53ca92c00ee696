import { define } from "./define.ts";
import { RejoinLog } from "./rejoin-log.ts";
import { RejoinComposer } from "./talk/rejoin-composer.ts";
import { RejoinConsole } from "./rejoin-console.ts";

/** Makes `<rejoin-console>` known to the page. */
export function defineConsole(): void {
  define("rejoin-log", RejoinLog);
  define("rejoin-composer", RejoinComposer);
  define("rejoin-console", RejoinConsole);
}
