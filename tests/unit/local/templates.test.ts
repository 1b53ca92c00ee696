import { describe, expect, test } from "vitest";
import { collapseTemplates } from "../../../worker/local/build/templates.ts";

const collapse = (source: string): string => collapseTemplates(source, "test.ts");

describe("the layout of templates does not travel", () => {
  test("white space with a line break in it becomes one space; any other stays", () => {
    expect(collapse("html`\n  <p  class=x>\n    Two  words\n  </p>\n`")).toBe("html` <p  class=x> Two  words </p> `");
  });

  test("also around what is put in, and in templates within it", () => {
    const source = "html`<ul>\n  ${list.map((item) => html`\n    <li>${item}\n</li>`)}\n</ul>`";
    expect(collapse(source)).toBe("html`<ul> ${list.map((item) => html` <li>${item} </li>`)} </ul>`");
  });

  test("what is written for its own sake stays as it is, with what is put into it", () => {
    const source = "html`<pre>\n  a\n</pre>\n<textarea rows=${n}>\n${text}\n b</textarea>\n<p>`";
    expect(collapse(source)).toBe("html`<pre>\n  a\n</pre> <textarea rows=${n}>\n${text}\n b</textarea> <p>`");
  });

  test("other templates, and what only looks like one, are not touched", () => {
    for (const source of ["`\n  a`", "css`\n  a`", "xhtml`\n  a`", "my.html`\n a`", "$html`\n a`"])
      expect(collapse(source)).toBe(source);
    expect(collapse("html`<p>${`\n ${x}\n`}\n</p>`")).toBe("html`<p>${`\n ${x}\n`} </p>`");
  });

  test("braces, quotes and backticks within what is put in lead nowhere", () => {
    const source = 'html`\n${{ a: "}`", b: \'"\', c: `}${`{`}` }}\n`;\nconst x = `\n`;';
    expect(collapse(source)).toBe('html` ${{ a: "}`", b: \'"\', c: `}${`{`}` }} `;\nconst x = `\n`;');
  });

  test("a backtick and a hole that are escaped are text", () => {
    expect(collapse("html`\\`\n\\${\n`")).toBe("html`\\` \\${ `");
  });

  test("what cannot be read is a failure that names its file", () => {
    for (const source of ["html`", "html`${", "html`${'\n'}`"]) expect(() => collapse(source)).toThrow("test.ts");
  });
});
