import type { Access, Offer, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import { ENDING, ID, INSTANT } from "./basics.ts";
import { BOOLEAN, kinds, nullable, object, oneOf, STRING } from "./shape.ts";

export const ACCESS = object<Access>({
  conversationId: ID,
  credential: STRING,
  identityUntil: nullable(INSTANT),
});

const NAME = nullable(STRING);
const VIA = oneOf("link", "credential", "identity");
const REFUSED = { reason: oneOf("identity-invalid", "identity-expired") };

export const RESUME_ANSWER = kinds<"answer", ResumeAnswer>("answer", {
  resume: { access: ACCESS, via: VIA, drop: BOOLEAN },
  offer: {
    offer: object<Offer>({
      agentName: NAME,
      // Servers before this one did not say it.
      customerName: (value = null) => NAME(value),
      awaySince: nullable(INSTANT),
      holdUntil: nullable(INSTANT),
      resumableUntil: nullable(INSTANT),
    }),
    drop: BOOLEAN,
  },
  ended: {
    redirectUrl: NAME,
    ended: nullable(ENDING),
    access: nullable(ACCESS),
    via: VIA,
    drop: BOOLEAN,
  },
  none: { drop: BOOLEAN },
  refused: REFUSED,
});

export const START_ANSWER = kinds<"answer", StartAnswer>("answer", {
  started: { access: ACCESS, joined: BOOLEAN },
  refused: REFUSED,
});
