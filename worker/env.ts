import type { Conversation } from "./objects/conversation.ts";
import type { Customer } from "./objects/customer.ts";
import type { Desk } from "./objects/desk.ts";
import type { Organisation } from "./objects/organisation.ts";
import type { Records } from "./objects/records.ts";

/** What the deployment gives us. The keys are optional because they can be forgotten: without them everything is refused. */
export interface Env {
  CONVERSATION: DurableObjectNamespace<Conversation>;
  DESK: DurableObjectNamespace<Desk>;
  CUSTOMER: DurableObjectNamespace<Customer>;
  ORGANISATION: DurableObjectNamespace<Organisation>;
  RECORDS: DurableObjectNamespace<Records>;
  /** The built pages and scripts. */
  ASSETS: Fetcher;
  /** The one secret from which all seals are derived: 32 random bytes or more, as text. */
  ROOT_KEY?: string;
  /** Opens `POST /v1/setup-links`, and with it the console to the owner. */
  SETUP_SECRET?: string;
  /** "on" under `npm start` alone: the demo page may sign in as the demo's agent. */
  DEMO?: string;
  /** Where the demo's other parts stand, as JSON; `npm start` alone sets it. */
  DEMO_PLACE?: string;
}

/** The desk, the organisation and the records are one each, under these names. */
export const DESK_NAME = "desk";
export const ORGANISATION_NAME = "organisation";
export const RECORDS_NAME = "records";
