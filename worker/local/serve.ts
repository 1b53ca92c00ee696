import { join } from "node:path";
import { stop as stopBundler } from "esbuild";
import { build, builtIn } from "./build.ts";
import { greet } from "./greeting.ts";
import { untilHealthy } from "./healthy.ts";
import { readOrMakeKeys } from "./keys.ts";
import { lockFolder } from "./lock.ts";
import { isWorthShowing } from "./noise.ts";
import { isPortFree } from "./port.ts";
import { root } from "./root.ts";
import { supervise } from "./supervisor.ts";
import { watchSources } from "./watch.ts";
import { startWorkerd } from "./workerd.ts";

// `npm start`: the whole of Rejoin on this machine, for people to try. With --watch: `npm run dev`.

const dataDir = join(root, ".rejoin");
const port = Number(process.env["PORT"] ?? 8787);
const say = (line: string) => console.log(line);
const giveUp = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

if (!Number.isInteger(port) || port < 1 || port > 65_535)
  giveUp(`PORT has to be a number from 1 to 65535, not "${process.env["PORT"]}".`);
if (!lockFolder(dataDir))
  giveUp("Rejoin is running from this folder already. Stop that one first (Ctrl+C in its window).");
if (!(await isPortFree(port))) {
  giveUp(`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=8788 npm start`);
}
await build().catch((error: unknown) => giveUp(`The build failed.\n${String(error)}`));

const keys = readOrMakeKeys(join(dataDir, "keys.json"));
const supervisor = supervise(
  () =>
    startWorkerd({
      ...builtIn(join(root, "dist")),
      port,
      dataDir,
      bindings: { ...keys, DEMO: "on" },
      onLine: (line) => {
        if (isWorthShowing(line)) console.error(line);
      },
    }),
  say,
);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void supervisor.stop().then(() => process.exit(0)));
}

try {
  await untilHealthy(await supervisor.start());
  await greet(`http://localhost:${port}`, keys.SETUP_SECRET, say);
} catch (error) {
  await supervisor.stop();
  giveUp(error instanceof Error ? error.message : String(error));
}

if (process.argv.includes("--watch")) {
  watchSources(async () => {
    try {
      await build();
      await supervisor.restart();
      say("Rebuilt.");
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  });
} else {
  await stopBundler();
}
