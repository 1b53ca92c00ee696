import { sealed, unseal } from "./seal.ts";

/**
 * What a browser holds to get into its own conversation: `<conversation>.<widget>.<device>.<generation>.<identityUntil>.<mac>`.
 * Checked by the Worker before any object wakes; the object's state decides what it still allows.
 */
export interface Credential {
  conversationId: string;
  /** Named so that the Worker can check the origin before any object wakes. */
  widgetId: string;
  /** The browser it was issued to. */
  device: string;
  /** Rises when the conversation comes to be owned by an identity: older credentials are void from then on. */
  generation: number;
  /** Of owned conversations: when the identity that was shown expires, in epoch milliseconds. Null for guests. */
  identityUntil: number | null;
}

export function mintCredential(rootKey: string, credential: Credential): string {
  const { conversationId, widgetId, device, generation, identityUntil } = credential;
  return sealed(rootKey, "credential", [conversationId, widgetId, device, generation, identityUntil ?? 0].join("."));
}

/** The credential in `text`, or null if we did not issue it. */
export function readCredential(rootKey: string, text: string): Credential | null {
  const [conversationId, widgetId, device, generation, identityUntil] =
    unseal(rootKey, "credential", text)?.split(".") ?? [];
  if (conversationId === undefined || widgetId === undefined || device === undefined) return null;
  return {
    conversationId,
    widgetId,
    device,
    generation: Number(generation),
    identityUntil: Number(identityUntil) || null,
  };
}
