import { dirname, relative } from "node:path";
import type { WranglerToml } from "./wrangler-toml.ts";

export interface WorkerdConfig {
  /** Where the configuration will stand; embedded files are named from there. */
  configFile: string;
  /** 0 lets the system choose. */
  port: number;
  /** Where the objects keep their SQLite files. */
  storageDir: string;
  siteDir: string;
  workerFile: string;
  /** Names of text bindings, taken from the environment of the process: no secret is written into the file. */
  variables: readonly string[];
  /** Whether `fetch` reaches private addresses too; tests serve key sets from loopback. */
  reach: "public" | "anywhere";
  wrangler: WranglerToml;
  /** What the runtime's V8 is told, such as `--expose-gc`; for measuring. */
  v8Flags?: readonly string[];
}

/** The configuration of a bare `workerd serve`, on loopback alone, with all objects' data on disk. */
export function workerdConfig(config: WorkerdConfig): string {
  const { wrangler } = config;
  const embed = (file: string) => text(relative(dirname(config.configFile), file).replaceAll("\\", "/"));
  const bindings = [
    ...wrangler.objects.map(
      ({ binding, className }) => `(name = ${text(binding)}, durableObjectNamespace = ${text(className)})`,
    ),
    ...config.variables.map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`),
    `(name = ${text(wrangler.assets.binding)}, service = "assets")`,
  ];
  // The key names the folder of a class's data: changing it would lose what is there.
  const namespaces = wrangler.sqliteClasses.map(
    (name) => `(className = ${text(name)}, uniqueKey = ${text(`rejoin-${name}`)}, enableSql = true)`,
  );
  const allow = config.reach === "public" ? `"public"` : `"public", "private"`;
  // A list without anything in it is none that the runtime can read.
  const { v8Flags = [] } = config;
  const flags = v8Flags.length === 0 ? "" : `  v8Flags = ${list(v8Flags.map(text))},\n`;
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "assets", disk = (path = ${text(config.siteDir)})),
    (name = "storage", disk = (path = ${text(config.storageDir)}, writable = true)),
    (name = "internet", network = (allow = [${allow}], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${config.port}", http = (), service = "main")],
${flags});

const main :Workerd.Worker = (
  compatibilityDate = ${text(wrangler.compatibilityDate)},
  modules = [(name = "index.js", esModule = embed ${embed(config.workerFile)})],
  bindings = ${list(bindings)},
  durableObjectNamespaces = ${list(namespaces)},
  durableObjectStorage = (localDisk = "storage"),
);
`;
}

const text = (value: string): string => JSON.stringify(value);
const list = (items: readonly string[]): string => `[\n    ${items.join(",\n    ")},\n  ]`;
