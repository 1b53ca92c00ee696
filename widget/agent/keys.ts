/** What a key asks for. */
export type KeyCommand = "next" | "previous" | "reply" | "quick-reply" | "end" | "extend" | "queue" | "search" | "help";

/** The keys as they are shown. Enter does what it does on any button. */
export const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["J"], does: "Next in the list" },
  { keys: ["K"], does: "Previous in the list" },
  { keys: ["Enter"], does: "Open, accept or take what is marked" },
  { keys: ["R"], does: "Reply" },
  { keys: ["/"], does: "Quick replies" },
  { keys: ["E"], does: "End the conversation (asks)" },
  { keys: ["H"], does: "Extend the hold" },
  { keys: ["G", "Q"], does: "Go to the queue" },
  { keys: ["F"], does: "Search past conversations" },
  { keys: ["Esc"], does: "Leave the box you write in" },
  { keys: ["?"], does: "Show these keys" },
];

const SINGLE: Readonly<Record<string, KeyCommand>> = {
  j: "next",
  k: "previous",
  r: "reply",
  "/": "quick-reply",
  e: "end",
  h: "extend",
  f: "search",
  "?": "help",
};

/** How long the second key of two is waited for. */
const PAIR_MS = 1_500;

/** The first key of two, and when it was pressed; null while none is waited for. */
export type Waiting = { at: number } | null;

/** What a key does, after what was pressed before it. */
export function press(waiting: Waiting, key: string, now: number): { waiting: Waiting; command: KeyCommand | null } {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  if (waiting !== null && now - waiting.at < PAIR_MS && pressed === "q") return { waiting: null, command: "queue" };
  if (pressed === "g") return { waiting: { at: now }, command: null };
  return { waiting: null, command: Object.hasOwn(SINGLE, pressed) ? (SINGLE[pressed] ?? null) : null };
}
