import type { CSSResult } from "lit";
import { controls } from "../controls.ts";
import { look } from "../look.ts";
import { asideStyles } from "./aside-styles.ts";
import { frameStyles } from "./frame-styles.ts";
import { listStyles } from "./list-styles.ts";
import { menuStyles } from "./menu-styles.ts";
import { paneStyles } from "./pane-styles.ts";
import { railStyles } from "./rail-styles.ts";
import { ringStyles } from "./ring-styles.ts";
import { searchStyles } from "./search-styles.ts";

/** Everything that `<rejoin-console>` draws itself. */
export const consoleStyles: CSSResult[] = [
  look,
  ...controls,
  frameStyles,
  railStyles,
  menuStyles,
  ringStyles,
  listStyles,
  searchStyles,
  paneStyles,
  asideStyles,
];
