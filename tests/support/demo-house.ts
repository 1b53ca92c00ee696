import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtIn } from "../../worker/local/build.ts";
import { type Demo, startDemo } from "../../worker/local/demo/demo.ts";
import { untilHealthy } from "../../worker/local/healthy.ts";
import { type Supervisor, supervise } from "../../worker/local/supervisor.ts";
import { startWorkerd } from "../../worker/local/workerd.ts";

/** The whole of what `npm start` runs, on free ports and with data of its own. */
export interface DemoHouse {
  /** Where the demo's page is. */
  url: string;
  demo: Demo;
  supervisor: Supervisor;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export interface HouseOptions {
  peopled?: boolean;
  /** A build with the demo; by default the one of the test run. */
  builtDir?: string;
}

export async function startDemoHouse({ peopled = false, builtDir }: HouseOptions = {}): Promise<DemoHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), "rejoin-demo-"));
  const built = builtIn(builtDir ?? (await import("vitest")).inject("builtDir"));
  const server = await freePort();
  const keys = { ROOT_KEY: randomBytes(32).toString("base64url"), SETUP_SECRET: randomBytes(32).toString("base64url") };
  const supervisor = supervise(
    () =>
      startWorkerd({
        ...built,
        port: server,
        dataDir,
        bindings: { ...keys, DEMO: "on", DEMO_PLACE: JSON.stringify(demo.place) },
      }),
    () => undefined,
  );
  const ports = { server, shopSite: 0, phoneSite: 0, shopChat: 0, phoneChat: 0 };
  const demo = await startDemo({
    ports,
    shopDir: built.shopDir,
    dataDir,
    supervisor,
    setupSecret: keys.SETUP_SECRET,
    peopled,
  });
  await untilHealthy(await supervisor.start());
  await demo.open();
  return {
    url: `http://localhost:${server}`,
    demo,
    supervisor,
    close: async () => {
      await demo.close();
      await supervisor.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
