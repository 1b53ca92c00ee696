import { define } from "../define.ts";
import { RejoinChanges } from "./rejoin-changes.ts";
import { RejoinExamples } from "./rejoin-examples.ts";
import { RejoinKeys } from "./rejoin-keys.ts";
import { RejoinPageCheck } from "./rejoin-page-check.ts";
import { RejoinPreview } from "./rejoin-preview.ts";
import { RejoinSettings } from "./rejoin-settings.ts";
import { RejoinTokenCheck } from "./rejoin-token-check.ts";

/** Makes `<rejoin-settings>` and its parts known to the page. */
export function defineSettings(): void {
  define("rejoin-changes", RejoinChanges);
  define("rejoin-examples", RejoinExamples);
  define("rejoin-keys", RejoinKeys);
  define("rejoin-page-check", RejoinPageCheck);
  define("rejoin-preview", RejoinPreview);
  define("rejoin-token-check", RejoinTokenCheck);
  define("rejoin-settings", RejoinSettings);
}
