import type { WidgetRecord } from "#protocol/console.ts";

/** The parts of a widget that say where it stands. */
type Placed = Pick<WidgetRecord, "origins" | "reconnect">;

/** Allowed where the demo's sites stand this time; links lead there unless its owner has set another place than this machine. */
export function placedAt<Widget extends Placed>(
  widget: Widget,
  sites: readonly string[],
  path: string,
  changes: Partial<Placed["reconnect"]>,
): Widget {
  const { reconnect } = widget;
  const portalUrl = isHere(reconnect.portalUrl) ? `${sites[0]}${path}` : reconnect.portalUrl;
  const origins = [...new Set([...widget.origins.filter(isNotOfBefore(widget.origins, sites)), ...sites])];
  return { ...widget, origins, reconnect: { ...reconnect, portalUrl, ...changes } };
}

/** What an owner allowed stays, on this machine too; where the demo stood under another `PORT` is nobody's any more. */
function isNotOfBefore(origins: readonly string[], sites: readonly string[]): (origin: string) => boolean {
  const isSite = (origin: string): boolean => /^http:\/\/(shop|phone)\.localhost:/.test(origin);
  const ports = origins
    .filter((origin) => isSite(origin) && !sites.includes(origin))
    .map((origin) => new URL(origin).port);
  return (origin) => {
    const { hostname, port } = new URL(origin);
    return !(ports.includes(port) && (isSite(origin) || hostname === "127.0.0.1"));
  };
}

const isHere = (url: string | null): boolean =>
  url === null || /^http:\/\/([\w-]+\.)?(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\//.test(url);
