import { define } from "../parts/define.ts";
import { RejoinLog } from "../parts/rejoin-log.ts";
import { RejoinChat } from "./rejoin-chat.ts";

/** Makes `<rejoin-chat>` known to the page. */
export function defineChat(): void {
  define("rejoin-log", RejoinLog);
  define("rejoin-chat", RejoinChat);
}
