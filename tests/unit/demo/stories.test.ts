import { describe, expect, test } from "vitest";
import { guideOf, pressOf } from "../../../widget/demo/guide.ts";
import { newsOf } from "../../../widget/demo/news.ts";
import { isSame } from "../../../widget/demo/scene.ts";
import type { Scene } from "../../../widget/demo/scene.ts";
import { STORIES, storyOf } from "../../../widget/demo/stories.ts";
import { begin, canMend, isTold, look } from "../../../widget/demo/story.ts";
import type { StoryId } from "../../../widget/demo/story.ts";
import { AT_CONSOLE, quiet, talk } from "./scenes.ts";

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
    expect(pressOf(storyOf("wifi"), scene, progress).hindrance).toBe("Give the shop its network back.");
  });
});

describe("a chat that is not Ana's", () => {
  const open = talk({ state: "open", agent: null }, { state: "open" });
  const clerkIs = (scene: Scene, clerk: object): Scene => ({
    ...scene,
    console: { ...scene.console, clerk: { ...AT_CONSOLE, ...clerk } },
  });
  const hello = begin("hello", "breaks", quiet, 0);
  const told = new Set<StoryId>();

  test("on its way to her nothing stands in the way", () => {
    for (const scene of [open, clerkIs(open, { used: 6, slots: ["c"] })])
      expect(guideOf(scene, hello, told)).toMatchObject({ tone: "plain", next: null });
  });

  test.for([
    ["she is full", clerkIs(open, { used: 6 }), "Ana is full, 6 of 6, so the chat waits. End one"],
    ["she is away", clerkIs(open, { presence: "away" }), "Ana is away, so the chat waits. Set Ana to Available"],
    [
      "somebody else has it",
      talk({ agent: "Rita Sousa" }, { agent: "Rita Sousa" }),
      "Rita Sousa has this chat, not Ana. Start another",
    ],
  ] as const)(
    "%s: the guide says so and what helps, begun here or before; no button denies the chat",
    ([, scene, text]) => {
      for (const progress of [hello, null]) {
        const guide = guideOf(scene, progress, told);
        expect(guide.tone).toBe("stuck");
        expect(guide.text).toContain(text);
      }
      expect(look(hello, storyOf("hello"), scene, 9).seenAt).toEqual([9]);
      expect(storyOf("cable").hindrance(scene)).toBe("Ana does not have the chat.");
    },
  );

  test("one that somebody else has is ended for another; one that waits goes on waiting", () => {
    const elsewhere = talk({ agent: "Rita Sousa" }, { agent: "Rita Sousa" });
    expect(guideOf(elsewhere, hello, told).next).toMatchObject({ story: "hello", part: "breaks", hindrance: null });
    expect(ready(elsewhere)).toEqual(["hello", "late"]);
    expect(storyOf("hello").hindrance(clerkIs(open, { used: 6 }))).toBe("There is a chat already.");
  });

  test("where an owner sits at the console, the demo speaks of them", () => {
    const scene = clerkIs(talk({ agent: "Rita Sousa" }, { agent: "Rita Sousa" }), { name: "Rita Sousa" });
    expect(ready(scene)).toContain("cable");
    const guide = guideOf(scene, begin("agent", "breaks", scene, 0), told);
    expect([guide.title, guide.next?.label, guide.text]).toEqual([
      "Drop Rita",
      "Bring Rita back",
      "The customer is told that Rita is reconnecting. The chats stay Rita's for 150 s.",
    ]);
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
    "Network: shop without Wi-Fi",
    "Shop: line lost, 1 waiting to be sent",
    "Console: customer away, slot held, has entry 5",
  ]);
  expect(text(after, after)).toEqual([]);
});
