/** Makes an element. No markup is parsed: a page may forbid that. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  part: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.part.value = part;
  element.append(...inside);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A picture of strokes on a grid of 24. */
export function draw(...strokes: string[]): SVGElement {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  for (const stroke of strokes) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", stroke);
    picture.append(path);
  }
  return picture;
}
