import type { Colleague } from "#protocol/desk-frames.ts";

/** Why a transfer does not reach its target at once: they have to get room first, or whoever has room is asked in their place. */
export type Snag = "none" | "full" | "too-small" | "not-available";

export function snagOf({ presence, connected, used, capacity }: Colleague, units: number): Snag {
  if (!connected || presence !== "available") return "not-available";
  if (capacity < units) return "too-small";
  return capacity - used < units ? "full" : "none";
}

/** What becomes of the conversation then. */
export function snagText(snag: Snag, units: number): string {
  switch (snag) {
    case "none":
      return "";
    case "full":
      return `No room for ${units} now: the customer waits for them.`;
    case "too-small":
      return `Takes ${units}, more than they can: goes to whoever has room.`;
    case "not-available":
      return "Goes to whoever has room.";
  }
}

/** Those who can take it first. */
export function byRoom(colleagues: readonly Colleague[], units: number): Colleague[] {
  const rank = (other: Colleague): number => {
    const snag = snagOf(other, units);
    return snag === "not-available" && !other.connected ? RANKS.length : RANKS.indexOf(snag);
  };
  return colleagues.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

const RANKS: readonly Snag[] = ["none", "full", "too-small", "not-available"];
