import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { lockFolder } from "../../../worker/local/lock.ts";
import { isWorthShowing } from "../../../worker/local/noise.ts";
import { isPortFree } from "../../../worker/local/port.ts";
import { readWranglerToml } from "../../../worker/local/wrangler-toml.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rejoin-start-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a folder belongs to one process, and is free again when that one was killed", async () => {
  const lockModule = JSON.stringify(join(import.meta.dirname, "../../../worker/local/lock.ts"));
  const other = spawn(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { lockFolder } from ${lockModule}; console.log(lockFolder(${JSON.stringify(folder)})); setInterval(() => {}, 1000);`,
  ]);
  onTestFinished(() => void other.kill("SIGKILL"));
  const [said] = await once(other.stdout, "data");
  expect(String(said).trim()).toBe("true");
  expect(lockFolder(folder)).toBe(false);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(lockFolder(folder)).toBe(true);
});

test.for(["127.0.0.1", "::1"])("a port on which somebody listens at %s is taken", async (host) => {
  const other = createServer();
  other.listen(0, host);
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  expect(await isPortFree(port)).toBe(false);
  other.close();
  await once(other, "close");
  expect(await isPortFree(port)).toBe(true);
});

test("lines about closed tabs are not shown, errors and the worker's own lines are", () => {
  expect(isWorthShowing("kj/async-io-unix.c++:186: error: disconnected: ::read(fd): Connection reset by peer")).toBe(
    false,
  );
  expect(isWorthShowing("")).toBe(false);
  expect(isWorthShowing("workerd/server/server/listen/mod.rs:372: error: Uncaught exception: boom")).toBe(true);
  expect(isWorthShowing("not told yet: desk, attempt 1")).toBe(true);
});

test("wrangler.toml is read as far as the local runtime needs it", () => {
  const { main, objects, sqliteClasses, assets } = readWranglerToml();
  expect({ main, objects, sqliteClasses, assets }).toEqual({
    main: "worker/index.ts",
    objects: [
      { binding: "CONVERSATION", className: "Conversation" },
      { binding: "DESK", className: "Desk" },
      { binding: "CUSTOMER", className: "Customer" },
      { binding: "ORGANISATION", className: "Organisation" },
      { binding: "RECORDS", className: "Records" },
    ],
    sqliteClasses: ["Conversation", "Desk", "Customer", "Organisation", "Records"],
    assets: { binding: "ASSETS", directory: "./dist/site" },
  });
});

test("a line of wrangler.toml that is not understood is not passed over", () => {
  const file = join(folder, "wrangler.toml");
  writeFileSync(file, `main = "a.ts"\nlimits = { cpu_ms = 5 }\n`);
  expect(() => readWranglerToml(file)).toThrow("cannot read the line");
});
