import type { Entry, Happening } from "#protocol/entries.ts";
import { AGENT, ENDED_BY, END_REASON, INSTANT, SIDE } from "./basics.ts";
import { BOOLEAN, kinds, list, nullable, NUMBER, object, oneOf, optional, or, STRING } from "./shape.ts";
import type { Shape } from "./shape.ts";

const unknown = () => ({ type: "unknown" }) as const;

const HAPPENING = kinds<"type", Happening>("type", {
  started: {},
  joined: { agent: AGENT },
  left: { agent: AGENT, reason: oneOf("gave-back", "transferred", "disconnected", "offline") },
  away: { since: INSTANT, holdUntil: nullable(INSTANT) },
  back: { afterSeconds: NUMBER },
  "hold-extended": { until: INSTANT },
  "hold-over": { agent: AGENT, givenUp: BOOLEAN },
  "link-made": { linkId: STRING, by: SIDE },
  "links-revoked": { linkIds: list(STRING) },
  identified: {},
  ended: { by: ENDED_BY, reason: END_REASON },
  closed: {},
});

const PLACE = { seq: INSTANT, at: INSTANT };

/** One line of the transcript. What this version does not know keeps its place in the order and shows nothing. */
export const ENTRY: Shape<Entry> = or(
  kinds<"kind", Entry>("kind", {
    message: {
      ...PLACE,
      id: STRING,
      from: SIDE,
      agent: optional(AGENT),
      text: STRING,
      linkId: optional(STRING),
    },
    event: { ...PLACE, what: HAPPENING },
  }),
  object<Extract<Entry, { kind: "event" }>>({
    seq: INSTANT,
    at: or(INSTANT, () => 0),
    kind: () => "event",
    what: unknown,
  }),
);
