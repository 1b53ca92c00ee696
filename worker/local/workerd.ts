import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Built } from "./build.ts";
import { workerdConfig } from "./workerd-config.ts";
import { readWranglerToml, type WranglerToml } from "./wrangler-toml.ts";

export interface WorkerdOptions extends Built {
  /** 0 lets the system choose. */
  port: number;
  /** Holds `data/` (the objects' SQLite files) and the configuration; made if it is not there. */
  dataDir: string;
  /** Text bindings, secrets among them. */
  bindings: Readonly<Record<string, string>>;
  /** Whether the worker's `fetch` reaches private addresses too; by default it does not. */
  reach?: "public" | "anywhere";
  /** What wrangler.toml says, if it is to say anything else. */
  wrangler?: WranglerToml;
  /** What its V8 is told. */
  v8Flags?: readonly string[];
  /** What the process writes, line by line. */
  onLine?: (line: string) => void;
}

export interface Workerd {
  /** Without a slash at the end. */
  url: string;
  port: number;
  pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Settles once the process is gone. */
  exited: Promise<Exit>;
}

/** How a process ended: one of the two is null. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Where a folder's runtime has its configuration, by which its process can be told from others. */
export const configIn = (dataDir: string): string => resolve(dataDir, "workerd.capnp");

/** Where the process id of a folder's runtime is written down. */
export const pidIn = (dataDir: string): string => resolve(dataDir, "workerd.pid");

/** Starts the runtime and waits until it listens. Throws if it ends before that, with what it wrote. */
export async function startWorkerd({ dataDir, bindings, onLine, ...options }: WorkerdOptions): Promise<Workerd> {
  const storageDir = resolve(dataDir, "data");
  mkdirSync(storageDir, { recursive: true });
  const configFile = configIn(dataDir);
  writeFileSync(
    configFile,
    workerdConfig({
      ...options,
      reach: options.reach ?? "public",
      siteDir: resolve(options.siteDir),
      configFile,
      storageDir,
      variables: Object.keys(bindings),
      wrangler: options.wrangler ?? readWranglerToml(),
    }),
  );
  const child = spawn(nativeBinary(), ["serve", "--control-fd=3", configFile], {
    env: bindings,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    // A group of its own: Ctrl+C reaches us alone, and we end it in order.
    detached: true,
  });
  if (child.pid !== undefined) writeFileSync(pidIn(dataDir), String(child.pid));
  // Whoever started it goes: no runtime stays behind on the port.
  const killWithParent = () => child.kill("SIGKILL");
  process.once("exit", killWithParent);
  const exited = new Promise<Exit>((done) => {
    child.once("exit", (code, signal) => done({ code, signal }));
    child.once("error", () => done({ code: 1, signal: null }));
  });
  void exited.then(() => process.off("exit", killWithParent));

  const written: string[] = [];
  const hear = (line: string) => {
    if (written.length < 50) written.push(line);
    onLine?.(line);
  };
  const [, stdout, stderr, control] = child.stdio;
  for (const output of [stdout, stderr]) if (output instanceof Readable) createInterface(output).on("line", hear);
  const port = await Promise.race([control instanceof Readable ? listening(control) : null, exited.then(() => null)]);
  if (port === null || child.pid === undefined) throw new Error(`workerd did not start: ${written.join("\n")}`);
  return { url: `http://127.0.0.1:${port}`, port, pid: child.pid, kill: (signal) => void child.kill(signal), exited };
}

/** The native program itself, not the package's wrapper around it: a signal must reach the runtime. */
function nativeBinary(): string {
  const found: unknown = createRequire(import.meta.url)("workerd");
  if (typeof found === "object" && found !== null && "default" in found && typeof found.default === "string")
    return found.default;
  throw new Error("the package workerd does not name its program; install again");
}

/** The runtime reports each socket on the control pipe, as a line such as `{"event":"listen","socket":"http","port":8787}`. */
async function listening(control: Readable): Promise<number | null> {
  for await (const line of createInterface(control)) {
    const port = /"event":"listen".*"port":(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  return null;
}
