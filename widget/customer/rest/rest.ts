import { MESSAGE_CHARS } from "#protocol/limits.ts";
import { browserDoor, createReturning } from "../../client/returning.ts";
import type { Drawn } from "../../parts/draw.ts";

import { phaseOf, statusLine, tool } from "../panel/header.ts";
import type { Extra, Given, Rest, RestModule } from "../panel/rest.ts";
import type { MainScene, Unsaid } from "../panel/scene.ts";
import type { Screen } from "../panel/screen.ts";
import type { MoreTexts } from "../texts/texts.ts";
import { createAgain } from "./again.ts";
import { createAloud } from "./aloud.ts";
import { restAsks } from "./asks.ts";
import type { Table } from "./asks.ts";
import { createBodies } from "./bodies.ts";
import { dressLauncher } from "./dress-launcher.ts";
import { endSheet } from "./end-sheet.ts";
import { overFooter } from "./ended.ts";
import { LEAVE, PHONE } from "./icons.ts";
import launcherSheet from "./launcher.css";
import { launcherState } from "./launcher-state.ts";
import { createLineWatch } from "./line-watch.ts";
import { createCodes, linkSheet } from "./link-sheet.ts";
import { noticeLine } from "./notice.ts";
import type { Scene } from "./scene.ts";
import { linkAfter, nextScreen } from "./screen.ts";
import type { Link } from "./screen.ts";
import { announcementOf, screenFor } from "./screens.ts";
import sheet from "./screens.css";
import { createTelling } from "./telling.ts";
import { createUnheard } from "./unheard.ts";

export const openingOf: RestModule["openingOf"] =
  ({ linkAnswered, wish }) =>
  (hall) =>
    createReturning(
      hall,
      browserDoor((token, opened) => {
        linkAnswered(token, opened);
        // Where there are several chats, it is known by now whose the link is.
        if (opened) wish(true);
      }),
    );

const UNSAID: { readonly [Why in Unsaid]: keyof MoreTexts } = { full: "tooMany", "too-long": "tooLong" };

/** What can be done with a chat as a whole. */
function toolsOf({ view, more, asks }: Scene, screen: Screen): [Drawn, Drawn] {
  if (screen.is !== "chat" || view.view === null) return [null, null];
  const mayLink = view.view.reconnect && view.lines.some(({ kind }) => kind === "message");
  return [mayLink ? tool(more.takeAlong, PHONE, asks.showLink) : null, tool(more.end, LEAVE, asks.showEnd)];
}

/**
 * All that is not needed to chat: the launcher's dress, what is said in trouble, the screens that are seldom seen, and what the
 * page is told.
 */
export function createRest(given: Given, more: MoreTexts): Rest {
  const { hosting, desk, frame, signal, views } = given;
  const { root, element } = hosting;
  const style = new CSSStyleSheet();
  style.replaceSync(launcherSheet + sheet);
  root.adoptedStyleSheets.push(style);
  const table: Table = { sheet: { is: "none" }, reading: false };
  const asks = restAsks(given, table);
  const bodies = createBodies(desk.draw);
  const codes = createCodes(desk.draw);
  const again = createAgain(() => scene?.asks.retry(), signal);
  const watch = createLineWatch();
  const unheard = createUnheard();
  const aloud = createAloud();
  const tell = createTelling(hosting.emit);
  const paint = dressLauncher(root, element);
  let token: string | null = null;
  let link: Link = "none";
  let last: Screen = { is: "loading" };
  let scene: Scene | null = null;
  let unread = 0;
  let timer = 0;

  signal.addEventListener("abort", () => {
    clearTimeout(timer);
  });

  // Before the panel hears of it.
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing || table.sheet.is === "none") return;
    event.preventDefault();
    asks.closeSheet();
  };
  frame.addEventListener("keydown", escape, { signal, capture: true });

  const over = (now: Scene): Drawn => {
    if (now.sheet.is === "end") return endSheet(now);
    return now.sheet.is === "link" ? linkSheet(now, codes, now.sheet) : null;
  };

  const look = (main: MainScene, screen: Screen): Extra => {
    const { view, say, unsaid } = main;
    if (screen.is !== "chat" || unsaid !== null) table.sheet = { is: "none" };
    for (const seen of views.splice(0)) tell(seen);
    if (hosting.link !== token) link = "asked";
    token = hosting.link;
    link = linkAfter(link, view.entrance);
    scene = { ...main, asks: { ...main.asks, ...asks }, more, sheet: table.sheet, deadLink: link === "dead" };
    const inChat = screen.is === "chat" || screen.is === "over";
    const { told, aloud: heard, kept, again: moves } = watch(scene);
    const next = again(view.entrance);
    const launcher = launcherState(scene, screen, !frame.inert);
    paint(launcher);
    if (launcher.unread !== unread) hosting.emit("unread", { count: (unread = launcher.unread) });
    clearTimeout(timer);
    if (moves || screen.is === "prompt" || screen.is === "unreachable") timer = window.setTimeout(desk.draw, 1_000);
    const why = unsaid === null ? "" : say(more[UNSAID[unsaid]], { n: MESSAGE_CHARS });
    return {
      kept,
      body: bodies(),
      words: aloud([
        statusLine(scene, phaseOf(scene, screen), kept),
        announcementOf(scene, screen),
        inChat ? heard : "",
        inChat && screen.is === "chat" ? unheard(scene) : "",
        why,
      ]),
      tools: toolsOf(scene, screen),
      notice: noticeLine(inChat ? told : null, scene),
      aside: scene.deadLink ? ["p", { class: "aside" }, more.deadLink] : null,
      screen: screenFor(scene, screen, next),
      unsaid: why,
      foot: screen.is === "over" ? overFooter(scene, screen.ended) : null,
      over: over(scene),
    };
  };
  return { look, screen: (view) => (last = nextScreen(last, view, table.reading)) };
}
