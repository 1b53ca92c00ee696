import * as v from "valibot";
import { Name } from "#protocol/basics.ts";

/** What we read of an identity token once its signature holds. A name that cannot be shown is left out; the identity stands without it. */
export const IdentityClaims = v.object({
  /** The customer, as the site calls them. */
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  /** Epoch seconds, up to the last instant that a date can hold. */
  exp: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e12)),
  name: v.fallback(v.optional(Name), undefined),
});
