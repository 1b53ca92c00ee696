import type { ChangedValue } from "#protocol/changes.ts";
import { inWords } from "./durations.ts";

/** What a field is called, on its form and in the record of changes. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: "Name",
  workstreamId: "Workstream",
  origins: "Allowed origins",
  "looks.accent": "Accent",
  "looks.position": "Side",
  "looks.theme": "Colours",
  "looks.logo": "Logo",
  "texts.greeting": "Greeting",
  "texts.hint": "Line under the greeting",
  "reconnect.enabled": "Turn on reconnect",
  "reconnect.previousAgentForSeconds": "Reconnect to previous agent for",
  "reconnect.portalUrl": "Portal URL",
  "reconnect.redirectUrl": "Redirect URL",
  "reconnect.prompt": "Prompt",
  "identity.audience": "Audience",
  "identity.keys.kind": "Identity keys",
  "identity.keys.secret": "Identity secret",
  "identity.keys.algorithm": "Algorithm",
  "identity.keys.pem": "Public key",
  "identity.keys.url": "Key set URL",
  "identity.previous": "Old keys",
  "identity.previous.until": "Old keys good until",
  "identity.previous.keys.kind": "Old identity keys",
  "identity.previous.keys.secret": "Old identity secret",
  autoCloseAfterInactivitySeconds: "Auto-close after inactivity",
  "offer.mode": "Offers",
  "offer.seconds": "Time to take an offer",
  "wrapUp.blocks": "Wrap-up takes units",
  "wrapUp.autoCloseSeconds": "Wrap-up closes after",
  units: "Units per conversation",
  role: "Role",
  capacity: "Units",
  workstreamIds: "Workstreams",
  active: "Active",
};

export function fieldName(path: string): string {
  return FIELD_NAMES[path] ?? path;
}

/** A value as people read it. `nameOf` finds what an id is called. */
export function valueInWords(
  path: string,
  value: ChangedValue,
  nameOf: (id: string) => string,
  dateOf: (at: number) => string,
): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    if (path.endsWith("Seconds") || path.endsWith(".seconds") || path === "wrapUp.blocks") return inWords(value);
    return path.endsWith(".until") ? dateOf(value) : String(value);
  }
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(nameOf).join(", ");
  return path === "workstreamId" ? nameOf(value) : value;
}
