import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { serveHttp, type Serving } from "./serve-http.ts";
import { shopPage, type ShopPage } from "./shop-pages.ts";

export interface ShopSite extends ShopPage {
  /** The origins under which it may be asked for; a page of any other name gets nothing. */
  origins: readonly string[];
  /** What its pages load, as it was built. */
  shopDir: string;
  /** What the shop's backend signs for its customer, for the widget of its pages; null if it cannot. */
  token(): Promise<string | null>;
}

const FILES: Record<string, string> = { "/shop.js": "text/javascript", "/shop.css": "text/css" };

/** The site of the demo's shop, as one device sees it: an ordinary site with our tag in it, which the chat's server knows nothing of. */
export function serveShop(site: ShopSite): Promise<Serving> {
  const answer = async (method: string, path: string, response: ServerResponse): Promise<void> => {
    if (method === "POST" && path === "/chat-token") {
      const token = await site.token();
      return end(response, token === null ? 503 : 200, "text/plain", token ?? "");
    }
    if (method !== "GET") return end(response, 405, "text/plain", "");
    if (path === "/alive") return end(response, 204, "text/plain", "");
    const type = FILES[path];
    if (type !== undefined) return end(response, 200, type, await readFile(join(site.shopDir, path)));
    const page = shopPage(path, site);
    response.setHeader("content-security-policy", policyOf(site));
    return end(response, page === null ? 404 : 200, "text/html", page ?? "There is no such page.");
  };
  return serveHttp((request, response) => {
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("cache-control", "no-store");
    const hosts = site.origins.map((origin) => new URL(origin).host);
    const own = hosts.includes(request.headers.host ?? "") && isOwn(request.headers.origin, site.origins);
    const [path = "/"] = (request.url ?? "/").split("?");
    if (!own) return end(response, 404, "text/plain", "");
    answer(request.method ?? "GET", path, response).catch(() => end(response, 500, "text/plain", ""));
  });
}

/** Navigations say no origin. The token is for the shop's own pages. */
const isOwn = (origin: string | undefined, origins: readonly string[]): boolean =>
  origin === undefined || origins.includes(origin);

function end(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8` });
  response.end(body);
}

/** A strict shop: nothing but its own files and the chat. */
function policyOf({ chatUrl, parents }: ShopPage): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${chatUrl}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${chatUrl} ${chatUrl.replace(/^http/, "ws")}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${parents.join(" ")}`,
  ].join("; ");
}
