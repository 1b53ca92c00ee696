import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { endLeftBehind } from "../../../worker/local/left-behind.ts";
import { configIn, pidIn } from "../../../worker/local/workerd.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rejoin-left-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that was started with these arguments and goes on. */
function program(...args: string[]) {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)", ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

test("a runtime that a killed supervisor left behind is ended, so that its port and its data are free", async () => {
  const runtime = program(configIn(folder));
  const gone = once(runtime, "exit");
  writeFileSync(pidIn(folder), String(runtime.pid));
  await endLeftBehind(folder);
  expect((await gone)[1]).toBe("SIGKILL");
  expect(existsSync(pidIn(folder))).toBe(false);
});

test("a process that has its number by now, or a number that is none, is let alone", async () => {
  const another = program("something else");
  writeFileSync(pidIn(folder), String(another.pid));
  await endLeftBehind(folder);
  expect(another.exitCode ?? another.signalCode).toBeNull();
  for (const text of ["", "0", "-1", "nonsense"]) {
    writeFileSync(pidIn(folder), text);
    await endLeftBehind(folder);
  }
});
