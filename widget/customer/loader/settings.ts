import type { Problem, PublicWidget } from "#protocol/bodies.ts";

const asked: Record<string, Promise<PublicWidget | Problem> | undefined> = {};

/** A widget's public settings, or why there are none; all chats of the page ask once. Rejects without an answer. */
export const settingsOf = (url: string): Promise<PublicWidget | Problem> =>
  (asked[url] ??= fetch(url)
    .then((answer) => answer.json())
    .catch((error) => {
      asked[url] = undefined;
      throw error;
    }));
