import { WIDGET_DEFAULTS, WORKSTREAM_DEFAULTS } from "#protocol/settings.ts";
import type { WidgetSettings, WorkstreamSettings } from "#protocol/settings.ts";

export const SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA";

/** A widget that may be saved: the defaults, on one site. */
export function widget(change: { reconnect?: object; [field: string]: unknown } = {}): WidgetSettings {
  return {
    name: "Shop",
    workstreamId: "general",
    origins: ["https://shop.example"],
    ...WIDGET_DEFAULTS,
    identity: { audience: "shop", keys: { kind: "secret", secret: SECRET } },
    ...change,
    reconnect: { ...WIDGET_DEFAULTS.reconnect, ...change.reconnect },
  };
}

export function workstream(change: Partial<WorkstreamSettings> = {}): WorkstreamSettings {
  return { name: "General", ...WORKSTREAM_DEFAULTS, ...change };
}
