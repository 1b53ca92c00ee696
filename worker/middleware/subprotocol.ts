import { SUBPROTOCOL } from "#protocol/limits.ts";

/** The second of the offered subprotocols, which carries the credential or ticket; null if ours is not offered first. */
export function offeredSecret(request: Request): string | null {
  const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(",").map((text) => text.trim());
  const [version, secret, ...rest] = offered;
  return version === SUBPROTOCOL && secret !== undefined && rest.length === 0 ? secret : null;
}
