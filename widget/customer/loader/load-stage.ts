import type { StageModule } from "../stage/stage.ts";

/** The panel's module first, then those without which it cannot run; the build writes their names. */
declare const PANEL_FILES: readonly string[];

/** Loads all that is needed to chat, or finds it loaded. All files are asked for at once, so that none waits for another. */
export async function loadStage(server: string): Promise<StageModule> {
  const at = `${server}/widget/`;
  try {
    return (await Promise.all(PANEL_FILES.map((file) => import(at + file))))[0];
  } catch {
    // A newer version may have taken its place since this page came; and some browsers remember that a module did not come.
    return import(`${at}panel.js?${Date.now()}`);
  }
}
