import type { DemoDevice, DemoPlace } from "#protocol/demo.ts";
import type { FaultProxy } from "../faults/fault-proxy.ts";
import { startFaultProxy } from "../faults/fault-proxy.ts";
import { untilHealthy } from "../healthy.ts";
import type { Supervisor } from "../supervisor.ts";
import { originsOf, ownOrigins, type Ports } from "./addresses.ts";
import { serveControl } from "./control.ts";
import { createFaults } from "./faults.ts";
import { setUpOrganisation, type DemoOrganisation } from "./organisation.ts";
import { bringPeople } from "./people.ts";
import { serveShop } from "./shop-site.ts";

/** What stands around the server while somebody tries it: the shop as two devices see it, their ways, and what breaks them. */
export interface Demo {
  /** What the worker is told, so that its demo page finds the rest. */
  place: DemoPlace;
  /** Sets up the organisation, once the server is well. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface DemoOptions {
  ports: Ports;
  shopDir: string;
  dataDir: string;
  supervisor: Supervisor;
  /** By which the owner signs in. */
  setupSecret: string;
  /** Whether other people come, too. */
  peopled: boolean;
}

/** Lays the ways and opens the sites; the server need not run yet. */
export async function startDemo({
  ports,
  shopDir,
  dataDir,
  supervisor,
  setupSecret,
  peopled,
}: DemoOptions): Promise<Demo> {
  const over = new AbortController();
  let organisation: DemoOrganisation | null = null;
  let alone = peopled;
  const serverUrl = `http://127.0.0.1:${ports.server}`;
  const closing: (() => Promise<void>)[] = [];

  const device = async (name: DemoDevice): Promise<{ ways: FaultProxy[]; origins: string[] }> => {
    const [sitePort, chatPort] =
      name === "shop" ? [ports.shopSite, ports.shopChat] : [ports.phoneSite, ports.phoneChat];
    const chat = await startFaultProxy(ports.server, chatPort);
    // The site behind its proxy has to know the address before it.
    const origins: string[] = [];
    const site = await serveShop({
      origins,
      parents: ownOrigins(ports.server),
      chatUrl: `http://localhost:${chat.port}`,
      shopDir,
      get widgets() {
        return organisation?.widgets ?? { main: "", express: "" };
      },
      token: async () => organisation?.token() ?? null,
    });
    const way = await startFaultProxy(site.port, sitePort);
    origins.push(...originsOf(name, way.port));
    closing.push(way.close, chat.close, site.close);
    return { ways: [way, chat], origins };
  };
  const [shop, phone] = await Promise.all([device("shop"), device("phone")]);

  const faults = createFaults(
    { shop: shop.ways, phone: phone.ways },
    { kill: supervisor.kill, revive: async () => untilHealthy(await supervisor.revive()) },
  );
  const control = await serveControl(
    faults,
    () => ownOrigins(ports.server),
    () => {
      if (!alone || organisation === null) return;
      alone = false;
      bringPeople(organisation, serverUrl, shop.origins[0] ?? "", dataDir, over.signal);
    },
  );
  closing.push(control.close);
  return {
    place: { control: { url: control.url, token: control.token }, shop: shop.origins, phone: phone.origins },
    open: async () => {
      organisation = await setUpOrganisation(serverUrl, setupSecret, [...shop.origins, ...phone.origins]);
      // Without it there is less to look at, and nothing else is missing.
      if (peopled) organisation.givePast().catch(() => undefined);
    },
    close: async () => {
      over.abort();
      await Promise.all(closing.map((close) => close()));
    },
  };
}
