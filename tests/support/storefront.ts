import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestServer } from "./server.ts";
import type { Rules, Shop } from "./shop.ts";
import { openShop, SHOP_ORIGIN } from "./shop.ts";

/** What stands at a path of a storefront. */
export interface Served {
  body: string;
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A shop's own site, an origin of its own, whose pages are what a test puts there. */
export interface Storefront {
  readonly url: string;
  readonly shop: Shop;
  /** The tag that brings the widget, as an owner pastes it. */
  readonly tag: string;
  /** The paths that were asked for, in order. */
  readonly visits: readonly string[];
  put(path: string, served: Served): void;
  /** Changes the widget's settings. */
  save(changes: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

export interface StorefrontOptions {
  rules?: Rules;
  /** By which way pages reach the server; a cable, say. */
  through?: string;
  /** What the widget's `looks` are besides the accent and the position. */
  looks?: Readonly<Record<string, unknown>>;
  lang?: string;
}

/** A page of a shop: something to read, with what the test wants at its end. */
export const shopPage = (end: string, lang = "en"): string => `<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Lisbon Shop</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main>
      <h1>Lisbon Shop</h1>
      <p>Ceramics, tiles and linen from Rua das Flores.</p>
      <ul><li>Azulejo, blue</li><li>Bowl, white</li><li>Towel, linen</li></ul>
      <p><a href="/other">Another page</a></p>
    </main>
    ${end}
  </body>
</html>`;

export async function openStorefront(server: TestServer, options: StorefrontOptions = {}): Promise<Storefront> {
  const { rules = {}, through = server.url, looks = {}, lang } = options;
  // Addresses of its own site are known only once it stands.
  const shop = await openShop(server, { ...rules, redirectUrl: null });
  const visits: string[] = [];
  const shelf = new Map<string, Served>();
  const tag = `<script async src="${through}/rejoin.js" data-widget="${shop.widgetId}"></script>`;
  const usual: Served = { body: shopPage(tag, lang) };
  const site = createServer(({ url = "/" }, response) => {
    visits.push(url);
    const { body, type = "text/html; charset=utf-8", headers = {} } = shelf.get(url.split("?")[0] ?? "/") ?? usual;
    response.writeHead(200, { "content-type": type, ...headers });
    response.end(body);
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  const save = async (changes: Readonly<Record<string, unknown>>) => {
    const { widgets } = await shop.owner.call("GET", "/v1/settings");
    const widget = (widgets as { widgetId: string }[]).find(({ widgetId }) => widgetId === shop.widgetId);
    const answer = await shop.owner.call("PUT", `/v1/widgets/${shop.widgetId}/settings`, { ...widget, ...changes });
    if (answer.status >= 300) throw new Error(JSON.stringify(answer));
  };
  const { portalUrl = `${url}/help`, redirectUrl = null } = rules;
  await save({
    name: "Lisbon Shop",
    origins: [SHOP_ORIGIN, url],
    looks: { accent: "#3b6fd4", position: "right", ...looks },
    reconnect: {
      enabled: rules.enabled ?? true,
      previousAgentForSeconds: rules.holdSeconds ?? Math.min(300, rules.limitSeconds ?? 300),
      portalUrl,
      redirectUrl: redirectUrl === null ? null : new URL(redirectUrl, url).href,
      prompt: rules.prompt ?? "return",
    },
  });
  return {
    url,
    shop,
    tag,
    visits,
    put: (path, served) => shelf.set(path, served),
    save,
    close: async () => {
      site.closeAllConnections();
      site.close();
      await once(site, "close");
    },
  };
}
