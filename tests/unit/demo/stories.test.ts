import { describe, expect, test } from "vitest";
import { guideOf, pressOf } from "../../../widget/demo/guide.ts";
import { newsOf } from "../../../widget/demo/news.ts";
import { isSame } from "../../../widget/demo/scene.ts";
import type { Scene } from "../../../widget/demo/scene.ts";
import { STORIES, storyOf } from "../../../widget/demo/stories.ts";
import { begin, canMend, isTold, look } from "../../../widget/demo/story.ts";
import { quiet, talk } from "./scenes.ts";

const ready = (scene: Scene) => STORIES.filter((story) => story.hindrance(scene) === null).map(({ id }) => id);

describe("what can be pressed", () => {
  test("before a chat only what needs none; with one everything but another; each button that can't says why", () => {
    expect(ready(quiet)).toEqual(["hello", "late"]);
    expect(ready(talk())).toEqual(["cable", "wifi", "hang", "close", "link", "sign-in", "late", "agent", "server"]);
    for (const story of STORIES) {
      const why = story.hindrance(quiet);
      if (why !== null) expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  test.for<[string, Scene]>([
    ["a cable that is pulled", { ...talk(), faults: { shop: "pulled", phone: "whole", server: "up" } }],
    ["a server that is dead", { ...talk(), faults: { shop: "whole", phone: "whole", server: "down" } }],
    ["an agent who was dropped", { ...talk(), console: { ...talk().console, dropped: true } }],
    ["a page that hangs", { ...talk(), shop: { ...talk().shop, hung: true } }],
  ])("%s comes first", ([, scene]) => {
    expect(ready(scene)).toEqual([]);
  });

  test("hanging is for browsers that isolate sites, and not before that is known", () => {
    expect(storyOf("hang").hindrance({ ...talk(), isolated: false })).toContain("one thread");
    expect(storyOf("hang").hindrance({ ...talk(), isolated: null })).toContain("Finding out");
  });

  test("what was broken by a story can be made good at any time, also before its signs", () => {
    const progress = begin("cable", "breaks", talk(), 0);
    const scene: Scene = { ...talk(), faults: { shop: "pulled", phone: "whole", server: "up" } };
    expect(pressOf(storyOf("cable"), scene, progress)).toMatchObject({ part: "mends", hindrance: null });
    expect(pressOf(storyOf("wifi"), scene, progress).hindrance).toBe("Give the shop its network back first.");
  });
});

describe("what is seen", () => {
  const cable = storyOf("cable");
  const away = { customer: "away", holdUntil: 9 };

  test("signs come in their order, each with its time; a later one alone means nothing", () => {
    let progress = begin("cable", "breaks", talk(), 0);
    progress = look(progress, cable, talk({}, away), 5);
    expect(progress.seenAt).toEqual([]);
    progress = look(progress, cable, talk({ line: "reconnecting" }), 10);
    expect(progress.seenAt).toEqual([10]);
    progress = look(progress, cable, talk({ line: "unreachable" }, away), 30);
    expect(progress.seenAt).toEqual([10, 30]);
    expect([isTold(progress, cable), canMend(progress, cable)]).toEqual([false, true]);
    progress = look(begin("cable", "mends", talk(), 31), cable, talk(), 33);
    expect(isTold(progress, cable)).toBe(true);
  });

  test("both sides hold the same only if nothing is missing, on its way, or elsewhere", () => {
    const same = (scene: Scene) => isSame(scene.shop, scene);
    expect(same(talk())).toBe(true);
    for (const other of [
      talk({ seq: 3 }),
      talk({ waiting: 1 }),
      talk({}, { waiting: 1 }),
      talk({ line: "reconnecting" }),
      talk({}, { customer: "away" }),
      talk({ conversationId: "another" }),
      { ...talk(), console: { ...talk().console, line: "reconnecting" } },
    ])
      expect(same(other)).toBe(false);
  });

  test("the guide says what to press next, in the order of the stories, without those that were told", () => {
    const next = (scene: Scene, told: Parameters<typeof guideOf>[2]) => guideOf(scene, null, told).next?.story;
    expect(next(quiet, new Set())).toBe("hello");
    expect(next(talk(), new Set())).toBe("cable");
    expect(next(talk(), new Set(["cable", "wifi"]))).toBe("hang");
    const progress = begin("cable", "breaks", talk(), 0);
    expect(guideOf(talk({ line: "reconnecting" }), progress, new Set())).toMatchObject({
      title: "Pull the cable",
      next: { story: "cable", part: "mends" },
      signs: [
        { seenAfterMs: null, isNext: true },
        { seenAfterMs: null, isNext: false },
      ],
    });
  });
});

test("the log tells what is new, once, and nothing of clocks that run", () => {
  const before = talk();
  const after: Scene = {
    ...talk({ line: "reconnecting", waiting: 1 }, { customer: "away", holdUntil: 100, seq: 5 }),
    faults: { shop: "lost", phone: "whole", server: "up" },
  };
  const text = (from: Scene, to: Scene) => newsOf(from, to, 7).map(({ side, text: words }) => `${side}: ${words}`);
  expect(text(before, after)).toEqual([
    "Network: shop: no Wi-Fi",
    "Shop: line lost, trying again",
    "Shop: 1 waiting to be sent",
    "Console: customer is away",
    "Console: the slot is held",
    "Console: has entry 5",
  ]);
  expect(text(after, after)).toEqual([]);
});
