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
  /** The panel first, then what it cannot do without. */
  panel: Part[];
  /** The texts needed to chat, by language; a customer loads one. */
  texts: Part[];
  onNeed: Part[];
}

/** Describes one output of a bundle. */
export function partOf({ inputs, outputs }: Metafile, output: string, folder: string): Part {
  const file = basename(output);
  const into = outputs[output]?.inputs ?? {};
  const folders: Record<string, number> = {};
  let sourceBytes = 0;
  for (const [source, { bytesInOutput }] of Object.entries(into)) {
    const name = /node_modules\/([^/]+)/.exec(source)?.[1] ?? source.replace(/\/[^/]*$/, "");
    folders[name] = (folders[name] ?? 0) + bytesInOutput;
    sourceBytes += inputs[source]?.bytes ?? 0;
  }
  return { name: file.replace(/(-[A-Z0-9]{8})?\.js$/, ""), file: folder + file, sourceBytes, folders };
}
