import type { Answer } from "../../widget/client/customer.ts";
import type { Browser, Tab } from "./people/browser.ts";
import type { Console } from "./people/console.ts";
import type { AgentAct, PageStep } from "./steps.ts";
import type { World } from "./world.ts";

/** What a customer does on a page, or what becomes of the page. Nobody waits for an answer: it may never come. */
export async function actOnPage(world: World, browser: Browser, tab: Tab, does: PageStep): Promise<void> {
  const { chat, page, place } = tab;
  // Whoever looks at a frozen page can do nothing on it.
  const mayAct = !page.frozen;
  switch (does) {
    case "say":
      return browser.say(tab);
    case "burst":
      for (let n = 0; n < 5; n += 1) browser.say(tab);
      return;
    case "reload":
      await browser.leave(tab);
      return void (await browser.open({ place }));
    case "crash":
      await browser.crash(tab);
      return void (await browser.open({ place }));
    case "leave":
      return browser.leave(tab);
    case "freeze":
      return page.freeze();
    case "thaw":
      return page.thaw();
    case "cache":
      // Away to another page, and back to this one as it was.
      page.tell({ type: "suspend", held: false });
      setTimeout(() => page.tell({ type: "resume", held: false }), 60);
      return;
    case "link":
      if (!mayAct || chat.snapshot().conversationId === null) return;
      void chat.makeLink().then((answer) => noteLink(world, answer));
      return;
    case "end":
      if (mayAct && chat.snapshot().conversationId !== null) void chat.end();
      return;
    case "start-new":
      if (mayAct) void chat.startNew();
      return;
    case "dismiss":
      if (!mayAct || chat.snapshot().entrance.at !== "ended") return;
      world.history.throwAway(browser.name);
      return chat.dismiss();
    case "read":
      if (mayAct) chat.seen(chat.snapshot().lines.findLast(({ seq }) => seq !== null)?.seq ?? 0);
      return;
    case "type":
      if (mayAct) chat.typing(true);
      return;
    case "earlier":
      if (mayAct) chat.loadEarlier();
  }
}

function noteLink({ links }: World, answer: Answer): void {
  const token = answer.ok ? answer.url?.split("#rejoin=")[1] : undefined;
  if (token !== undefined) links.push(token);
}

/** What an agent does, or what becomes of their console. */
export async function actAsAgent(world: World, console: Console, does: AgentAct, n: number): Promise<void> {
  const { workplace, page } = console;
  const { desk } = workplace;
  const hands = console.hands();
  const hand = hands[n % Math.max(1, hands.length)];
  const { feed } = desk.snapshot();
  if (does === "reload" || does === "crash") return console.reload(does === "reload" ? "orderly" : "crash");
  if (does === "thaw") return page.thaw();
  if (page.frozen) return;
  switch (does) {
    case "say":
      return hand && console.say(hand.conversationId);
    // More, after a while, than one reply holds.
    case "flood":
      for (let n = 0; n < 110; n += 1) if (hand !== undefined) console.say(hand.conversationId);
      return;
    case "read":
      return hand?.seat.seen(hand.seat.snapshot().lines.at(-1)?.seq ?? 0);
    case "end":
      return void hand?.seat.end();
    case "extend":
      return void hand?.seat.extendHold();
    case "give-up":
      return void hand?.seat.giveUpHold();
    case "give-back":
      return void hand?.seat.giveBack();
    case "transfer": {
      const other = world.consoles.find(({ agentId }) => agentId !== console.agentId);
      return void (other && hand?.seat.transfer({ agentId: other.agentId }));
    }
    case "close":
      return void hand?.seat.close();
    case "accept":
    case "decline": {
      const offer = feed?.offers[0];
      if (offer !== undefined && does === "decline") world.declined.add(offer.item.conversationId);
      return void (offer && desk[does](offer.offerId));
    }
    case "take": {
      const first = feed?.queue.first[0];
      return void (first && desk.take(first.conversationId));
    }
    case "away":
    case "offline":
    case "available":
      return void desk.setPresence(does);
    case "freeze":
      return page.freeze();
  }
}
