/** Where something is kept, or nothing where the browser blocks it. */
function using<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Whether this browser holds something that opens a conversation of this widget. */
export const isResumable = (widgetId: string): boolean =>
  using(() => localStorage.getItem(`rejoin:${widgetId}:access`)) !== null;

/** Whether the panel was open in this tab when the page before this one went. */
export const wasOpen = (widgetId: string): boolean =>
  using(() => sessionStorage.getItem(`rejoin:${widgetId}:open`)) !== null;

/** Notes whether the panel is open, for the next page of this tab. */
export function keepOpen(widgetId: string, open: boolean): void {
  const key = `rejoin:${widgetId}:open`;
  using(() => (open ? sessionStorage.setItem(key, "") : sessionStorage.removeItem(key)));
}

/** Everything of this widget. */
export function forget(widgetId: string): void {
  using(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`rejoin:${widgetId}:`)) localStorage.removeItem(key);
  });
}
