import { join } from "node:path";
import { stop as stopBundler } from "esbuild";
import { build, builtIn } from "./build.ts";
import { portsFrom } from "./demo/addresses.ts";
import { startDemo } from "./demo/demo.ts";
import { greet } from "./greeting.ts";
import { untilHealthy } from "./healthy.ts";
import { readOrMakeKeys } from "./keys.ts";
import { endLeftBehind } from "./left-behind.ts";
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

const ports = portsFrom(port);
const all = Object.values(ports);
if (!Number.isInteger(port) || port < 1 || Math.max(...all) > 65_535)
  giveUp(`PORT has to be a number from 1 to 65531, not "${process.env["PORT"]}".`);
if (!lockFolder(dataDir))
  giveUp("Rejoin is running from this folder already. Stop that one first (Ctrl+C in its window).");
await endLeftBehind(dataDir);
const free = await Promise.all(all.map(isPortFree));
const taken = all.filter((_, index) => free[index] === false);
if (taken.length > 0) {
  const which = taken.length === 1 ? `Port ${taken.join()} is` : `Ports ${taken.join(", ")} are`;
  giveUp(
    `${which} taken by another program. The demo takes five in a row, from ${port}. Stop that program, or choose another place: PORT=${port + 100} npm start`,
  );
}
await build(undefined, { demo: true }).catch((error: unknown) => giveUp(`The build failed.\n${String(error)}`));

const built = builtIn(join(root, "dist"));
const keys = readOrMakeKeys(join(dataDir, "keys.json"));
const supervisor = supervise(
  () =>
    startWorkerd({
      ...built,
      port,
      dataDir,
      bindings: { ...keys, DEMO: "on", DEMO_PLACE: JSON.stringify(demo.place) },
      onLine: (line) => {
        if (isWorthShowing(line)) console.error(line);
      },
    }),
  say,
);
const demo = await startDemo({
  ports,
  shopDir: built.shopDir,
  dataDir,
  supervisor,
  setupSecret: keys.SETUP_SECRET,
  peopled: true,
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(
    signal,
    () =>
      void demo
        .close()
        .then(supervisor.stop)
        .then(() => process.exit(0)),
  );
}

try {
  await untilHealthy(await supervisor.start());
  await demo.open();
  await greet(`http://localhost:${port}`, keys.SETUP_SECRET, say);
} catch (error) {
  await supervisor.stop();
  giveUp(error instanceof Error ? error.message : String(error));
}

if (process.argv.includes("--watch")) {
  watchSources(async () => {
    try {
      await build(undefined, { demo: true });
      await supervisor.restart();
      say("Rebuilt.");
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  });
} else {
  await stopBundler();
}
