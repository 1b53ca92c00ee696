import * as v from "valibot";

/** What somebody wants of the console in this browser. */
const Preferences = v.object({
  sound: v.fallback(v.boolean(), true),
  notify: v.fallback(v.boolean(), false),
  theme: v.fallback(v.picklist(["auto", "light", "dark"]), "auto"),
});
export type Preferences = v.InferOutput<typeof Preferences>;

const KEY = "rejoin:console";

/** What was kept; the defaults where there is nothing, or storage is forbidden. */
export function readPreferences(): Preferences {
  try {
    return v.parse(Preferences, JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return v.parse(Preferences, {});
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Then they last as long as the page.
  }
}
