// The shop's pictures, drawn by code: nothing is loaded, and they are sharp at any size.

const BLUE = "#2456a6";
const PALE = "#cfdcf2";

const picture = (label: string, ground: string, inside: string): string =>
  `<svg viewBox="0 0 120 120" role="img" aria-label="${label}"><rect width="120" height="120" fill="${ground}"/>${inside}</svg>`;

/** A tile's quarter, turned four times as tiles are laid. */
function laid(quarter: string): string {
  const turned = [0, 90, 180, 270].map((angle) => `<g transform="rotate(${angle} 30 30)">${quarter}</g>`).join("");
  return [0, 60].flatMap((x) => [0, 60].map((y) => `<g transform="translate(${x} ${y})">${turned}</g>`)).join("");
}

const azulejo = (label: string, ink: string, pale: string): string =>
  picture(
    label,
    "#fbfbf7",
    laid(
      `<path d="M30 30 C22 22 22 10 30 4 C38 10 38 22 30 30Z" fill="${ink}"/>` +
        `<path d="M0 0 L14 0 A14 14 0 0 1 0 14Z" fill="${pale}"/><circle cx="0" cy="0" r="7" fill="${ink}"/>` +
        `<circle cx="30" cy="30" r="3.5" fill="#e9b44c"/>`,
    ),
  );

/** By the names of the products. */
export const ART = {
  azulejo: azulejo("Blue tiles with a flower in each", BLUE, PALE),
  verde: azulejo("Green tiles with a flower in each", "#2e7d5b", "#cfe8dc"),
  bowl: picture(
    "A white bowl with a blue rim",
    "#efe7da",
    `<ellipse cx="60" cy="88" rx="34" ry="5" fill="#d9cdb9"/><path d="M22 52 H98 C98 76 82 88 60 88 C38 88 22 76 22 52Z" fill="#fff"/>` +
      `<ellipse cx="60" cy="52" rx="38" ry="9" fill="#f4f4ef"/><ellipse cx="60" cy="52" rx="38" ry="9" fill="none" stroke="${BLUE}" stroke-width="3"/>` +
      `<path d="M34 68 q8 -8 13 0 t13 0 t13 0 t13 0" fill="none" stroke="${BLUE}" stroke-width="2"/>`,
  ),
  towel: picture(
    "A folded towel of striped linen",
    "#dfe6e4",
    `<rect x="26" y="36" width="68" height="52" rx="7" fill="#f8f4ea"/><rect x="26" y="36" width="68" height="26" rx="7" fill="#fffdf6"/>` +
      `<path d="M26 70 H94 M26 76 H94" stroke="#c2573a" stroke-width="2.5"/><path d="M26 48 H94" stroke="#c2573a" stroke-width="1.5"/>` +
      `<path d="M26 62 H94" stroke="#e4dccb" stroke-width="1.5"/>`,
  ),
  jug: picture(
    "A jug of red clay",
    "#f3e3d3",
    `<ellipse cx="58" cy="98" rx="26" ry="4" fill="#e0c9b1"/><path d="M46 26 H70 L67 44 C82 54 84 84 72 97 H44 C32 84 34 54 49 44Z" fill="#b5573b"/>` +
      `<path d="M69 46 C92 44 92 74 77 76" fill="none" stroke="#b5573b" stroke-width="6"/><path d="M38 66 H78" stroke="#f3e3d3" stroke-width="2" stroke-dasharray="3 4"/>`,
  ),
  candle: picture(
    "A candle in a tiled cup",
    "#e4e2ee",
    `<rect x="40" y="54" width="40" height="42" rx="5" fill="#fbfbf7"/><path d="M40 66 H80 M40 82 H80" stroke="${BLUE}" stroke-width="2"/>` +
      `<path d="M46 74 l6 -6 6 6 -6 6z M62 74 l6 -6 6 6 -6 6z" fill="${BLUE}"/><path d="M60 54 V44" stroke="#5a4b3a" stroke-width="2"/>` +
      `<path d="M60 26 C66 34 66 42 60 44 C54 42 54 34 60 26Z" fill="#e9b44c"/>`,
  ),
} as const;

/** The shop's mark: one tile. */
export const MARK = `<svg viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="5" fill="${BLUE}"/><path d="M12 12 C8 8 8 5 12 2.5 C16 5 16 8 12 12Z M12 12 C16 8 19 8 21.5 12 C19 16 16 16 12 12Z M12 12 C16 16 16 19 12 21.5 C8 19 8 16 12 12Z M12 12 C8 16 5 16 2.5 12 C5 8 8 8 12 12Z" fill="#fff"/></svg>`;
