/** Fills an element that was just made. No markup is parsed anywhere: a page may forbid that. */
export function make<Made extends Element>(
  element: Made,
  attributes: Readonly<Record<string, string>>,
  ...inside: (Node | string)[]
): Made {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** A picture, or a line in one. */
export const svg = (
  name: "svg" | "path",
  attributes: Readonly<Record<string, string>>,
  ...inside: (Node | string)[]
): Element => make(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, ...inside);
