/** Safari ends the composition before it tells of the Enter that ended it; only the old key code shows it then. */
export function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** What a key does while quick replies are offered. */
export type Step = { do: "move"; to: number } | { do: "choose" } | { do: "leave" } | { do: "nothing" };

/** Arrows go round, Enter and Tab choose, Escape leaves; everything else is writing. */
export function steer({ key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">, active: number, count: number): Step {
  if (key === "Escape") return { do: "leave" };
  if (count === 0 || shiftKey) return { do: "nothing" };
  switch (key) {
    case "ArrowDown":
      return { do: "move", to: (active + 1) % count };
    case "ArrowUp":
      return { do: "move", to: (active + count - 1) % count };
    case "Enter":
    case "Tab":
      return { do: "choose" };
    default:
      return { do: "nothing" };
  }
}
