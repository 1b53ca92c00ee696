/** The language that a customer is spoken to in. */
export interface Language {
  /** For numbers and times, as a BCP 47 tag. */
  readonly tag: string;
  /** The widget's table of texts. */
  readonly table: string;
}

const TABLES = /^(ar|de|en|es|fr|it|ja|nl|pl|pt|tr|zh)(?![a-z])/i;

/** The first of these tags, the dearest first, that the widget has texts for; English, where it has none for any. */
export function nearestLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const table = TABLES.exec(tag)?.[0].toLowerCase();
    // The Chinese texts are in simplified characters, so the numbers and times that stand in them have to be as well.
    if (table !== undefined) return { tag: table === "zh" ? table : tag.replaceAll("_", "-"), table };
  }
  return { tag: "en", table: "en" };
}
