import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createPipe } from "../../worker/local/faults/pipe.ts";
import { seeded } from "./seeded.ts";

export interface PoorLine {
  url: string;
  /** Packets that were lost so far, so that a test can show that some were. */
  readonly lost: number;
  close(): Promise<void>;
}

/** What TCP sends as one packet. */
const PACKET_BYTES = 1_460;

/**
 * A slow line that loses packets, between pages and the server at `targetPort`. Loopback loses nothing, so a loss is modelled by
 * what an application sees of one: all that follows waits until the packet was sent again. That takes a round trip and as
 * long as TCP waits before it takes a packet for lost; we add `stallMs`. How much fits through, and how the lost packets of a real
 * network bunch, is not modelled. A new connection takes a round trip more.
 */
export async function openPoorLine(
  targetPort: number,
  { oneWayMs, loss, stallMs, seed = 1 }: { oneWayMs: number; loss: number; stallMs: number; seed?: number },
): Promise<PoorLine> {
  let lost = 0;
  const chance = seeded(seed);
  const stall = (bytes: number) => {
    const packets = Math.ceil(bytes / PACKET_BYTES);
    // Those that are lost together are sent again together.
    if (chance() >= 1 - (1 - loss) ** packets) return 0;
    lost += 1;
    return stallMs;
  };
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    void join(client);
  });
  const join = async (client: Socket) => {
    sockets.add(client);
    client.on("error", () => undefined);
    await sleep(2 * oneWayMs);
    if (client.destroyed) return;
    const upstream = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    sockets.add(upstream);
    for (const pipe of [createPipe(client, upstream), createPipe(upstream, client)])
      pipe.flow({ delayMs: oneWayMs, stallMs: stall });
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get lost() {
      return lost;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
