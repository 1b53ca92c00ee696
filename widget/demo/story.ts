import type { Scene } from "./scene.ts";

/** Something to be seen, which shows that what was promised is so. */
export interface Sign {
  text: string;
  /** `before`: how it all was when this part of the story began. */
  seen(scene: Scene, before: Scene): boolean;
}

/** One half of a story: something is done, and has its signs. */
export interface Part {
  /** On the button. */
  label: string;
  /** What to watch for, in one line. */
  watch: string;
  signs: readonly Sign[];
}

export type StoryId = "hello" | "cable" | "wifi" | "hang" | "close" | "link" | "sign-in" | "late" | "agent" | "server";

/** Something that life does to a chat, and what is to be seen then. */
export interface Story {
  id: StoryId;
  /** What it is, in three or four words, under the button's label. */
  about: string;
  /** Why it makes no sense now; null if it does. */
  hindrance(scene: Scene): string | null;
  breaks: Part;
  /** How it is made good again by hand; null where it ends by itself. */
  mends: Part | null;
}

/** How far a story is. */
export interface Progress {
  story: StoryId;
  part: "breaks" | "mends";
  before: Scene;
  startedAt: number;
  /** When each sign of the part was seen, in their order. */
  seenAt: readonly number[];
}

export function begin(story: StoryId, part: "breaks" | "mends", before: Scene, now: number): Progress {
  return { story, part, before, startedAt: now, seenAt: [] };
}

export function partOf(story: Story, { part }: Progress): Part {
  return part === "mends" && story.mends !== null ? story.mends : story.breaks;
}

/** Takes note of what is to be seen now. Signs come in their order: a later one means nothing before the earlier. */
export function look(progress: Progress, story: Story, scene: Scene, now: number): Progress {
  const { signs } = partOf(story, progress);
  const seenAt = [...progress.seenAt];
  while (signs[seenAt.length]?.seen(scene, progress.before)) seenAt.push(now);
  return seenAt.length === progress.seenAt.length ? progress : { ...progress, seenAt };
}

/** Whether the part's signs were all seen. */
export function isSeen(progress: Progress, story: Story): boolean {
  return progress.seenAt.length === partOf(story, progress).signs.length;
}

/** Whether all of it was seen, to its end. */
export function isTold(progress: Progress, story: Story): boolean {
  return isSeen(progress, story) && (story.mends === null || progress.part === "mends");
}

/** Whether it is for the visitor to make good what was broken; possible at any time, told or not. */
export function canMend(progress: Progress, story: Story): boolean {
  return progress.part === "breaks" && story.mends !== null;
}
