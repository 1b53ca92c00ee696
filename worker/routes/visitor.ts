import type { Identity as Known } from "../core/resume.ts";
import type { Env } from "../env.ts";
import { customerName } from "../objects/customer-name.ts";
import type { WidgetReading } from "../objects/organisation/reading.ts";
import type { Credential } from "../tokens/credential.ts";
import { mintCredential } from "../tokens/credential.ts";
import { verifyIdentity } from "../tokens/identity.ts";
import type { Access } from "#protocol/bodies.ts";

/** Who a visitor has proved to be. `until`: when the proof runs out, in epoch milliseconds. `unavailable`: it could not be checked. */
export type Visitor =
  | Exclude<Known, { kind: "valid" }>
  | { kind: "valid"; sub: string; until: number; name?: string }
  | { kind: "unavailable" };

export async function readVisitor(widget: WidgetReading, identity: string | undefined, now: number): Promise<Visitor> {
  return identity === undefined ? { kind: "none" } : verifyIdentity(identity, widget.widget.identity, now);
}

/** The object of a verified customer. */
export function customerOf(env: Env, rootKey: string, sub: string) {
  return env.CUSTOMER.getByName(customerName(sub, rootKey));
}

/** What a browser needs to open its conversation's socket. */
export function accessFor(rootKey: string, credential: Credential): Access {
  const { conversationId, identityUntil } = credential;
  return { conversationId, credential: mintCredential(rootKey, credential), identityUntil };
}
