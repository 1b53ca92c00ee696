import { seal } from "../tokens/seal.ts";

/** The name of a customer's object: a seal of the `sub`, since names of objects are logged and must hold nothing personal. */
export function customerName(subject: string, rootKey: string): string {
  return seal(rootKey, "customer", subject);
}
