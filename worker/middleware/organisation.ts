import { ORGANISATION_NAME } from "../env.ts";
import type { Env } from "../env.ts";
import type { Organisation } from "../objects/organisation.ts";

/** The organisation of this deployment. */
export function organisationOf(env: Pick<Env, "ORGANISATION">): DurableObjectStub<Organisation> {
  return env.ORGANISATION.getByName(ORGANISATION_NAME);
}
