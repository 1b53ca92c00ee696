import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../../worker/local/root.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import type { Ground } from "./bench.ts";

/** The production Worker with the bare object beside it, in one runtime: what is compared shares everything but our code. */
export async function startBoth({ builtDir }: Pick<Ground, "builtDir">): Promise<TestServer> {
  const dir = mkdtempSync(join(tmpdir(), "rejoin-bench-"));
  const workerFile = join(dir, "worker.js");
  await build({
    entryPoints: [join(root, "tests/worker/support/bench-worker.ts")],
    outfile: workerFile,
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    logLevel: "silent",
  });
  const server = await startServer({
    builtDir,
    worker: { file: workerFile, objects: { BARE: "Bare" } },
    v8Flags: ["--expose-gc"],
  });
  const { stop } = server;
  return Object.assign(server, {
    stop: async () => {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  });
}

/** Frees what the runtime's V8 holds for nobody any more: it does not do so while nothing happens. */
export async function collectGarbage(server: Pick<TestServer, "url">): Promise<void> {
  const { ok } = await fetch(`${server.url}/bench/collect`);
  if (!ok) throw new Error("the runtime does not collect when asked");
}

/** The address of a bare object's socket. */
export const bareSocket = (server: Pick<TestServer, "url">, name: string): string => `${server.url}/bench/bare/${name}`;
