import { expect, test } from "vitest";
import { stillness } from "../support/hands.ts";
import type { Hands } from "../support/hands.ts";
import { footprintOf, listenersOf, looksOf, watchShifts } from "../support/page-watch.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";
import { shopPage } from "../support/storefront.ts";

const house = useHouse();
let stage: Stage;

/** A whole chat: opened, talked in, its link taken, ended, closed. */
async function wholeChat(on: Stage, hands: Hands): Promise<void> {
  const ana = await on.ana("Ana");
  await hands.open();
  await hands.say("Hello, see https://shop.example/orders/7");
  await hands.log.getByText("Ana joined").waitFor();
  await ana.says("Hi, it is at https://shop.example/help");
  await hands.log.getByRole("link", { name: "https://shop.example/help" }).waitFor();
  await hands.choose("takeAlong");
  await hands.chat.getByRole("img", { name: hands.words.more.code }).waitFor();
  await hands.button(hands.words.more.back).click();
  await hands.choose("end");
  await hands.confirmEnd();
  await hands.button(hands.words.more.startNew).waitFor();
  await hands.minimise();
}

const POLICIES = {
  "by host": (host: string, ws: string) =>
    `default-src 'none'; script-src ${host}; connect-src ${host} ${ws}; style-src 'none'; base-uri 'none'; form-action 'none'`,
  "by nonce": (host: string, ws: string) =>
    `default-src 'none'; script-src 'nonce-c2hvcA' 'strict-dynamic'; connect-src ${host} ${ws}; style-src 'none'; base-uri 'none'`,
  "with trusted types": (host: string, ws: string) =>
    `default-src 'none'; script-src ${host}; connect-src ${host} ${ws}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
};

test.for(Object.keys(POLICIES) as (keyof typeof POLICIES)[])(
  "a page with a strict Content-Security-Policy, %s: a whole chat breaks none of it",
  async (name) => {
    stage = await house.stage();
    const { front, cable } = stage;
    const tag = front.tag.replace("<script", '<script nonce="c2hvcA"');
    front.put("/", {
      body: `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>${tag}</body></html>`,
      headers: { "content-security-policy": POLICIES[name](cable.url, cable.url.replace("http", "ws")) },
    });
    const hands = await stage.browser();
    await hands.page.addInitScript(() => {
      const broken: string[] = [];
      Object.assign(window, { brokenSeenByTest: broken });
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
        broken.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`),
      );
    });
    await hands.page.goto(front.url);
    await wholeChat(stage, hands);
    expect(
      await hands.page.evaluate(() => (window as unknown as { brokenSeenByTest: string[] }).brokenSeenByTest),
    ).toEqual([]);
  },
);

/** In what one element's style differs, in words that can be read. */
function differenceOf(one: string, other: string): string[] {
  const [before, after] = [one.split(";"), other.split(";")];
  const parts = after.filter((part, n) => part !== before[n]);
  return parts.length === 0 ? [] : [`${other.split(" ")[0]}: ${parts.slice(0, 4).join(" | ").slice(0, 240)}`];
}

const HOSTILE = `
  * { all: unset !important; display: block !important; font: 40px serif !important; position: static !important;
    color: lime !important; letter-spacing: 9px !important; visibility: visible !important; }
  button, div, p, textarea, svg, rejoin-chat { border: 9px solid red !important; margin: 30px !important; }
  rejoin-chat { opacity: 0.5 !important; inline-size: 40px !important; transform: rotate(20deg) !important; }
`;

test("a page's styles do not reach into the chat, however rude they are", async () => {
  stage = await house.stage({ browsers: { reducedMotion: "reduce" } });
  const { front } = stage;
  front.put("/rude", { body: shopPage(front.tag).replace("</head>", `<style>${HOSTILE}</style></head>`) });
  const looks: string[][] = [];
  for (const path of ["/", "/rude"]) {
    const hands = await stage.browser();
    await hands.page.goto(front.url + path);
    await hands.open();
    await hands.box.waitFor();
    // Under the pointer things look otherwise.
    await hands.page.mouse.move(0, 0);
    await stillness(hands.chat);
    looks.push(await looksOf(hands.page));
  }
  const [clean = [], rude = []] = looks;
  const differences = rude.flatMap((look, n) => differenceOf(clean[n] ?? "nothing", look));
  expect(differences).toEqual([]);
  expect(rude).toHaveLength(clean.length);
});

test("the chat leaves nothing on its page: no style, no global of ours but `rejoin`, no cookie, nothing stored before somebody writes", async () => {
  stage = await house.stage();
  const { front } = stage;
  front.put("/without", { body: shopPage(`<script async src="data:,"></script>`) });
  const without = await stage.browser();
  await without.page.goto(`${front.url}/without`);
  await without.page.waitForLoadState("load");
  const before = await footprintOf(without.page);
  const hands = await stage.visit();
  await hands.open();
  await hands.box.waitFor();
  const stored = () => hands.page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  // Nothing but whether it is open in this tab.
  expect(await stored()).toEqual([[], [`rejoin:${front.shop.widgetId}:open`]]);
  await hands.minimise();
  await wholeChat(stage, hands);
  const { globals, body, ...after } = await footprintOf(hands.page);
  expect(globals.filter((name) => !before.globals.includes(name))).toEqual(["rejoin"]);
  expect(body).toEqual([...before.body, "rejoin-chat"]);
  expect({ ...after, globals: before.globals, body: before.body }).toEqual(before);
  expect(await hands.page.context().cookies()).toEqual([]);
  for (const key of (await stored()).flat()) expect(key).toMatch(new RegExp(`^rejoin:${front.shop.widgetId}:`));
  expect((await listenersOf(hands.page)).filter((type) => /unload/.test(type))).toEqual([]);
});

test("nothing on the page shifts while the chat loads, opens, is talked in and closes", async () => {
  stage = await house.stage();
  const hands = await stage.browser();
  const shifts = await watchShifts(hands.page);
  await hands.page.goto(stage.front.url);
  await hands.launcher.waitFor();
  await hands.open();
  await hands.minimise();
  expect(await shifts()).toEqual([]);
  await wholeChat(stage, hands);
  // What moves in the chat while one talks is named by no node: it is in a shadow root.
  expect((await shifts()).filter((shift) => /[A-Z]/.test(shift))).toEqual([]);
});
