import type { DemoPlace } from "#protocol/demo.ts";
import type { Actor } from "./acts.ts";
import { perform } from "./acts.ts";
import { openConsole } from "./console-frame.ts";
import type { ConsoleFrame } from "./console-frame.ts";
import { openControl, reachable } from "./control.ts";
import type { Control } from "./control.ts";
import { openFrame } from "./frame.ts";
import type { Frame } from "./frame.ts";
import { probeIsolation } from "./isolation.ts";
import type { Probe } from "./isolation.ts";
import type { Word } from "./messages.ts";
import { newsOf } from "./news.ts";
import type { News } from "./news.ts";
import { FIRST_SCENE, frontTab, withChange } from "./scene.ts";
import type { Change, Scene } from "./scene.ts";
import { storyOf } from "./stories.ts";
import { begin, isTold, look } from "./story.ts";
import type { Progress, StoryId } from "./story.ts";

export type TabName = "shop" | "express" | "phone";

const NEWS_KEPT = 60;
const TITLES = { shop: "The customer's shop", express: "The shop's second tab", phone: "The customer's phone" };

/** Everything that happens in the demo: it opens the frames, hears what they say, does what is asked for, and knows how far a story is. */
export class Director {
  scene: Scene = FIRST_SCENE;
  progress: Progress | null = null;
  news: readonly News[] = [];
  readonly told = new Set<StoryId>();
  /** What could not be done; empty if all is well. */
  trouble = "";
  readonly frames: Record<TabName, Frame | null> = { shop: null, express: null, phone: null };
  readonly console: ConsoleFrame;
  readonly #origins: Record<"shop" | "phone", string> = { shop: "", phone: "" };
  readonly #changed: () => void;
  readonly #waiting = new Set<() => void>();
  readonly #links = new Set<(url: string | null) => void>();
  readonly #selected = new Set<string>();
  /** The conversation that each tab was last in, which goes on when the tab is gone. */
  readonly #conversations: Partial<Record<TabName, string>> = {};
  #control: Control | null = null;
  #probe: Probe | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.console = openConsole(() => this.#lookAtConsole());
  }

  /** Begins, once somebody is signed in. */
  async enter(place: DemoPlace): Promise<void> {
    this.#control = await openControl(
      place.control,
      (faults) => this.#change({ faults }),
      () =>
        this.#fail("The program behind this page has stopped. Start it again (npm start), then load this page anew."),
    );
    // What was broken when the page was left is whole when it comes again.
    await this.#control.wish({ shop: "whole", phone: "whole", server: "up" });
    [this.#origins.shop, this.#origins.phone] = await Promise.all([reachable(place.shop), reachable(place.phone)]);
    this.open("shop", "/");
  }

  /** Tells a story's part; the first part of another story ends the one before. */
  async play(id: StoryId, part: "breaks" | "mends"): Promise<void> {
    this.trouble = "";
    this.progress = begin(id, part, this.scene, Date.now());
    this.#changed();
    try {
      await perform(id, part, this.#actor());
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** Opens a page in a tab; a path is one of the device's own site. */
  open(tab: TabName, path: string): void {
    this.frames[tab]?.close();
    const url = new URL(path, this.#origins[tab === "phone" ? "phone" : "shop"]);
    this.frames[tab] = openFrame(url.href, TITLES[tab], (word) => this.#hear(tab, word));
    this.#change({ [tab]: { is: "loading", path: url.pathname, facts: null } });
  }

  close(tab: TabName, is: "closed" | "none" = "closed"): void {
    this.frames[tab]?.close();
    this.frames[tab] = null;
    this.#change({ [tab]: { is, facts: null, hung: false } });
  }

  /** The phone's signal comes and goes by itself; no story is about it. */
  async turnSignal(): Promise<void> {
    const lose = this.scene.faults.phone === "whole";
    await this.#control?.wish({ phone: lose ? "lost" : "whole" }).catch(() => undefined);
    this.frames.phone?.send({ do: "network", there: !lose });
  }

  #actor(): Actor {
    return {
      scene: () => this.scene,
      open: (tab, path) => this.open(tab, path),
      close: (tab, is) => this.close(tab, is),
      send: (tab, command) => this.frames[tab]?.send(command),
      change: (change) => this.#change(change),
      until: (isSo) =>
        new Promise((resolve) => {
          const check = (): void => {
            if (!isSo(this.scene)) return;
            this.#waiting.delete(check);
            resolve();
          };
          this.#waiting.add(check);
          check();
        }),
      link: (tab) =>
        new Promise((resolve) => {
          this.#links.add(resolve);
          this.frames[tab]?.send({ do: "link" });
        }),
      wish: (wish) => this.#control?.wish(wish) ?? Promise.reject(new Error("The demo's control is not there.")),
      console: this.console,
    };
  }

  #hear(tab: TabName, word: Word): void {
    switch (word.is) {
      case "knock":
        return this.frames[tab]?.send({ do: "answer" });
      case "here":
        this.#change({ [tab]: { is: "open", path: word.path, title: word.title, facts: null, hung: false } });
        if (tab === "shop" && this.scene.isolated === null) this.#tryIsolation();
        return;
      case "customer":
        return this.#change({ [tab]: { signedIn: word.signedIn } });
      case "facts":
        if (word.facts.conversationId !== null) this.#conversations[tab] = word.facts.conversationId;
        return this.#change({ [tab]: { facts: word.facts } });
      case "hung":
        if (this.#probe === null) return this.#change({ [tab]: { hung: false } });
        if (this.#probe.take(word)) this.#probe = null;
        return undefined;
      case "link":
        for (const resolve of this.#links) resolve(word.url);
        return this.#links.clear();
    }
  }

  #tryIsolation(): void {
    this.#probe ??= probeIsolation(
      (seconds) => this.frames.shop?.send({ do: "hang", seconds }),
      (isolated) => this.#change({ isolated }),
    );
  }

  #lookAtConsole(): void {
    const tab = this.scene.express.is === "none" ? "shop" : "express";
    const id = this.#conversations[tab] ?? null;
    const word = this.console.look(id);
    if (word === null) return this.#change({ console: { is: "loading", facts: null } });
    const { clerk, line, facts } = word;
    if (clerk !== null && this.scene.console.is === "loading") this.console.comeToDesk();
    this.#change({ console: { is: clerk === null ? "loading" : "open", line, clerk, facts } });
    // What the customer begins is opened for the visitor, once, unless they look at something else.
    if (id === null || !word.idle || facts?.state !== "active" || this.#selected.has(id)) return;
    this.#selected.add(id);
    this.console.select(id);
  }

  #change(change: Change): void {
    const before = this.scene;
    this.scene = withChange(before, change);
    const now = Date.now();
    const fresh = newsOf(before, this.scene, now);
    if (fresh.length > 0) this.news = [...fresh.toReversed(), ...this.news].slice(0, NEWS_KEPT);
    if (this.progress !== null) {
      const story = storyOf(this.progress.story);
      this.progress = look(this.progress, story, this.scene, now);
      if (isTold(this.progress, story)) this.told.add(story.id);
    }
    if (frontTab(before).facts?.conversationId !== frontTab(this.scene).facts?.conversationId) this.#lookAtConsole();
    for (const check of this.#waiting) check();
    this.#changed();
  }

  #fail(sentence: string): void {
    this.trouble = sentence;
    this.#changed();
  }
}
