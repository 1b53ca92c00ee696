/** When it makes sense to try the same thing again: never, after a while, or at once. */
export type Retry = "never" | "later" | "now";

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

/** The errors that stay what they are: asking for the same again is no use. Without their titles, which no customer's page needs. */
const FINAL = [
  "bad-frame",
  "unknown-frame",
  "bad-request",
  "too-large",
  "too-long",
  "conflict",
  "ended",
  "gone",
  "not-allowed",
  "not-now",
  "beyond-limit",
  "no-portal-url",
  "reconnect-off",
  "too-many-links",
  "identity-invalid",
  "unauthorised",
  "forbidden-origin",
  "not-found",
  "method-not-allowed",
  "hold-above-limit",
  "invalid-settings",
  "in-use",
];

/** Whether the same request can succeed later: also where the code is not known, which means `unavailable`. */
export function canPass(code: string): boolean {
  return !FINAL.includes(code);
}
