import { ART, MARK } from "./shop-art.ts";

/** What a page of the shop is made with. */
export interface ShopPage {
  /** Origins of the demo's page, in whose frame it may stand. */
  parents: readonly string[];
  /** Where this device reaches the chat's server. */
  chatUrl: string;
  widgets: { main: string; express: string };
}

const PRODUCTS = [
  { slug: "azulejo", name: "Azulejo, blue", price: "€ 4.20", note: "Hand-painted tile, 14 × 14 cm" },
  { slug: "bowl", name: "Bowl, Aveiro", price: "€ 18.00", note: "Stoneware, dishwasher safe" },
  { slug: "towel", name: "Towel, Guimarães", price: "€ 24.50", note: "Washed linen, 70 × 140 cm" },
  { slug: "jug", name: "Jug, Estremoz", price: "€ 32.00", note: "Red clay, holds a litre" },
  { slug: "verde", name: "Azulejo, green", price: "€ 4.20", note: "Hand-painted tile, 14 × 14 cm" },
  { slug: "candle", name: "Candle, Alfama", price: "€ 15.00", note: "Orange and fig, burns 30 hours" },
] as const;

type Product = (typeof PRODUCTS)[number];

const card = ({ slug, name, price }: Product): string =>
  `<li><a href="/p/${slug}">${ART[slug]}<b>${name}</b><span>${price}</span></a></li>`;

const home = (): string =>
  `<h1>Made by hand, in Portugal</h1><p class="lead">Tiles, clay and linen from small workshops. Sent the same day from Rua das Flores.</p>
  <ul class="shelf">${PRODUCTS.map(card).join("")}</ul>`;

const product = (it: Product): string =>
  `<p class="crumb"><a href="/">Shop</a> / ${it.name}</p><div class="product">${ART[it.slug]}
  <div><h1>${it.name}</h1><p class="price">${it.price}</p><p>${it.note}. Each one is a little different: it was made by a person.</p>
  <p class="small">In stock. With you on Tuesday.</p></div></div>`;

const help = (): string =>
  `<h1>How can we help?</h1><p class="lead">The fastest way is the chat, down on the right. Ana and Ben answer from 9 to 19.</p>
  <dl><dt>Where is my order?</dt><dd>Parcels leave the same day and take two to three days. Ask us for the number.</dd>
  <dt>Can I change the address?</dt><dd>Until the parcel has left. Write in the chat: it is the quickest.</dd>
  <dt>Something broke on the way</dt><dd>Send us a line. We send a new one.</dd></dl>`;

const express = (): string =>
  `<h1>Express desk</h1><p class="lead">For short questions only: a chat here keeps its agent for 10 seconds, and can be come back to for 25.</p>`;

const late = (): string =>
  `<h1>That chat is over</h1><p class="lead">You came back after the time that we keep a chat open. Nothing is lost: write to us again, and we will find what was said.</p>
  <p><a class="button" href="/help">Start a new chat</a> <a class="button quiet" href="/">Back to the shop</a></p>`;

/** The page at a path; null if there is none. */
export function shopPage(path: string, page: ShopPage): string | null {
  const { main, express: short } = page.widgets;
  if (path === "/") return whole("Lisbon Shop", home(), main, page);
  if (path === "/help") return whole("Help · Lisbon Shop", help(), main, page);
  if (path === "/express") return whole("Express desk · Lisbon Shop", express(), short, page);
  if (path === "/late") return whole("Too late · Lisbon Shop", late(), null, page);
  const it = PRODUCTS.find(({ slug }) => path === `/p/${slug}`);
  return it === undefined ? null : whole(`${it.name} · Lisbon Shop`, product(it), main, page);
}

function whole(title: string, body: string, widgetId: string | null, { parents, chatUrl, widgets }: ShopPage): string {
  // The shop vouches for its customer to one widget alone.
  const guests = widgetId !== widgets.main;
  const tag = widgetId === null ? "" : `<script async src="${chatUrl}/rejoin.js" data-widget="${widgetId}"></script>`;
  return `<!doctype html>
<html lang="en"${guests ? " data-guests" : ""}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="demo" content="${parents.join(" ")}" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/shop.css" />
    <script type="module" src="/shop.js"></script>
    ${tag}
  </head>
  <body>
    <header>
      <a class="brand" href="/">${MARK}<b>Lisbon Shop</b></a>
      <nav><a href="/">Shop</a><a href="/help">Help</a></nav>
      <span class="who"><span class="in">Sam <button type="button" id="sign-out">Sign out</button></span><button type="button" class="out" id="sign-in">Sign in</button></span>
    </header>
    <main>${body}</main>
  </body>
</html>`;
}
