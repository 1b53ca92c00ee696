import * as v from "valibot";
import { Seconds } from "./basics.ts";
import { IdentityKeys } from "./settings.ts";

/** `POST /v1/widgets/:id/keys`: without `keys` a new secret is made. What vouched before goes on being good for so long; 0: not at all. */
export const KeysBody = v.object({
  keys: v.optional(IdentityKeys),
  keepOldForSeconds: Seconds,
  rev: v.optional(v.number()),
});

/** `POST /v1/widgets/:id/check-page`: may the page at this address use the widget? Nothing is fetched. */
export const CheckPageBody = v.object({ url: v.pipe(v.string(), v.maxLength(2_048)) });
export const CheckPageAnswer = v.variant("answer", [
  v.object({ answer: v.literal("allowed"), origin: v.string() }),
  /** `origin` is exactly what to add to the allowed origins. */
  v.object({ answer: v.literal("not-allowed"), origin: v.string(), detail: v.string() }),
  v.object({ answer: v.literal("unreadable"), detail: v.string() }),
]);
export type CheckPageAnswer = v.InferOutput<typeof CheckPageAnswer>;

/** `POST /v1/widgets/:id/check-token`: what is wrong with a token by which a site vouches for its customer. */
export const CheckTokenBody = v.object({ token: v.pipe(v.string(), v.maxLength(8_192)) });
export const TokenField = v.picklist(["form", "alg", "signature", "aud", "exp", "nbf", "sub", "name"]);
export type TokenField = v.InferOutput<typeof TokenField>;
/** One field of the token; `ok` null: nothing can be said about it yet. */
export const TokenFinding = v.object({ field: TokenField, ok: v.nullable(v.boolean()), detail: v.string() });
export type TokenFinding = v.InferOutput<typeof TokenFinding>;
export const CheckTokenAnswer = v.object({
  /** What a page with this token would be told. `unavailable`: the keys could not be fetched. */
  verdict: v.picklist(["valid", "expired", "invalid", "unavailable"]),
  findings: v.array(TokenFinding),
});
export type CheckTokenAnswer = v.InferOutput<typeof CheckTokenAnswer>;
