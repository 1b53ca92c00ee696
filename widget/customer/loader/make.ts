/** Makes an element. No markup is parsed anywhere in the loader: a page may forbid that. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attribute: string,
  value: string,
  ...inside: Node[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.setAttribute(attribute, value);
  element.append(...inside);
  return element;
}
