import type { PanelModule } from "../contract.ts";

/** The panel's module first, then those without which it cannot run; the build writes their names. */
declare const PANEL_FILES: readonly string[];

/** Loads the panel, or finds it loaded. All of its files are asked for at once, so that none waits for another. */
export async function loadPanel(server: string): Promise<PanelModule> {
  const at = `${server}/widget/`;
  try {
    const [panel] = await Promise.all(PANEL_FILES.map((file) => import(at + file)));
    return panel;
  } catch {
    // A newer version may have taken its place since this page came; and some browsers remember that a module did not come.
    return import(`${at}panel.js?${Date.now()}`);
  }
}
