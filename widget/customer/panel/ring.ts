import type { Markup } from "../../parts/draw.ts";

/** How things stand with somebody: here, or keeping a place, of whose time a share from 1 to 0 is left (null: unknown). */
export type Ring = { is: "none" } | { is: "here" } | { is: "held"; share: number | null };

/** The first letters of the first and the last of a person's names. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], ...words.slice(1).slice(-1)].map((word) => /./u.exec(word ?? "")?.[0] ?? "");
  return letters.join("").toUpperCase();
}

/** What is drawn where nobody knows. */
export const UNKNOWN_SHARE = 0.8;

function drawn(ring: Ring): number {
  if (ring.is === "held") return (ring.share ?? UNKNOWN_SHARE) * 100;
  return ring.is === "here" ? 100 : 0;
}

/** Somebody's initials in the product's ring. What it shows is said in words beside it. */
export function ring(name: string, state: Ring): Markup {
  return [
    "span",
    { class: `ring ${state.is}`, part: "ring", "aria-hidden": "true" },
    [
      "svg",
      { viewBox: "0 0 40 40" },
      ["circle", { cx: 20, cy: 20, r: 19, pathLength: 100, "stroke-dasharray": `${drawn(state)} 100` }],
    ],
    initials(name),
  ];
}
