import * as v from "valibot";
import { LONGEST_SECONDS, MESSAGE_CHARS } from "./limits.ts";

/** Text of ours that names something: ids, slugs of settings, keys. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, "not an id"));
/** An id that a client makes: 128 random bits or more, so at least 22 base64url characters. */
export const RandomId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/, "not a random id"));
/** An instant by the server's clock, in epoch milliseconds. */
export const Instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** The number of an entry in its transcript; 0 stands before the first. */
export const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A duration as it travels: whole seconds, at most 30 days. */
export const Seconds = v.pipe(
  v.number("must be a number"),
  v.integer("must be a whole number of seconds"),
  v.minValue(0, "must not be negative"),
  v.maxValue(LONGEST_SECONDS, "must be at most 30 days"),
);
export const Name = v.pipe(
  v.string("must be a text"),
  v.trim(),
  v.minLength(1, "must not be empty"),
  v.maxLength(80, "must be at most 80 characters"),
);
export const MessageText = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== "", "empty"),
  v.maxLength(MESSAGE_CHARS, "too long"),
);

/** An absolute http(s) URL. Scripts, data, protocol-relative and relative URLs are refused. */
export const WebUrl = v.pipe(
  v.string("must be an absolute http or https URL"),
  v.maxLength(2_048, "must be at most 2,048 characters"),
  v.check((text) => /^https?:\/\/[^/\\]/i.test(text) && URL.canParse(text), "must be an absolute http or https URL"),
);

/** An agent as others see them. */
export const AgentRef = v.object({ id: Id, name: v.string() });
export type AgentRef = v.InferOutput<typeof AgentRef>;
