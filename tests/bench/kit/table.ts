import type { Figure } from "./figure.ts";

/** Three digits that mean something, without an exponent. */
export function digits(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || Number.isInteger(value)) return value.toLocaleString("en");
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 5;
  return value.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
}

const verdict = ({ ok }: Figure): string => (ok === null ? "" : ok ? "yes" : "NO");
const beside = (value: number | null): string => (value === null ? "" : digits(value));

function cells(figure: Figure): string[] {
  const { name, value, unit, baseline, ratio, aim, spread } = figure;
  const range = spread === null ? "" : `${digits(spread[0])}–${digits(spread[1])}`;
  return [
    name,
    `${digits(value)} ${unit}`,
    range,
    beside(baseline),
    ratio === null ? "" : `${ratio.toFixed(2)}x`,
    aim,
    verdict(figure),
  ];
}

const HEADINGS = ["figure", "value", "rounds", "baseline", "ratio", "aim", "met"];

/** The figures for a terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The figures that have an aim, for a document. */
export function markdown(all: readonly Figure[]): string {
  const figures = all.filter(({ aim }) => aim !== "");
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const rows = figures.map((figure) => {
    const [name = "", value = "", , baseline = "", ratio = "", aim = "", met = ""] = cells(figure);
    const missed = met === "NO" ? `${aim} (missed)` : aim;
    return line([name, value, baseline, ratio, missed]);
  });
  return [
    line(["figure", "here", "baseline", "ratio", "aim"]),
    line(["---", "--:", "--:", "--:", "---"]),
    ...rows,
  ].join("\n");
}
