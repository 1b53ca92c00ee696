import type { Offer, ResumeAnswer } from "#protocol/bodies.ts";
import { ENDING, INSTANT } from "./basics.ts";
import { ACCESS, REFUSED } from "./customer-answers.ts";
import { BOOLEAN, kinds, nullable, object, oneOf, STRING } from "./shape.ts";

const NAME = nullable(STRING);
const VIA = oneOf("link", "credential", "identity");

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
