/** What one writes: to the customer, or for agents only. */
export type Mode = "reply" | "note";

/** What was done in the box; the event `composed` carries it. */
export type Composed =
  | { do: "draft"; text: string }
  | { do: "send" }
  | { do: "mode"; mode: Mode }
  /** Typed, and not added yet. */
  | { do: "noting"; text: string }
  | { do: "note"; text: string };
