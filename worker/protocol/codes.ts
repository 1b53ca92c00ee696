/** When it makes sense to try the same thing again: never, after a while, or at once. */
export type Retry = "never" | "later" | "now";

/**
 * Every way in which the server says no, in frames (`nack`, `error`) and in HTTP answers (`code` of problem+json),
 * with the HTTP status it travels under and whether the same request can succeed later. The list is closed:
 * a client that meets a code it does not know treats it as `unavailable`.
 */
export const ERRORS = {
  "bad-frame": { status: 400, retry: "never", title: "The frame could not be read." },
  "unknown-frame": { status: 400, retry: "never", title: "This kind of frame is not known here." },
  "bad-request": { status: 400, retry: "never", title: "The request could not be read." },
  "too-large": { status: 413, retry: "never", title: "The request is larger than 64 KB." },
  "too-long": { status: 400, retry: "never", title: "A message has at most 8,000 characters." },
  conflict: { status: 409, retry: "never", title: "This id was used before for something else." },
  ended: { status: 410, retry: "never", title: "The conversation has ended." },
  gone: { status: 410, retry: "never", title: "This is no longer to be had." },
  "not-allowed": { status: 403, retry: "never", title: "This is not allowed here." },
  "not-now": { status: 409, retry: "never", title: "This makes no sense in the conversation's present state." },
  "beyond-limit": {
    status: 409,
    retry: "never",
    title: "The hold already lasts as long as the conversation can be resumed.",
  },
  "no-room": { status: 409, retry: "later", title: "There is no free capacity for it." },
  "no-portal-url": {
    status: 409,
    retry: "never",
    title: "This widget has no portal URL, so a reconnect link would lead nowhere.",
  },
  "reconnect-off": { status: 409, retry: "never", title: "Reconnecting is turned off for this widget." },
  "too-many-links": {
    status: 409,
    retry: "never",
    title: "At most five links are live at a time, and fifty in all; revoke one that is live, if any.",
  },
  "identity-invalid": { status: 401, retry: "never", title: "The identity token is not valid." },
  "identity-expired": { status: 401, retry: "now", title: "The identity token has expired; send a fresh one." },
  unauthorised: { status: 401, retry: "never", title: "This credential opens nothing here." },
  "forbidden-origin": { status: 403, retry: "never", title: "This origin is not allowed for the widget." },
  "not-found": { status: 404, retry: "never", title: "There is nothing here." },
  "method-not-allowed": { status: 405, retry: "never", title: "This method is not supported here." },
  "hold-above-limit": { status: 422, retry: "never", title: "The hold is longer than the reconnect time limit." },
  "invalid-settings": { status: 422, retry: "never", title: "A setting is not valid." },
  "not-configured": { status: 503, retry: "later", title: "The server has no keys yet." },
  unavailable: { status: 503, retry: "later", title: "The service is not available at the moment." },
} as const satisfies Record<string, { status: number; retry: Retry; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(ERRORS, value);
}

/**
 * Why a socket closes. Ranges tell what to do even to a client that does not know the number (the ranges are Pusher's):
 * 4000–4099 never retry, 4100–4199 retry with backoff, 4200–4299 retry at once. 4300 is said by clients only.
 * The server refuses by accepting and then closing with one of these, since browsers show any refused upgrade as 1006.
 */
export const CLOSE = {
  /** No `rejoin.v1` among the offered subprotocols, or a query that cannot be read. */
  protocol: 4000,
  /** The credential or ticket is unknown, malformed, or void; one answer for all of it. */
  unauthorised: 4001,
  forbiddenOrigin: 4003,
  /** A newer socket of the same tab took over. */
  replaced: 4005,
  /** The agent no longer has this conversation. */
  unassigned: 4006,
  /** The agent signed out, or lost their rights. */
  signedOut: 4007,
  tooLarge: 4009,
  /** The customer's identity token has expired: resume with a fresh one, then connect. */
  identityExpired: 4020,
  unavailable: 4100,
  /** No sign of life was seen for too long. */
  silent: 4200,
  /** What an agent showed when the socket opened is old: connect anew with a fresh ticket. */
  stale: 4201,
  /** Said by clients: the page goes away. A drop like any other, only sooner known. */
  left: 4300,
} as const;

/** What a close code asks of the client. Codes outside our ranges (1006 and its kin) are ordinary trouble: try later. */
export function retryOf(closeCode: number): Retry {
  if (closeCode >= 4000 && closeCode < 4100) return "never";
  if (closeCode >= 4200 && closeCode < 4300) return "now";
  return "later";
}
