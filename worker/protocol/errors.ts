import type { Retry } from "./codes.ts";

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
  conflict: {
    status: 409,
    retry: "never",
    title: "This id was used before for something else, or what is saved has changed meanwhile.",
  },
  ended: { status: 410, retry: "never", title: "The conversation has ended." },
  gone: { status: 410, retry: "never", title: "This is no longer to be had." },
  "not-allowed": { status: 403, retry: "never", title: "This is not allowed here." },
  "not-now": { status: 409, retry: "never", title: "This makes no sense in the conversation's present state." },
  "beyond-limit": {
    status: 409,
    retry: "never",
    title: "The hold already lasts as long as the conversation can be resumed.",
  },
  "kept-for-other": {
    status: 409,
    retry: "later",
    title: "It was transferred to another agent, and waits for them.",
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
  "in-use": { status: 409, retry: "never", title: "This cannot be removed: something still needs it." },
  "hold-above-limit": { status: 422, retry: "never", title: "The hold is longer than the reconnect time limit." },
  "invalid-settings": { status: 422, retry: "never", title: "A setting is not valid." },
  "not-configured": { status: 503, retry: "later", title: "The server has no keys yet." },
  unavailable: { status: 503, retry: "later", title: "The service is not available at the moment." },
} as const satisfies Record<string, { status: number; retry: Retry; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(ERRORS, value);
}
