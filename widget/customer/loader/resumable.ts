import { attempt } from "../../client/io/attempt.ts";

/** What this browser keeps of a widget stands under names that start so. */
export const prefix = (widgetId: string | null): string => `rejoin:${widgetId}:`;

/** Whether it holds something that opens a conversation. */
export const isResumable = (widgetId: string): boolean =>
  Boolean(attempt(() => localStorage.getItem(`${prefix(widgetId)}access`)));

/** Forgets all of it. */
export const forget = (widgetId: string | null): void =>
  attempt(() => {
    for (const key in localStorage) if (key.startsWith(prefix(widgetId))) localStorage.removeItem(key);
  });
