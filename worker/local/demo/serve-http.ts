import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";

/** A small server on loopback. */
export interface Serving {
  port: number;
  close(): Promise<void>;
}

export async function serveHttp(handle: RequestListener, port = 0): Promise<Serving> {
  const server = createServer(handle);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** The body of a request; null if it is longer than anything that is meant. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    if (!(piece instanceof Buffer)) return null;
    bytes += piece.length;
    if (bytes > mostBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
