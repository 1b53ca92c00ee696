import { broken, isChatting, needsChat } from "./hindrances.ts";
import { isLive, isSame, isTalking } from "./scene.ts";
import type { Scene, Tab } from "./scene.ts";
import { obstacle } from "./whose.ts";
import type { Sign, Story, StoryId } from "./story.ts";
import { TRAVELS } from "./travels.ts";

/** Seconds for which the shop's page is hung: longer than two pings, shorter than the browser's own warning. */
export const HANG_SECONDS = 12;

const lost = (tab: Tab): boolean => !isLive(tab.facts?.line);
const away = ({ console: agent }: Scene): boolean => agent.facts?.customer === "away";

const noticed: Sign = { text: "The shop says that it is offline", seen: ({ shop }) => lost(shop) };
const held: Sign = { text: "Ana sees it; the slot is held", seen: away };
export const same: Sign = {
  text: "Both sides hold the same, once each",
  seen: (scene) => isSame(scene.shop, scene),
};
const back: Sign = { text: "The shop is connected again", seen: ({ shop }) => isLive(shop.facts?.line) };

const hello: Story = {
  id: "hello",
  about: "A customer writes",
  hindrance: (scene) => {
    if (scene.shop.is !== "open") return "The shop is not open.";
    // One that somebody else has is ended for another.
    if (broken(scene) !== null || obstacle(scene.shop, scene) === "elsewhere") return broken(scene);
    return isChatting(scene) ? "There is a chat already." : null;
  },
  breaks: {
    label: "Start a chat",
    watch: "The customer writes, and Ana has the chat at once. You are both: answer in the console.",
    signs: [
      {
        text: "The shop's chat is connected",
        seen: ({ shop }) => shop.facts?.state !== "" && isLive(shop.facts?.line),
      },
      { text: "Ana joined", seen: isTalking },
      { text: "Answer the customer, as Ana", seen: ({ shop }) => (shop.facts?.heard ?? 0) > 0 },
    ],
  },
  mends: null,
};

const cable: Story = {
  id: "cable",
  about: "Packets just vanish",
  hindrance: needsChat,
  breaks: {
    label: "Pull the cable",
    watch: "Nobody is told. The shop finds out within 20 s, the server within 30 s. Write on both sides meanwhile.",
    signs: [noticed, held],
  },
  mends: {
    label: "Put it back",
    watch: "What was written on either side arrives, once and in order; Ana kept the customer's place.",
    signs: [back, same],
  },
};

const wifi: Story = {
  id: "wifi",
  about: "Connections close at once",
  hindrance: needsChat,
  breaks: {
    label: "Lose the Wi-Fi",
    watch: "Both sides know within a moment. What the customer writes waits in the shop.",
    signs: [noticed, held],
  },
  mends: {
    label: "Find it again",
    watch: "The shop comes back by itself, and what waited is sent once.",
    signs: [back, same],
  },
};

const hang: Story = {
  id: "hang",
  about: `Frozen for ${HANG_SECONDS} seconds`,
  hindrance: (scene) => {
    if (scene.isolated === false) return "This browser has one thread for all.";
    return needsChat(scene) ?? (scene.isolated === null ? "Finding out if this browser can." : null);
  },
  breaks: {
    label: "Hang the tab",
    watch: `The shop's page does nothing for ${HANG_SECONDS} s: try to click there. Write to it from the console.`,
    signs: [
      { text: "The shop's page hangs", seen: ({ shop }) => shop.hung },
      { text: "It is back", seen: ({ shop }) => !shop.hung },
      same,
    ],
  },
  mends: null,
};

const close: Story = {
  id: "close",
  about: "Closed is not ended",
  hindrance: needsChat,
  breaks: {
    label: "Close the tab",
    watch: "Ana sees the customer go, and how long the place is kept. Only End is an end.",
    signs: [held],
  },
  mends: {
    label: "Open it again",
    watch: "The same chat, the same agent, all that was said, and a draft if there was one.",
    signs: [back, same],
  },
};

const agent: Story = {
  id: "agent",
  about: "The console loses its line",
  hindrance: needsChat,
  breaks: {
    label: "Drop Ana",
    watch: "The customer is told that Ana is reconnecting. The chats stay Ana's for 150 s.",
    signs: [
      { text: "The console is offline", seen: ({ console: { line } }) => !isLive(line) },
      { text: "The customer is told", seen: ({ shop }) => shop.facts?.agentConnected === false },
    ],
  },
  mends: {
    label: "Bring Ana back",
    watch: "Everything stands as it did; what either wrote meanwhile arrives.",
    signs: [{ text: "The customer sees Ana again", seen: ({ shop }) => shop.facts?.agentConnected === true }, same],
  },
};

const server: Story = {
  id: "server",
  about: "SIGKILL, then a new start",
  hindrance: needsChat,
  breaks: {
    label: "Kill the server",
    watch:
      "Shop and console lose it in mid-sentence. What was acknowledged is on disk; what was not waits where it was written.",
    signs: [
      { text: "The shop noticed", seen: ({ shop }) => lost(shop) },
      { text: "The console noticed", seen: ({ console: { line } }) => !isLive(line) },
    ],
  },
  mends: {
    label: "Start it again",
    watch: "Both come back by themselves, at a moment of their own, and pick up where they were.",
    signs: [back, { text: "The console is connected again", seen: ({ console: { line } }) => isLive(line) }, same],
  },
};

/** In the order in which they are offered. */
export const STORIES: readonly Story[] = [hello, cable, wifi, hang, close, ...TRAVELS, agent, server];

export function storyOf(id: StoryId): Story {
  const found = STORIES.find((story) => story.id === id);
  if (found === undefined) throw new Error(`there is no story ${id}`);
  return found;
}
