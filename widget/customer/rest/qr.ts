import { generate } from "lean-qr";

/** A QR code as one path of unit squares, with the margin of four that the standard asks for. */
export interface Code {
  size: number;
  path: string;
}

const MARGIN = 4;

/** The code of a URL. Throws if it is too long for any code, which no link of ours is. */
export function codeOf(url: string): Code {
  const bitmap = generate(url);
  let path = "";
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) if (bitmap.get(x, y)) path += `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`;
  }
  return { size: bitmap.size + 2 * MARGIN, path };
}
