import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestServer } from "./server.ts";
import type { Rules, Shop } from "./shop.ts";
import { openShop, SHOP_ORIGIN } from "./shop.ts";

/** A shop's own site on a port of its own. Each of its pages carries the widget; links lead to `/help`, late ones to `/late`. */
export interface Site {
  url: string;
  shop: Shop;
  /** The paths that were asked for, in order. */
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function openSite(server: TestServer, rules: Rules = {}): Promise<Site> {
  const shop = await openShop(server, rules);
  const visits: string[] = [];
  const tag = `<script src="${server.url}/rejoin.js" data-widget="${shop.widgetId}" defer></script>`;
  const site = createServer(({ url = "/" }, response) => {
    visits.push(url);
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>${tag}</body></html>`);
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  const { widgets } = await shop.owner.call("GET", "/v1/settings");
  const widget = (widgets as { widgetId: string; reconnect: object }[]).find(
    ({ widgetId }) => widgetId === shop.widgetId,
  );
  const answer = await shop.owner.call("PUT", `/v1/widgets/${shop.widgetId}/settings`, {
    ...widget,
    origins: [SHOP_ORIGIN, url],
    reconnect: { ...widget?.reconnect, portalUrl: `${url}/help`, redirectUrl: `${url}/late` },
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer));
  return {
    url,
    shop,
    visits,
    close: async () => {
      site.closeAllConnections();
      site.close();
      await once(site, "close");
    },
  };
}
