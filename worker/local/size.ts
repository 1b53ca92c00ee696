import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Built } from "./build.ts";
import type { Part, Parts } from "./build/parts.ts";

/** What a page may cost, in bytes as they travel: with the chat closed, and with all that is needed to chat. */
export const BUDGETS = { closed: 3_000, chat: 20_000 };

/** What the server answers of a widget as most are set up. */
const SETTINGS = JSON.stringify({
  name: "Lisbon Shop",
  reconnect: true,
  accent: "#3b6fd4",
  position: "right",
  theme: "auto",
  logo: null,
  greeting: "",
  hint: "",
  language: { tag: "de-AT", table: "de" },
  launcher: { open: "Chat öffnen", lost: "Ihr Chat ist gerade nicht erreichbar\nErneut versuchen" },
});

/** One line of the table. */
export interface Weight {
  name: string;
  source: number;
  min: number;
  brotli: number;
}

/** What the widget weighs. */
export interface Weights {
  loader: Weight;
  settings: Weight;
  panel: Weight;
  texts: Weight[];
  rest: Weight;
  moreTexts: Weight[];
  onNeed: Weight[];
  closed: number;
  chat: number;
  /** Everything that a page has loaded once it is idle, with the chat open. */
  idle: number;
}

/** Weighs what a build made. */
export function weigh({ siteDir, partsFile }: Built): Weights {
  const parts: Parts = JSON.parse(readFileSync(partsFile, "utf8"));
  const one = (name: string, content: Buffer, source = content.length): Weight => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    return { name, source, min: content.length, brotli: brotliCompressSync(content, { params }).length };
  };
  const part = ({ name, file, sourceBytes }: Part): Weight => one(name, readFileSync(join(siteDir, file)), sourceBytes);
  const heaviest = (of: Part[]): Weight[] => of.map(part).toSorted((a, b) => b.brotli - a.brotli);
  const loader = part({ ...parts.loader, name: "loader" });
  const settings = one("settings of a widget", Buffer.from(SETTINGS));
  const panel = part(parts.panel);
  const rest = part(parts.rest);
  const texts = heaviest(parts.texts);
  const moreTexts = heaviest(parts.moreTexts);
  const onNeed = heaviest(parts.onNeed);
  const closed = loader.brotli + settings.brotli;
  const chat = closed + panel.brotli + (texts[0]?.brotli ?? 0);
  const idle = chat + rest.brotli + (moreTexts[0]?.brotli ?? 0);
  return { loader, settings, panel, texts, rest, moreTexts, onNeed, closed, chat, idle };
}

function print({ loader, settings, panel, texts, rest, moreTexts, onNeed, closed, chat, idle }: Weights): void {
  const row = (name: string, ...columns: (string | number)[]): void =>
    console.log(name.padEnd(28) + columns.map((column) => column.toLocaleString("en").padStart(9)).join(""));
  const rows = (title: string, weights: readonly Weight[]): void => {
    console.log(`\n${title}`);
    for (const { name, source, min, brotli } of weights) row(`  ${name}`, source, min, brotli);
  };
  row("bytes", "source", "minified", "brotli");
  rows("On every page", [loader, settings]);
  rows("When the chat is opened, or there is something to resume", [panel]);
  rows("The customer's language; the heaviest counts", texts);
  rows("Right after, when idle", [rest]);
  rows("In the customer's language; the heaviest counts", moreTexts);
  rows("On first need", onNeed);
  console.log();
  row("A closed chat", "", `${closed.toLocaleString("en")} of`, BUDGETS.closed);
  row("All that is needed to chat", "", `${chat.toLocaleString("en")} of`, BUDGETS.chat);
  row("All that is loaded once idle", "", "", idle);
}

/** `--inside`: what the panel consists of. */
function printInside(partsFile: string): void {
  const { loader, panel, rest }: Parts = JSON.parse(readFileSync(partsFile, "utf8"));
  for (const { name, folders } of [loader, panel, rest]) {
    console.log(`\nInside ${name}, minified`);
    for (const [folder, bytes] of Object.entries(folders).toSorted(([, a], [, b]) => b - a))
      console.log(`${bytes.toLocaleString("en").padStart(9)}  ${folder}`);
  }
}

if (import.meta.main) {
  const dir = await mkdtemp(join(tmpdir(), "rejoin-size-"));
  try {
    const built = await build(join(dir, "built"));
    const weights = weigh(built);
    print(weights);
    if (process.argv.includes("--inside")) printInside(built.partsFile);
    if (weights.closed > BUDGETS.closed || weights.chat > BUDGETS.chat) {
      console.error("\nThat is too much.");
      process.exitCode = 1;
    }
  } finally {
    await rm(dir, { recursive: true });
  }
}
