import type { Text } from "../texts/texts.ts";

/** Says texts, numbers and times as one language does. Called with a text, it puts in what the text leaves open. */
export interface Words {
  /** `values.n` picks the plural form. What is not given stays as it stands in the text. */
  (text: Text, values?: Readonly<Record<string, string | number>>): string;
  /** The time of day of an instant in epoch milliseconds. */
  time(at: number): string;
  /** Date and time to the second, for those who hover. */
  exact(at: number): string;
  /** "Today", "Yesterday", or the weekday and date: a label of its own. */
  day(at: number, now: number): string;
  /** "42 sec", "4 min", "2 hr", in the unit that fits. */
  span(ms: number): string;
  /** The language, as a tag that `Intl` knows. */
  tag: string;
}

const DAY_MS = 86_400_000;

const DATES = {
  time: { timeStyle: "short" },
  exact: { dateStyle: "medium", timeStyle: "medium" },
  day: { weekday: "long", day: "numeric", month: "long" },
} as const;

/** Hebrew, Arabic and their kin: what stands beside them changes its place, unless it is isolated. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** The unit that fits, and how many of it: one at least. */
export function measure(ms: number): [amount: number, unit: "second" | "minute" | "hour" | "day"] {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  const minutes = Math.round(seconds / 60);
  const hours = Math.round(minutes / 60);
  if (seconds < 60) return [seconds, "second"];
  if (minutes < 120) return [minutes, "minute"];
  return hours < 48 ? [hours, "hour"] : [Math.round(hours / 24), "day"];
}

// Days are not counted in hours: one may have 23 or 25 of them.
const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The words of a language, for everything that a customer reads. A tag that is none is taken as English. */
export function createWords(tag: string): Words {
  try {
    Intl.getCanonicalLocales(tag);
  } catch {
    return createWords("en");
  }
  // A log asks for these in every row; what is asked for once in a while is not kept.
  const dates: { -readonly [Key in keyof typeof DATES]?: Intl.DateTimeFormat } = {};
  const date = (at: number, what: keyof typeof DATES): string =>
    (dates[what] ??= new Intl.DateTimeFormat(tag, DATES[what])).format(at);

  const say: Words = (text, values = {}) => {
    const form =
      typeof text === "string" ? text : (text[new Intl.PluralRules(tag).select(Number(values["n"]))] ?? text.other);
    return form.replace(/{(\w+)}/g, (whole, key: string) => {
      const value = (values[key] ?? whole).toLocaleString(tag);
      return RIGHT_TO_LEFT.test(form + value) ? `\u2068${value}\u2069` : value;
    });
  };
  say.time = (at) => date(at, "time");
  say.exact = (at) => date(at, "exact");
  say.day = (at, now) => {
    const ago = Math.round((midnight(now) - midnight(at)) / DAY_MS);
    const label =
      ago === 0 || ago === 1
        ? new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(-ago, "day")
        : date(at, "day");
    return label.replace(/./u, (first) => first.toUpperCase());
  };
  say.span = (ms) => {
    const [count, unit] = measure(ms);
    return count.toLocaleString(tag, { style: "unit", unit, unitDisplay: "short" });
  };
  say.tag = tag;
  return say;
}
