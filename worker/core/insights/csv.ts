/** One conversation as a line of the export. */
export interface CsvLine {
  conversationId: string;
  widgetId: string;
  workstreamId: string;
  customerName: string | null;
  subject: string | null;
  startedAt: string;
  endedAt: string;
  by: string;
  reason: string;
  agents: string;
  messages: number;
  waitSeconds: number;
  firstAnswerSeconds: number | null;
  holdSeconds: number;
  limitSeconds: number;
  units: number;
  blinks: number;
  drops: number;
  returnsInHold: number;
  returnsLater: number;
  neverBack: number;
  byLink: number;
  backToSameAgent: number;
  backToOtherAgent: number;
  longestReturnSeconds: number | null;
  heldUsedSeconds: number;
  heldWastedSeconds: number;
}

/** The columns, in their order, with the names that stand in the first line. */
const COLUMNS: readonly (readonly [keyof CsvLine, string])[] = [
  ["conversationId", "conversation"],
  ["widgetId", "widget"],
  ["workstreamId", "workstream"],
  ["customerName", "customer"],
  ["subject", "subject"],
  ["startedAt", "started"],
  ["endedAt", "ended"],
  ["by", "ended by"],
  ["reason", "reason"],
  ["agents", "agents"],
  ["messages", "messages"],
  ["waitSeconds", "waited (s)"],
  ["firstAnswerSeconds", "first answer (s)"],
  ["holdSeconds", "hold (s)"],
  ["limitSeconds", "limit (s)"],
  ["units", "units"],
  ["blinks", "blips under 10 s"],
  ["drops", "drops"],
  ["returnsInHold", "back within the hold"],
  ["returnsLater", "back later"],
  ["neverBack", "never back"],
  ["byLink", "back by link"],
  ["backToSameAgent", "back to the same agent"],
  ["backToOtherAgent", "back to another agent"],
  ["longestReturnSeconds", "longest absence with a return (s)"],
  ["heldUsedSeconds", "held and used (s)"],
  ["heldWastedSeconds", "held for nobody (s)"],
];

export const CSV_HEAD = row(COLUMNS.map(([, name]) => name));

/** The line, with its end (RFC 4180). */
export function csvLine(line: CsvLine): string {
  return row(COLUMNS.map(([key]) => line[key]));
}

function row(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/**
 * A cell. Spreadsheets run what begins like a formula, and customers choose their own names: such text gets an apostrophe before it, which
 * they show as plain text.
 */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^(\s*[=+\-@＝＋－＠]|[\t\r])/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
