import { sealed, unseal } from "./seal.ts";

/** What a reconnect link names. The token is an HMAC over it, so that nothing usable needs to be stored. */
export interface LinkName {
  conversationId: string;
  linkId: string;
}

export function mintLinkToken(rootKey: string, { conversationId, linkId }: LinkName): string {
  return sealed(rootKey, "link", `${conversationId}.${linkId}`);
}

/** The link that a token opens, or null if we did not make it. */
export function readLinkToken(rootKey: string, token: string): LinkName | null {
  const [conversationId, linkId] = unseal(rootKey, "link", token)?.split(".") ?? [];
  return conversationId === undefined || linkId === undefined ? null : { conversationId, linkId };
}
