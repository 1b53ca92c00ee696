import type { DemoFaults } from "#protocol/demo.ts";
import type { Presence } from "#protocol/desk-frames.ts";
import type { Facts } from "./facts.ts";

/** A page of the customer's, in a frame of the demo. */
export interface Tab {
  /** "closed" was opened before, "none" never was. */
  is: "none" | "loading" | "open" | "closed";
  path: string;
  title: string;
  signedIn: boolean;
  /** Its main thread is busy and answers nothing. */
  hung: boolean;
  facts: Facts | null;
}

/** Who sits at the console, as the desk has it. */
export interface Clerk {
  name: string;
  presence: Presence;
  capacity: number;
  used: number;
  /** The conversations that take room of theirs. */
  slots: readonly string[];
}

/** What the demo's page knows of everybody at a moment. */
export interface Scene {
  shop: Tab;
  /** The shop's second tab, whose chat has short clocks. */
  express: Tab;
  phone: Tab;
  /** The agent's side. */
  console: {
    is: "loading" | "open";
    /** The demo dropped its line. */
    dropped: boolean;
    /** How the desk's line is. */
    line: string;
    /** Null until the desk has told. */
    clerk: Clerk | null;
    /** Of the conversation in which the customer is. */
    facts: Facts | null;
  };
  faults: DemoFaults;
  /** Whether the browser gives each site a thread of its own; null until that was tried. */
  isolated: boolean | null;
}

const NO_TAB: Tab = { is: "none", path: "/", title: "", signedIn: false, hung: false, facts: null };

export const FIRST_SCENE: Scene = {
  shop: { ...NO_TAB, is: "loading" },
  express: NO_TAB,
  phone: NO_TAB,
  console: { is: "loading", dropped: false, line: "idle", clerk: null, facts: null },
  faults: { shop: "whole", phone: "whole", server: "up" },
  isolated: null,
};

/** The tab of the shop that is in front. */
export function frontTab({ shop, express }: Scene): Tab {
  return express.is === "none" ? shop : express;
}

/** What was just done, which nobody may know of yet: the facts are those of before. */
export type Change = Partial<{ [Part in keyof Scene]: Partial<Scene[Part]> }>;

export function withChange(scene: Scene, change: Change): Scene {
  const { isolated = scene.isolated } = change;
  return {
    shop: { ...scene.shop, ...change.shop },
    express: { ...scene.express, ...change.express },
    phone: { ...scene.phone, ...change.phone },
    console: { ...scene.console, ...change.console },
    faults: { ...scene.faults, ...change.faults },
    isolated,
  };
}

const LIVE = ["connected", "catching-up"];

export const isLive = (line: string | undefined): boolean => line !== undefined && LIVE.includes(line);

/** The customer in the shop's first tab talks with whoever sits at the console, and both know. */
export function isTalking({ shop, console: { clerk, facts } }: Scene): boolean {
  return (
    shop.is === "open" &&
    shop.facts?.state === "active" &&
    isLive(shop.facts.line) &&
    facts?.state === "active" &&
    facts.agent === clerk?.name
  );
}

/** Both sides are there and hold the same entries, with nothing on its way. */
export function isSame(customer: Tab, { console: agent, faults }: Scene): boolean {
  const [left, right] = [customer.facts, agent.facts];
  return (
    faults.server === "up" &&
    customer.is === "open" &&
    left !== null &&
    right !== null &&
    isLive(left.line) &&
    isLive(right.line) &&
    isLive(agent.line) &&
    left.conversationId === right.conversationId &&
    right.customer === "present" &&
    left.seq === right.seq &&
    left.waiting + right.waiting === 0
  );
}
