import { expect, test } from "vitest";
import type { OpenSocket, PageEvent } from "../../widget/client/io/ports.ts";
import { nodePorts, steadyPage } from "../../widget/client/io/node.ts";
import { createChat } from "../../widget/client/customer.ts";
import { startFaultProxy } from "../../worker/local/faults/fault-proxy.ts";
import { sayAs, until } from "../support/people.ts";
import { signInOwner } from "../support/peers.ts";
import { startServer } from "../support/server.ts";
import { openShop, SHOP_ORIGIN } from "../support/shop.ts";

/** What the server says to a socket in whose place another one of the same tab has come. */
const REPLACED = JSON.stringify({ type: "bye", code: 4005 });

test("N04 an attempt that was given up arrives after its successor, and takes its place: the page connects anew, and nothing is lost", async () => {
  const server = await startServer();
  const slow = await startFaultProxy(server.port);
  slow.set({ mode: "hold" });
  try {
    const shop = await openShop(server, {}, await signInOwner(server.url, server.setupSecret));
    const plain = nodePorts(SHOP_ORIGIN);
    const tell = new Set<(event: PageEvent) => void>();
    let opened = 0;
    let replaced = 0;
    // The first attempt goes by a network that holds it; those after it go straight.
    const openSocket: OpenSocket = (url, protocols, listener) => {
      opened += 1;
      const way = opened === 1 ? url.replace(`:${server.port}/`, `:${slow.port}/`) : url;
      return plain.openSocket(way, protocols, {
        ...listener,
        received: (text) => {
          if (text === REPLACED) replaced += 1;
          listener.received(text);
        },
      });
    };
    const page = {
      ...steadyPage,
      listen: (listener: (event: PageEvent) => void) => {
        tell.add(listener);
        return () => void tell.delete(listener);
      },
    };
    const chat = createChat({ baseUrl: server.url, widgetId: shop.widgetId, ports: { ...plain, openSocket, page } });
    await chat.lookUp();
    void chat.start();
    await expect.poll(() => slow.held, { timeout: 15_000 }).toBeGreaterThan(0);
    for (const event of [
      { type: "suspend", held: false },
      { type: "resume", held: false },
    ] as const)
      for (const listener of tell) listener(event);
    await until(chat, ({ status }) => status.is === "connected");
    expect(opened).toBe(2);
    slow.set({ mode: "pass" });
    const { status } = await until(
      chat,
      ({ status: { is } }) => is === "refused" || (opened > 2 && is === "connected"),
    );
    expect(replaced).toBe(1);
    expect(status).toEqual({ is: "connected" });
    await sayAs(chat, "Still here");
    chat.dispose();
  } finally {
    await slow.close();
    await server.stop();
  }
});
