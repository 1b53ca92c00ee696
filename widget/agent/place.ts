/** Where in the console one is; `path` is what follows in the address. */
export type Place = { readonly at: "chats" | "insights" | "settings"; readonly path: string };

export const CHATS: Place = { at: "chats", path: "" };

const PLACES = ["chats", "insights", "settings"] as const;

/** Reads a place out of a page's fragment: `#/settings/widgets/demo`. Whatever else stands there is the chats. */
export function placeIn(fragment: string): Place {
  const [, name, path = ""] = /^#\/([a-z]+)(?:\/(.*))?$/.exec(fragment) ?? [];
  const at = PLACES.find((known) => known === name);
  return at === undefined ? CHATS : { at, path };
}

/** The fragment of a place; the chats need none. */
export function fragmentOf({ at, path }: Place): string {
  if (at === "chats" && path === "") return "";
  return `#/${at}${path === "" ? "" : `/${path}`}`;
}

/** Where somebody may be: settings and insights are for supervisors. */
export function placeFor(place: Place, role: "agent" | "supervisor"): Place {
  return role === "supervisor" ? place : CHATS;
}
