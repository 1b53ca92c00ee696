import { define } from "../agent/define.ts";
import { RejoinDemo } from "./rejoin-demo.ts";

/** Makes `<rejoin-demo>` known to the page. */
export function defineDemo(): void {
  define("rejoin-demo", RejoinDemo);
}
