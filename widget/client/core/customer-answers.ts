import type { Access, StartAnswer } from "#protocol/bodies.ts";
import { ID, INSTANT } from "./basics.ts";
import { BOOLEAN, kinds, nullable, object, oneOf, STRING } from "./shape.ts";

export const ACCESS = object<Access>({
  conversationId: ID,
  credential: STRING,
  identityUntil: nullable(INSTANT),
});

export const REFUSED = { reason: oneOf("identity-invalid", "identity-expired") };

export const START_ANSWER = kinds<"answer", StartAnswer>("answer", {
  started: { access: ACCESS, joined: BOOLEAN },
  refused: REFUSED,
});
