import { html, nothing } from "lit/html.js";
import { ring } from "./ring.ts";
import type { MoreScreens } from "./scene.ts";

/** The screens that are seldom seen: loaded when one of them is wanted. */
export interface More {
  /** Null until they are there; asks for them. */
  want(): MoreScreens | null;
  /** They could not be loaded. */
  failed(): boolean;
  /** Tries once more. */
  retry(): void;
}

export function createMore(table: string, root: ShadowRoot, redraw: () => void): More {
  let state: "none" | "asked" | "failed" | MoreScreens = "none";
  const load = async (): Promise<void> => {
    state = "asked";
    try {
      const { loadScreens } = await import("../screens/screens.ts");
      state = await loadScreens(table, root, { html, nothing, ring, redraw });
    } catch {
      state = "failed";
    }
    redraw();
  };
  return {
    want: () => {
      if (state === "none") void load();
      return typeof state === "string" ? null : state;
    },
    failed: () => state === "failed",
    retry: () => {
      state = "none";
      redraw();
    },
  };
}
