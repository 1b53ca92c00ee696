import { once } from "node:events";
import { connect, createServer } from "node:net";
import { type Cable, type Line, layCable } from "./cable.ts";

export interface FaultProxy {
  /** `http://127.0.0.1:<port>`, leading to the server. */
  readonly url: string;
  readonly port: number;
  /** Applies to all connections, standing and new; leaving `black-hole`, those that lost bytes are reset. */
  set(line: Line | "refuse"): void;
  /** Ends the standing connections on both sides: `rst` as a crash does, `fin` as an orderly end without a WebSocket close. */
  cut(how: "rst" | "fin"): void;
  /** The standing connections go silent for good, without an end (half-open), whatever is set later; new ones do as is set. */
  strand(): void;
  /** Connections that stand, stranded ones included. */
  readonly open: number;
  /** Connections ever accepted, refused ones included: counts attempts. */
  readonly accepted: number;
  /** Standing connections on which something vanished; of a hole it shows that it really swallowed. */
  readonly lossy: number;
  /** Pieces that wait on standing connections, under `hold` and `delay`. */
  readonly held: number;
  /** Resolves when one more connection has been accepted. */
  nextConnection(): Promise<void>;
  close(): Promise<void>;
}

/** A cable between clients and the server at `targetPort` on loopback, with faults at will. It passes until told otherwise. `port` 0 lets the system choose. */
export async function startFaultProxy(targetPort: number, port = 0): Promise<FaultProxy> {
  let line: Line | "refuse" = { mode: "pass" };
  let accepted = 0;
  const waiting: (() => void)[] = [];
  const cables = new Set<Cable>();

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    accepted += 1;
    for (const wake of waiting.splice(0)) wake();
    if (line === "refuse") {
      client.on("error", () => undefined);
      client.resetAndDestroy();
      return;
    }
    const upstream = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    const cable = layCable(client, upstream, line);
    cables.add(cable);
    void cable.gone.then(() => cables.delete(cable));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const listensAt = typeof address === "object" && address !== null ? address.port : port;

  const cut = (how: "rst" | "fin") => {
    for (const cable of cables) cable.cut(how);
  };
  return {
    url: `http://127.0.0.1:${listensAt}`,
    port: listensAt,
    set: (next) => {
      line = next;
      if (next !== "refuse") for (const cable of cables) cable.set(next);
    },
    cut,
    strand: () => {
      for (const cable of cables) cable.strand();
    },
    get open() {
      return cables.size;
    },
    get accepted() {
      return accepted;
    },
    get lossy() {
      return [...cables].filter((cable) => cable.lost).length;
    },
    get held() {
      return [...cables].reduce((sum, cable) => sum + cable.held, 0);
    },
    nextConnection: () => new Promise((resolve) => waiting.push(resolve)),
    close: async () => {
      cut("rst");
      server.close();
      await once(server, "close");
    },
  };
}
