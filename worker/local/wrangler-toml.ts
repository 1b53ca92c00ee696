import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** What the local runtime needs to know of wrangler.toml, so that it is written down once. */
export interface WranglerToml {
  main: string;
  compatibilityDate: string;
  objects: { binding: string; className: string }[];
  /** The classes declared with SQLite storage. */
  sqliteClasses: string[];
  assets: { binding: string; directory: string };
}

/** Reads wrangler.toml; throws on what it does not understand, which is all but headings and `key = "text" | true | false`. */
export function readWranglerToml(file = join(root, "wrangler.toml")): WranglerToml {
  const tables = parseTables(readFileSync(file, "utf8"));
  const top = only(tables, "");
  const assets = only(tables, "assets");
  return {
    main: field(top, "main"),
    compatibilityDate: field(top, "compatibility_date"),
    objects: tables
      .filter(({ name }) => name === "durable_objects.bindings")
      .map((table) => ({ binding: field(table, "name"), className: field(table, "class_name") })),
    sqliteClasses: tables
      .filter((table) => table.name.startsWith("exports.") && table.values.get("storage") === "sqlite")
      .map(({ name }) => name.slice("exports.".length)),
    assets: { binding: field(assets, "binding"), directory: field(assets, "directory") },
  };
}

interface Table {
  name: string;
  values: Map<string, string>;
}

function parseTables(text: string): Table[] {
  const tables: Table[] = [{ name: "", values: new Map() }];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const heading = /^\[{1,2}([\w.]+)\]{1,2}$/.exec(line)?.[1];
    if (heading !== undefined) {
      tables.push({ name: heading, values: new Map() });
      continue;
    }
    const [, key, value] = /^(\w+) = (?:"([^"\\]*)"|true|false)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`wrangler.toml: cannot read the line ${JSON.stringify(line)}`);
    tables.at(-1)?.values.set(key, value ?? "");
  }
  return tables;
}

function only(tables: Table[], name: string): Table {
  const [found, ...others] = tables.filter((table) => table.name === name);
  if (!found || others.length > 0) throw new Error(`wrangler.toml: expected one table [${name}]`);
  return found;
}

function field(table: Table, key: string): string {
  const value = table.values.get(key);
  if (value === undefined) throw new Error(`wrangler.toml: [${table.name}] has no ${key}`);
  return value;
}
