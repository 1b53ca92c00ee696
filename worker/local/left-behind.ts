import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { configIn, pidIn } from "./workerd.ts";

/**
 * Ends the runtime that a supervisor left behind when it was killed and could end nothing itself. Only for the one who holds the
 * folder's lock. A process id may be another program's by now: what is ended was started with this folder's own configuration.
 */
export async function endLeftBehind(dataDir: string): Promise<void> {
  const configFile = configIn(dataDir);
  const pid = Number(read(pidIn(dataDir)));
  if (!Number.isInteger(pid) || pid < 2 || !commandOf(pid).includes(configFile)) return;
  process.kill(pid, "SIGKILL");
  while (commandOf(pid).includes(configFile)) await new Promise((resume) => setTimeout(resume, 20));
  rmSync(pidIn(dataDir), { force: true });
}

/** How a process was started; empty if there is none, or where that cannot be asked. */
function commandOf(pid: number): string {
  const linux = read(`/proc/${pid}/cmdline`);
  if (linux !== "") return linux;
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return "";
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
