/** What stands in an element: text, another element, or one that is there already. Nothing keeps a place for what may come. */
export type Drawn = Markup | Node | string | null | undefined;

/** An element as data: its name, its attributes, and what is inside. A text is never markup. */
export type Markup = readonly [name: string, attributes: Attributes, ...inside: Drawn[]];

/** Listeners go by their property's name (`onclick`). Two elements with another `key` are not the same one, changed. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: never) => void)>>;

const DRAWING = /svg|path|circle/;

const drawn = new WeakMap<Node, Markup>();

function dress(element: Element, was: Attributes, is: Attributes): void {
  for (const name in { ...was, ...is }) {
    const value = is[name] ?? false;
    if (value === was[name] || name === "key") continue;
    if (name.startsWith("on")) Reflect.set(element, name, value || null);
    else if (value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/** The element in the place of what is there: the same one, if it can be. */
function drawElement(there: Node | undefined, markup: Markup): Element {
  const [name, attributes, ...inside] = markup;
  const last = there && drawn.get(there);
  const stays = there instanceof Element && last?.[0] === name && last[1]["key"] === attributes["key"];
  const element = stays
    ? there
    : document.createElementNS(`http://www.w3.org/${DRAWING.test(name) ? "2000/svg" : "1999/xhtml"}`, name);
  dress(element, stays ? last[1] : {}, attributes);
  draw(element, ...inside);
  drawn.set(element, markup);
  return element;
}

function drawText(there: Node | undefined, text: string): Text {
  if (!(there instanceof Text)) return new Text(text);
  if (there.data !== text) there.data = text;
  return there;
}

/** Draws all that stands in an element. What was drawn there before stays, changed, place by place: with its focus, and what is selected in it. */
export function draw(into: Element, ...wanted: readonly Drawn[]): void {
  wanted.forEach((one, place) => {
    const there = into.childNodes[place];
    const node =
      one instanceof Node ? one : typeof one === "object" && one ? drawElement(there, one) : drawText(there, one ?? "");
    if (there === undefined) into.append(node);
    else if (node !== there) there.replaceWith(node);
  });
  while (into.childNodes.length > wanted.length) into.lastChild?.remove();
}
