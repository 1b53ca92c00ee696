import { broken } from "./hindrances.ts";
import { frontTab } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { STORIES, storyOf } from "./stories.ts";
import { canMend, isTold, partOf } from "./story.ts";
import type { Progress, Story, StoryId } from "./story.ts";
import { named, obstacle, wayOut } from "./whose.ts";

/** What can be pressed for a story now. */
export interface Press {
  story: StoryId;
  part: "breaks" | "mends";
  label: string;
  /** Why it can not; null if it can. */
  hindrance: string | null;
}

/** What the visitor is told at the top, and the one thing to press next. */
export interface Guide {
  title: string;
  text: string;
  /** "stuck": the text says what stands in the way, and what helps. */
  tone: "plain" | "stuck";
  signs: readonly { text: string; seenAfterMs: number | null; isNext: boolean }[];
  next: Press | null;
}

/** What a story's button does now: it breaks, or makes good what it broke. */
export function pressOf(story: Story, scene: Scene, progress: Progress | null): Press {
  const { id, breaks, mends } = story;
  const isMending = progress?.story === id && progress.part === "mends" && !isTold(progress, story);
  if (progress?.story === id && canMend(progress, story) && mends !== null)
    return { story: id, part: "mends", label: named(mends.label, scene), hindrance: null };
  const why = isMending ? "A moment." : story.hindrance(scene);
  const hindrance = why === null ? null : named(why, scene);
  return { story: id, part: "breaks", label: named(breaks.label, scene), hindrance };
}

/** The first story that makes sense and was not told yet. */
function nextStory(scene: Scene, told: ReadonlySet<StoryId>): Press | null {
  const next = STORIES.find((story) => !told.has(story.id) && story.hindrance(scene) === null);
  return next === undefined ? null : pressOf(next, scene, null);
}

export function guideOf(scene: Scene, progress: Progress | null, told: ReadonlySet<StoryId>): Guide {
  const guide = unhindered(scene, progress, told);
  const tab = frontTab(scene);
  const what = broken(scene) === null ? obstacle(tab, scene) : null;
  const spoken = {
    ...guide,
    title: named(guide.title, scene),
    text: named(what === null ? guide.text : wayOut(what, tab, scene), scene),
    signs: guide.signs.map((sign) => ({ ...sign, text: named(sign.text, scene) })),
  };
  if (what === null) return spoken;
  const next = what === "elsewhere" ? pressOf(storyOf("hello"), scene, progress) : null;
  return { ...spoken, tone: "stuck", next: next?.hindrance === null ? next : guide.next };
}

function unhindered(scene: Scene, progress: Progress | null, told: ReadonlySet<StoryId>): Guide {
  const next = nextStory(scene, told);
  if (progress === null) {
    const text =
      "You are both sides: the customer in the shop, and Ana, who answers. Everything here is real: the server, the lines, the other people.";
    return { title: "A chat that survives what life does to it", text, tone: "plain", signs: [], next };
  }
  const story = storyOf(progress.story);
  const part = partOf(story, progress);
  const signs = part.signs.map(({ text }, index) => {
    const seenAt = progress.seenAt[index];
    return {
      text,
      seenAfterMs: seenAt === undefined ? null : seenAt - progress.startedAt,
      isNext: index === progress.seenAt.length,
    };
  });
  if (isTold(progress, story)) {
    const text = next === null ? "You have seen all of it. Press anything again." : `Next: ${next.label}.`;
    return { title: `${part.label}: done`, text: `${closing(progress.story)} ${text}`, tone: "plain", signs, next };
  }
  const mend = canMend(progress, story) ? pressOf(story, scene, progress) : null;
  return { title: part.label, text: part.watch, tone: "plain", signs, next: mend };
}

/** What it came to, in a sentence. */
function closing(story: StoryId): string {
  if (story === "hello") return "Both sides have the chat.";
  if (story === "late") return "Whoever comes too late is told so, and nothing is started for them.";
  return "Nothing was lost, doubled or out of order.";
}
