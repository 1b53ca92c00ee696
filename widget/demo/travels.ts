import { broken, needsChat } from "./hindrances.ts";
import { isLive, isSame } from "./scene.ts";
import type { Scene } from "./scene.ts";
import type { Story } from "./story.ts";

// Stories in which the customer comes back elsewhere, or too late.

const phoneHas = ({ phone, shop }: Scene): boolean =>
  phone.facts?.conversationId !== null && phone.facts?.conversationId === shop.facts?.conversationId;

/** The phone has to be free to come to. */
function hindrance(scene: Scene): string | null {
  const inUse = scene.phone.is === "open" || scene.phone.is === "loading";
  return needsChat(scene) ?? (inUse ? "Put the phone away first." : null);
}

export const TRAVELS: readonly Story[] = [
  {
    id: "link",
    about: "A link carries the chat",
    hindrance,
    breaks: {
      label: "Go on by phone",
      watch: "The customer's own link opens the chat on the phone. Write something there.",
      signs: [
        { text: "The phone shows the chat", seen: (scene) => phoneHas(scene) && scene.phone.facts?.via === "link" },
        { text: "Ana sees that the link was opened", seen: ({ console: agent }) => agent.facts?.linkOpened === true },
        {
          text: "Write on the phone: it reaches all",
          seen: ({ shop, phone, console: agent }, before) =>
            agent.facts !== null &&
            agent.facts.heard > (before.console.facts?.heard ?? 0) &&
            phone.facts?.seq === agent.facts.seq &&
            shop.facts?.seq === agent.facts.seq,
        },
      ],
    },
    mends: {
      label: "Put it away",
      watch: "The chat goes on in the shop, where it was all the time.",
      signs: [
        {
          text: "Shop and console hold the same",
          seen: (scene) => scene.phone.is === "closed" && isSame(scene.shop, scene),
        },
      ],
    },
  },
  {
    id: "sign-in",
    about: "Known on every device",
    hindrance,
    breaks: {
      label: "Sign in as Sam",
      watch: "The shop vouches for Sam, so his chat is his. On the phone he signs in, too, and is asked.",
      signs: [
        { text: "The chat is Sam's now", seen: ({ console: agent }) => agent.facts?.verified === true },
        {
          text: "The phone welcomes him back",
          seen: ({ phone }) => phone.facts?.entrance === "offer",
        },
        {
          text: "Press Continue on the phone",
          seen: (scene) => phoneHas(scene) && scene.phone.facts?.entrance === "chatting",
        },
      ],
    },
    mends: {
      label: "Put it away",
      watch: "The chat goes on in the shop, where it was all the time.",
      signs: [
        {
          text: "Shop and console hold the same",
          seen: (scene) => scene.phone.is === "closed" && isSame(scene.shop, scene),
        },
      ],
    },
  },
  {
    id: "late",
    about: "Short clocks, 40 seconds",
    hindrance: (scene) => {
      const { express, shop } = scene;
      if (shop.is !== "open") return "The shop is not open.";
      return broken(scene) ?? (express.is === "none" ? null : "Close the second tab first.");
    },
    breaks: {
      label: "Return too late",
      watch:
        "A second tab, whose chat keeps its agent for 10 s and can be come back to for 25 s, is closed and opened by its link.",
      signs: [
        {
          text: "Ana has the chat",
          seen: ({ console: agent, express }) =>
            express.is === "open" && agent.facts?.state === "active" && isLive(express.facts?.line),
        },
        {
          text: "Tab closed; the slot is held",
          seen: ({ console: agent, express }) => express.is === "closed" && agent.facts?.customer === "away",
        },
        { text: "10 s: the slot is free", seen: ({ console: agent }) => agent.facts?.state !== "active" },
        {
          text: "25 s: the chat is over",
          seen: ({ console: agent }) => agent.facts === null || agent.facts.state === "closed",
        },
        { text: "The link: the shop's page for the late", seen: ({ express }) => express.path === "/late" },
      ],
    },
    mends: {
      label: "Close that tab",
      watch: "The first tab was there all the time.",
      signs: [{ text: "The shop is in front again", seen: ({ express }) => express.is === "none" }],
    },
  },
];
