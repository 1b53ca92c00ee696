import { cpus, loadavg, release, totalmem } from "node:os";
import { createRequire } from "node:module";

/** What it was measured on; figures without it say little. */
export function machineLine(): string {
  const [first] = cpus();
  const { version } = createRequire(import.meta.url)("workerd/package.json") as { version: string };
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = loadavg()[0]?.toFixed(1) ?? "?";
  const model = first?.model.trim() ?? "unknown processor";
  return `${cpus().length} x ${model}, ${memory}, Linux ${release()}, Node ${process.version.slice(1)}, workerd ${version}, load ${load} at the start`;
}
