import type { Mode } from "./talk/composed.ts";

/** What of the console is this page's alone: nobody else needs to know it. */
export interface Screen {
  /** What to tell the agent about what they last did; empty for nothing. */
  said: string;
  dialog: "end" | "transfer" | "keys" | null;
  /** Whether the agent is being asked if they want to give everything back. */
  goingOffline: boolean;
  mode: Mode;
  /** Whether the details stand over the conversation, where there is no room beside it. */
  detailed: boolean;
}

export const FIRST_SCREEN: Screen = { said: "", dialog: null, goingOffline: false, mode: "reply", detailed: false };
