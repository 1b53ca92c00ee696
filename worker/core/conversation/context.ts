import type { Outcome, Told } from "./commands.ts";
import { unchanged } from "./commands.ts";
import type { ConversationState } from "./state.ts";
import { isLive } from "./state.ts";

/**
 * The customer's page tells something of them. What is known already changes nothing, so that it may be repeated; after the end
 * nobody needs it any more. A name that the site has signed outweighs what a page says.
 */
export function tellContext(state: ConversationState, { name, page, facts }: Told): Outcome {
  const { customer } = state;
  if (!isLive(state.phase)) return unchanged(state);
  const told = {
    ...customer,
    name: customer.nameSigned ? customer.name : (name ?? customer.name),
    page: page ?? customer.page,
    facts: facts === undefined || isSame(facts, customer.facts) ? customer.facts : facts,
  };
  const isNews = told.name !== customer.name || told.page !== customer.page || told.facts !== customer.facts;
  return unchanged(isNews ? { ...state, customer: told } : state);
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
