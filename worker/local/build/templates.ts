// Reads JavaScript just well enough to find where a template literal ends.

/** What is written for its own sake stays; any other run of white space with a line break in it becomes one space. */
const RUNS = /(<(textarea|pre)\b[^>]*>[^]*?<\/\2>)|\s*\n\s*/g;

/** Stands for `${…}` while the text around it is looked at as one; no source contains it. */
const HOLE = "\0";

/** Collapses the white space that lays out `html` templates, in source that has no comments. Throws if one never ends. */
export function collapseTemplates(source: string, name: string): string {
  return collapse(source, name);
}

function collapse(source: string, name: string): string {
  let made = "";
  let at = 0;
  for (const { index } of source.matchAll(/(?<![\w$.])html`/g)) {
    // Within a template that was read already.
    if (index < at) continue;
    const start = index + "html`".length;
    const { texts, holes, end } = readTemplate(source, start, name);
    const whole = texts.join(HOLE).replace(RUNS, (run: string, kept?: string) => (kept === undefined ? " " : run));
    const parts = whole.split(HOLE);
    made += source.slice(at, start);
    made += parts.map((text, n) => (n === 0 ? text : `\${${collapse(holes[n - 1] ?? "", name)}}${text}`)).join("");
    at = end;
  }
  return made + source.slice(at);
}

interface Template {
  texts: string[];
  /** The expressions between the texts. */
  holes: string[];
  /** Where the closing backtick stands. */
  end: number;
}

function readTemplate(source: string, start: number, name: string): Template {
  const texts: string[] = [];
  const holes: string[] = [];
  let from = start;
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "`") return { texts: [...texts, source.slice(from, at)], holes, end: at };
    else if (source.startsWith("${", at)) {
      texts.push(source.slice(from, at));
      const end = endOfExpression(source, at + 2, name);
      holes.push(source.slice(at + 2, end));
      from = end + 1;
      at = end;
    }
  }
  throw new Error(`${name}: a template does not end.`);
}

/** Where the brace stands that closes the expression which starts here. */
function endOfExpression(source: string, start: number, name: string): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    const character = source[at] ?? "";
    if (character === "`") at = readTemplate(source, at + 1, name).end;
    else if (character === '"' || character === "'") at = endOfString(source, at, name);
    else if (character === "{") depth += 1;
    else if (character === "}") {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  throw new Error(`${name}: an expression in a template does not end.`);
}

function endOfString(source: string, start: number, name: string): number {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === source[start]) return at;
    else if (source[at] === "\n") break;
  }
  throw new Error(
    `${name}: a string in a template does not end; keep regular expressions with quotes out of templates.`,
  );
}
