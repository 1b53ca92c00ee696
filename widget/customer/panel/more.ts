import { html, nothing } from "lit/html.js";
import type { Desk } from "./asks.ts";
import { icon } from "./icons.ts";
import { ring } from "./ring.ts";
import type { MainScene } from "./scene.ts";
import type { Screen } from "./screen.ts";
import type { Seldom } from "./seldom.ts";

/** The screens that are seldom seen: loaded when one of them is wanted. */
export interface More {
  /** Null until they are there; asks for them. */
  want(): Seldom | null;
  /** They could not be loaded. */
  failed(): boolean;
  /** They may be asked for once more. */
  reset(): void;
}

export function createMore(table: string, root: ShadowRoot, desk: Desk): More {
  let state: "none" | "asked" | "failed" | Seldom = "none";
  const load = async (): Promise<void> => {
    state = "asked";
    try {
      const { loadSeldom } = await import("./seldom.ts");
      state = await loadSeldom(table, root, { html, nothing, icon, ring, redraw: desk.draw }, desk);
    } catch {
      state = "failed";
    }
    desk.draw();
  };
  return {
    want: () => {
      if (state === "none") void load();
      return typeof state === "string" ? null : state;
    },
    failed: () => state === "failed",
    reset: () => {
      state = "none";
    },
  };
}

/** Whether something of what is on the screen is loaded on need. */
export function needsMore({ sheet, deadLink }: MainScene, { is }: Screen): boolean {
  return (
    sheet.is !== "none" || (is === "welcome" ? deadLink : is !== "loading" && is !== "unreachable" && is !== "chat")
  );
}
