import type { Access, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import { ENDING, ID, INSTANT } from "./basics.ts";
import { BOOLEAN, kinds, nullable, object, oneOf, STRING } from "./shape.ts";
import type { Shape } from "./shape.ts";

export const ACCESS: Shape<Access> = object({
  conversationId: ID,
  credential: STRING,
  identityUntil: nullable(INSTANT),
});

const VIA = oneOf("link", "credential", "identity");
const REFUSED = { reason: oneOf("identity-invalid", "identity-expired") };

export const RESUME_ANSWER: Shape<ResumeAnswer> = kinds("answer", {
  resume: { access: ACCESS, via: VIA, drop: BOOLEAN },
  offer: {
    offer: object({
      agentName: nullable(STRING),
      customerName: nullable(STRING),
      awaySince: nullable(INSTANT),
      holdUntil: nullable(INSTANT),
      resumableUntil: nullable(INSTANT),
    }),
    drop: BOOLEAN,
  },
  ended: {
    redirectUrl: nullable(STRING),
    ended: nullable(ENDING),
    access: nullable(ACCESS),
    via: VIA,
    drop: BOOLEAN,
  },
  none: { drop: BOOLEAN },
  refused: REFUSED,
});

export const START_ANSWER: Shape<StartAnswer> = kinds("answer", {
  started: { access: ACCESS, joined: BOOLEAN },
  refused: REFUSED,
});
