import { basename } from "node:path";
import type { Metafile } from "esbuild";

/** One file of the widget that is built. */
export interface Part {
  /** What it is: "loader", "panel", "de", "screens". */
  name: string;
  /** Its path within the site. */
  file: string;
  /** How many bytes of source went into it. */
  sourceBytes: number;
  /** How many of its bytes came from which folder, or package, before the last squeeze. */
  folders: Record<string, number>;
}

/** The widget's files, by when they are loaded. */
export interface Parts {
  loader: Part;
  panel: Part;
  /** The texts needed to chat, by language; a customer loads one. */
  texts: Part[];
  /** Loaded right after the panel, by itself. */
  rest: Part;
  /** The rest's texts, by language. */
  moreTexts: Part[];
  onNeed: Part[];
}

/** Describes one output of a bundle, which stands at `file` in the site. */
export function partOf({ inputs, outputs }: Metafile, output: string, file: string): Part {
  const into = outputs[output]?.inputs ?? {};
  const folders: Record<string, number> = {};
  let sourceBytes = 0;
  for (const [source, { bytesInOutput }] of Object.entries(into)) {
    const name = /node_modules\/([^/]+)/.exec(source)?.[1] ?? source.replace(/\/[^/]*$/, "");
    folders[name] = (folders[name] ?? 0) + bytesInOutput;
    sourceBytes += inputs[source]?.bytes ?? 0;
  }
  return { name: basename(file, ".js"), file, sourceBytes, folders };
}
