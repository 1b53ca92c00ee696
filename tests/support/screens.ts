import type { Ana } from "./ana.ts";
import { isOver } from "./ana.ts";
import { dialogueIn } from "./dialogue.ts";
import { handsOn } from "./hands.ts";
import type { Hands } from "./hands.ts";
import type { Rules } from "./shop.ts";
import type { Stage } from "./stage.ts";
import { fill } from "./wording.ts";

/** A screen that a customer can come to see, and how to get there by real means: a real server, agents, a cable, short clocks. */
export interface ScreenCase {
  name: string;
  rules?: Rules;
  /** Ends with the screen in sight. */
  reach(stage: Stage): Promise<Hands>;
}

const NAME = "Ana Martins";

/** A customer who opened the chat and wrote, and Ana who answered. */
async function talk(stage: Stage): Promise<{ hands: Hands; ana: Ana }> {
  const { hello, answers, yes } = dialogueIn(stage.words.table);
  const ana = await stage.ana(NAME);
  const hands = await stage.visit();
  await hands.open();
  await hands.say(hello);
  await hands.log.getByText(fill(hands.words.chat.joined, { name: NAME })).waitFor();
  await ana.says(...answers);
  await hands.log.getByText(answers[1]).waitFor();
  await hands.say(yes);
  await ana.hears(yes);
  await ana.reads();
  await hands.log.getByText(hands.words.chat.seen).first().waitFor();
  return { hands, ana };
}

/** The cable is out, and told to be. */
async function unplugged(stage: Stage): Promise<{ hands: Hands; ana: Ana }> {
  const both = await talk(stage);
  stage.cable.set("refuse");
  stage.cable.cut("rst");
  await both.ana.sees("away");
  await both.hands.chat.locator("[part~=notice]").waitFor();
  return both;
}

/** Signs this page's customer in. */
export async function signIn(hands: Hands, token: string): Promise<void> {
  await hands.chat.evaluate(
    (element, jwt) => (element as HTMLElement & { identify(provider: () => string): void }).identify(() => jwt),
    token,
  );
}

/** The link that the chat gives to take along. */
async function takeLink(hands: Hands): Promise<string> {
  await hands.choose("takeAlong");
  return hands.chat.getByLabel(hands.words.more.link, { exact: true }).inputValue();
}

export const SCREENS: readonly ScreenCase[] = [
  {
    name: "launcher",
    reach: async (stage) => {
      const hands = await stage.visit();
      return hands;
    },
  },
  {
    name: "launcher-waiting",
    reach: async (stage) => {
      const { hands, ana } = await talk(stage);
      await hands.minimise();
      await ana.says(...dialogueIn(stage.words.table).meanwhile);
      await hands.chat
        .locator("[part~=badge]")
        .filter({ hasText: /\d|[٠-٩]/ })
        .waitFor();
      await hands.chat.locator("[part~=teaser]").waitFor();
      return hands;
    },
  },
  {
    name: "welcome",
    reach: async (stage) => {
      const hands = await stage.visit();
      await hands.open();
      await hands.box.waitFor();
      return hands;
    },
  },
  {
    name: "dead-link",
    reach: async (stage) => {
      const hands = await stage.browser();
      await hands.page.goto(`${stage.front.url}/help#rejoin=garbage`);
      await hands.chat.getByText(hands.words.more.deadLink).first().waitFor();
      return hands;
    },
  },
  {
    name: "queued",
    reach: async (stage) => {
      const hands = await stage.visit();
      await hands.open();
      await hands.say(dialogueIn(stage.words.table).hello);
      await hands.chat.getByText(hands.words.chat.queued).first().waitFor();
      return hands;
    },
  },
  {
    name: "active",
    reach: async (stage) => {
      const { hands, ana } = await talk(stage);
      await ana.types();
      await hands.chat
        .getByText(fill(hands.words.chat.typing, { name: NAME }))
        .first()
        .waitFor();
      return hands;
    },
  },
  {
    name: "agent-reconnecting",
    reach: async (stage) => {
      const { hands, ana } = await talk(stage);
      await ana.drops();
      await hands.chat
        .getByText(fill(hands.words.more.agentLost, { name: NAME }))
        .first()
        .waitFor();
      return hands;
    },
  },
  {
    name: "connection-lost",
    reach: async (stage) => {
      const { hands } = await unplugged(stage);
      for (const text of dialogueIn(stage.words.table).address) await hands.say(text);
      await hands.chat.getByText(hands.words.chat.waitingForNetwork).first().waitFor();
      return hands;
    },
  },
  {
    name: "catching-up",
    reach: async (stage) => {
      const { hands, ana } = await unplugged(stage);
      // More than one page of them: the rest is asked for, on a line that takes its time.
      await ana.says(...Array.from({ length: 210 }, (_, n) => `${n + 1}`));
      stage.cable.set({ mode: "delay", delayMs: 1_500 });
      await hands.tryNow();
      await hands.chat.getByText(hands.words.more.catchingUp).first().waitFor();
      return hands;
    },
  },
  {
    name: "back",
    reach: async (stage) => {
      const { hands, ana } = await unplugged(stage);
      const { meanwhile } = dialogueIn(stage.words.table);
      await ana.says(...meanwhile);
      stage.cable.set({ mode: "pass" });
      await hands.tryNow();
      await hands.log.getByText(meanwhile[1]).waitFor();
      await hands.chat
        .getByText(fill(hands.words.more.backKept, { name: NAME }))
        .first()
        .waitFor();
      return hands;
    },
  },
  {
    name: "prompt",
    reach: async (stage) => {
      const { hands: laptop, ana } = await talk(stage);
      const token = await stage.front.shop.identity("sam");
      const owned = laptop.page.waitForResponse(/\/resume$/);
      await signIn(laptop, token);
      await owned;
      await laptop.page.goto("about:blank");
      await ana.sees("away");
      const hands = await stage.visit();
      await signIn(hands, token);
      await hands.open();
      await hands.button(fill(hands.words.more.continueWith, { name: NAME })).waitFor();
      return hands;
    },
  },
  {
    name: "refused",
    reach: async (stage) => {
      const hands = await stage.visit();
      await signIn(hands, await stage.front.shop.identity("sam", { key: "k".repeat(43) }));
      await hands.open();
      await hands.chat.getByText(hands.words.more.signInProblem).first().waitFor();
      return hands;
    },
  },
  {
    name: "ended",
    reach: async (stage) => {
      const { hands, ana } = await talk(stage);
      await ana.ends();
      await hands.button(hands.words.more.startNew).waitFor();
      return hands;
    },
  },
  {
    name: "too-late",
    rules: { limitSeconds: 1, holdSeconds: 1 },
    reach: async (stage) => {
      const { hands, ana } = await talk(stage);
      const link = await takeLink(hands);
      await hands.page.goto("about:blank");
      await (await ana.seat()).take(isOver);
      await hands.page.goto(link);
      await hands.button(hands.words.more.read).waitFor();
      return hands;
    },
  },
  {
    name: "too-late-elsewhere",
    rules: { limitSeconds: 1, holdSeconds: 1 },
    reach: async (stage) => {
      const { hands: laptop, ana } = await talk(stage);
      const link = await takeLink(laptop);
      await laptop.page.goto("about:blank");
      await (await ana.seat()).take(isOver);
      const hands = await stage.browser();
      await hands.page.goto(link);
      await hands.button(hands.words.more.startNew).waitFor();
      return hands;
    },
  },
  {
    name: "unreachable",
    reach: async (stage) => {
      const { hands: laptop } = await talk(stage);
      const link = await takeLink(laptop);
      const hands = await stage.browser();
      await hands.page.route(/\/resume$/, (route) => route.abort("connectionrefused"));
      await hands.page.goto(link);
      await hands.chat.getByText(hands.words.more.cantReach).first().waitFor();
      return hands;
    },
  },
  {
    name: "storage-blocked",
    reach: async (stage) => {
      const hands = await stage.browser();
      // As Chromium answers where a person blocks a site's data.
      await hands.page.addInitScript(() => {
        const denied = () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        };
        Object.defineProperty(window, "localStorage", { get: denied });
      });
      await hands.page.goto(stage.front.url);
      await hands.open();
      await hands.say(dialogueIn(stage.words.table).hello);
      await hands.chat.getByText(hands.words.more.blocked).first().waitFor();
      return hands;
    },
  },
  {
    name: "link-sheet",
    reach: async (stage) => {
      const { hands } = await talk(stage);
      await hands.choose("takeAlong");
      await hands.chat.getByRole("img", { name: hands.words.more.code }).waitFor();
      return hands;
    },
  },
  {
    name: "end-question",
    reach: async (stage) => {
      const { hands } = await talk(stage);
      await hands.choose("end");
      await hands.chat.getByText(hands.words.more.reallyEnd).first().waitFor();
      return hands;
    },
  },
  {
    name: "not-delivered",
    rules: { limitSeconds: 3, holdSeconds: 1 },
    reach: async (stage) => {
      const { hands, ana } = await unplugged(stage);
      await hands.say(dialogueIn(stage.words.table).address[0]);
      await (await ana.seat()).take(isOver);
      stage.cable.set({ mode: "pass" });
      await hands.tryNow();
      await hands.chat.getByText(hands.words.more.unsentKept).first().waitFor();
      return hands;
    },
  },
  {
    name: "message-refused",
    reach: async (stage) => {
      const { hello, address } = dialogueIn(stage.words.table);
      const hands = await stage.browser();
      // The server, in a bad moment for one message.
      await hands.page.routeWebSocket(/\/conversation\/socket/, (page) => {
        const server = page.connectToServer();
        page.onMessage((frame) => {
          const said: { type?: string; id?: string; text?: string } = frame === "ping" ? {} : JSON.parse(String(frame));
          if (said.text !== address[0]) return server.send(frame);
          page.send(JSON.stringify({ type: "nack", id: said.id, code: "unavailable" }));
        });
      });
      await hands.page.goto(stage.front.url);
      await hands.open();
      await hands.say(hello);
      await hands.say(address[0]);
      await hands.log.getByText(hands.words.chat.notDelivered).waitFor();
      return hands;
    },
  },
  {
    name: "start-failed",
    reach: async (stage) => {
      const hands = await stage.visit();
      await hands.open();
      await hands.page.route(/\/conversations$/, (route) => route.abort("connectionrefused"));
      await hands.box.fill(dialogueIn(stage.words.table).hello);
      await hands.box.press("Enter");
      await hands.chat.getByText(hands.words.more.startFailed).first().waitFor();
      return hands;
    },
  },
  {
    name: "elsewhere",
    reach: async (stage) => {
      const hands = await stage.visit();
      await signIn(hands, await stage.front.shop.identity("rui"));
      await hands.open();
      await hands.box.waitFor();
      // Another person signs in and writes in another tab of the same browser.
      const other = handsOn(await hands.page.context().newPage(), stage.words);
      await other.page.goto(stage.front.url);
      await signIn(other, await stage.front.shop.identity("sam"));
      await other.open();
      await other.say(dialogueIn(stage.words.table).hello);
      await hands.chat.getByText(hands.words.more.elsewhere).first().waitFor();
      return hands;
    },
  },
];
