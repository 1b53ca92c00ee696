import type { Facts } from "../../../widget/demo/facts.ts";
import { FIRST_SCENE } from "../../../widget/demo/scene.ts";
import type { Clerk, Scene } from "../../../widget/demo/scene.ts";

const FACTS: Facts = {
  conversationId: "c",
  line: "connected",
  seq: 4,
  state: "active",
  customer: "present",
  holdUntil: null,
  agent: "Ana Martins",
  agentConnected: true,
  waiting: 0,
  heard: 1,
  entrance: "chatting",
  via: "start",
  verified: false,
  linkOpened: false,
};

export const facts = (more: Partial<Facts> = {}): Facts => ({ ...FACTS, ...more });

export const AT_CONSOLE: Clerk = { name: "Ana Martins", presence: "available", capacity: 6, used: 2, slots: [] };

/** The shop is open and nobody has written yet. */
export const quiet: Scene = {
  ...FIRST_SCENE,
  shop: { ...FIRST_SCENE.shop, is: "open" },
  console: {
    is: "open",
    dropped: false,
    line: "connected",
    clerk: AT_CONSOLE,
    facts: null,
  },
  isolated: true,
};

/** The customer talks with Ana, with this on either side. */
export function talk(shop: Partial<Facts> = {}, agent: Partial<Facts> = {}): Scene {
  return {
    ...quiet,
    shop: { ...quiet.shop, facts: facts(shop) },
    console: { ...quiet.console, facts: facts(agent) },
  };
}
