import type * as drawing from "./drawing.ts";

export type Drawing = typeof drawing;

/**
 * The library that draws, loaded with the first plot. It asks for the browser's language once, when it is loaded, and gives up on one that
 * is none, as browsers have it where the system has no locale (`en-US@posix`): there it is told another for that moment.
 */
export async function loadDrawing(): Promise<Drawing> {
  if (isLanguage(navigator.language)) return import("./drawing.ts");
  Object.defineProperty(navigator, "language", { value: "en-US", configurable: true });
  try {
    return await import("./drawing.ts");
  } finally {
    Reflect.deleteProperty(navigator, "language");
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
