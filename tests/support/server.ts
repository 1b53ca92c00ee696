import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtIn } from "../../worker/local/build.ts";
import { isPortFree } from "../../worker/local/port.ts";
import { untilHealthy } from "../../worker/local/healthy.ts";
import { startWorkerd, type Workerd } from "../../worker/local/workerd.ts";
import { readWranglerToml, type WranglerToml } from "../../worker/local/wrangler-toml.ts";

export interface ServerOptions {
  /** Data that outlives the server; by default a new folder, removed by `stop`. */
  dataDir?: string;
  /** A build; by default the one of the test run. */
  builtDir?: string;
  /** Another worker in the place of the build's, with objects beside ours: their classes by their bindings. */
  worker?: { file: string; objects: Readonly<Record<string, string>> };
  /** Added to, or put in the place of, the keys. */
  bindings?: Readonly<Record<string, string>>;
  /** What the runtime's V8 is told, such as `--expose-gc`. */
  v8Flags?: readonly string[];
}

export interface TestServer {
  /** `http://127.0.0.1:<port>`; stays the same over restarts. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** The runtime's process. */
  readonly pid: number;
  /** The bearer of `POST /v1/setup-links`. */
  readonly setupSecret: string;
  /** All that the runtime has written, for assertions on what is logged. */
  logs(): string;
  /** SIGKILL, in the middle of whatever it does; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same disk and port; resolves when `/healthz` answers. Kills it first if it runs. */
  restart(): Promise<void>;
  /** Kills it and removes its data unless a `dataDir` was given. */
  stop(): Promise<void>;
}

/** The production build in the bare runtime, on real disk and a free port of loopback. Resolves when `/healthz` answers. */
export async function startServer({
  dataDir: given,
  builtDir: built,
  bindings,
  worker,
  v8Flags = [],
}: ServerOptions = {}): Promise<TestServer> {
  // Programs beside the tests start servers, too, and vitest stands in none of them.
  const builtDir = built ?? (await import("vitest")).inject("builtDir");
  const dataDir = given ?? mkdtempSync(join(tmpdir(), "rejoin-data-"));
  const variables = { ROOT_KEY: secret(), SETUP_SECRET: secret(), DEMO: "on", ...bindings };
  const lines: string[] = [];
  const start = async (port: number): Promise<Workerd> => {
    const started = await startWorkerd({
      ...builtIn(builtDir),
      ...(worker === undefined ? {} : { workerFile: worker.file, wrangler: withObjects(worker.objects) }),
      port,
      dataDir,
      bindings: variables,
      reach: "anywhere",
      v8Flags,
      onLine: (line) => lines.push(line),
    });
    await untilHealthy(started).catch((error: unknown) => {
      started.kill("SIGKILL");
      throw new Error(lines.join("\n"), { cause: error });
    });
    return started;
  };
  const kill = async () => {
    running.kill("SIGKILL");
    await running.exited;
  };
  let running = await start(await lastingPort());
  const { url, port } = running;
  return {
    url,
    port,
    dataDir,
    get pid() {
      return running.pid;
    },
    setupSecret: variables.SETUP_SECRET,
    logs: () => lines.join("\n"),
    kill,
    restart: async () => {
      await kill();
      running = await start(port);
    },
    stop: async () => {
      await kill();
      if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * A free port of those that no system gives to outgoing connections (Linux does from 32768 on, others from higher): with thousands of kills, one of those would sooner
 * or later hold the port of a server that is about to start again.
 */
async function lastingPort(): Promise<number> {
  const port = randomInt(10_000, 32_000);
  return (await isPortFree(port)) ? port : lastingPort();
}

function withObjects(objects: Readonly<Record<string, string>>): WranglerToml {
  const ours = readWranglerToml();
  return {
    ...ours,
    objects: [...ours.objects, ...Object.entries(objects).map(([binding, className]) => ({ binding, className }))],
    sqliteClasses: [...ours.sqliteClasses, ...Object.values(objects)],
  };
}

const secret = () => randomBytes(32).toString("base64url");
