import type { Scene, Tab } from "./scene.ts";

/** Why a tab's chat does not come to whoever sits at the console. */
export type Obstacle = "elsewhere" | "absent" | "full";

/** Null if it is theirs, if it will be in a moment, and if there is none. */
export function obstacle({ facts }: Tab, { console: { clerk } }: Scene): Obstacle | null {
  if (facts === null || clerk === null) return null;
  if (facts.state === "active") return facts.agent === clerk.name ? null : "elsewhere";
  if (facts.state !== "open" || facts.customer !== "present") return null;
  if (clerk.presence !== "available") return "absent";
  // What they are asked for takes room, too.
  const isAsked = facts.conversationId !== null && clerk.slots.includes(facts.conversationId);
  return clerk.used >= clerk.capacity && !isAsked ? "full" : null;
}

/** What stands in the way, and what helps. */
export function wayOut(what: Obstacle, { facts }: Tab, { console: { clerk } }: Scene): string {
  switch (what) {
    case "elsewhere":
      return `${facts?.agent} has this chat, not Ana. Start another; if that goes to ${facts?.agent}, too, set them to busy in their console.`;
    case "absent":
      return `Ana is ${clerk?.presence}, so the chat waits. Set Ana to Available, at the top of the console.`;
    case "full":
      return `Ana is full, ${clerk?.used} of ${clerk?.capacity}, so the chat waits. End one of Ana's in the console.`;
  }
}

/** Texts of the demo speak of Ana; this puts whoever sits at the console in that place. */
export function named(text: string, { console: { clerk } }: Scene): string {
  const [first = "Ana"] = clerk?.name.split(" ") ?? [];
  return text.replaceAll(/\bAna\b/g, first);
}
