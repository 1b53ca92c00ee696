import type { StageModule } from "../stage/stage.ts";

/** Where the build put the modules. */
declare const FOLDER: string;

/** Loads all that is needed to chat, or finds it loaded: all files are asked for at once, so that none waits for another. */
export async function loadStage(server: string, ...names: string[]): Promise<StageModule> {
  const at = `${server}/widget/`;
  try {
    const [panel] = await Promise.all(["panel", ...names].map((name) => import(`${at}${FOLDER}/${name}.js`)));
    return panel;
  } catch {
    // In a folder that does not exist the server has the newest: a browser remembers of each address that it did not come.
    return import(`${at}${Date.now()}/panel.js`);
  }
}
