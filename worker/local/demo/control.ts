import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { decode } from "#protocol/decode.ts";
import { DemoWish } from "#protocol/demo.ts";
import type { Faults } from "./faults.ts";
import { readBody, serveHttp, type Serving } from "./serve-http.ts";

export interface Control extends Serving {
  url: string;
  /** Whoever holds it may break things: the demo's page learns it from the worker, and nobody else. */
  token: string;
}

/** How long nobody may look before everything is mended: a reload of the page takes no longer. */
const ALONE_MS = 3_000;
const MOST_BYTES = 1_024;

/**
 * Takes wishes for faults, over loopback, from pages of the demo's own origin that hold the token: `PUT /faults` with what shall be
 * otherwise, and `GET /faults` for what is broken, line by line as it changes. Once nobody listens any more, everything is mended,
 * so that a page that is loaded again meets a network.
 */
export async function serveControl(
  faults: Faults,
  origins: () => readonly string[],
  came: () => void,
): Promise<Control> {
  const token = randomBytes(32).toString("base64url");
  const listening = new Set<ServerResponse>();
  let alone: NodeJS.Timeout | undefined;

  const follow = (response: ServerResponse): void => {
    clearTimeout(alone);
    listening.add(response);
    response.writeHead(200, { "content-type": "application/x-ndjson", "cache-control": "no-store" });
    response.write(`${JSON.stringify(faults.now())}\n`);
    came();
    response.on("close", () => {
      listening.delete(response);
      if (listening.size === 0) alone = setTimeout(() => void faults.mend().catch(() => undefined), ALONE_MS);
    });
  };
  const unfollow = faults.subscribe(() => {
    for (const response of listening) response.write(`${JSON.stringify(faults.now())}\n`);
  });
  const act = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const wish = decode(DemoWish, (await readBody(request, MOST_BYTES)) ?? "");
    if (!wish.ok) return refuse(response, 400);
    await faults.wish(wish.value);
    response.writeHead(204).end();
  };

  const serving = await serveHttp((request, response) => {
    const { origin, host } = request.headers;
    // The host too: a foreign name that was made to lead here sends its own.
    if (origin === undefined || !origins().includes(origin) || host !== `127.0.0.1:${serving.port}`)
      return refuse(response, 403);
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("vary", "Origin");
    if (request.method === "OPTIONS") {
      response.setHeader("access-control-allow-methods", "GET, PUT");
      response.setHeader("access-control-allow-headers", "Authorization, Content-Type");
      return response.writeHead(204).end();
    }
    if (!isBearer(request.headers.authorization, token)) return refuse(response, 401);
    if (request.url !== "/faults") return refuse(response, 404);
    if (request.method === "GET") return follow(response);
    if (request.method === "PUT") return void act(request, response).catch(() => refuse(response, 500));
    return refuse(response, 405);
  });
  return {
    ...serving,
    url: `http://127.0.0.1:${serving.port}`,
    token,
    close: async () => {
      clearTimeout(alone);
      unfollow();
      await serving.close();
      clearTimeout(alone);
    },
  };
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
