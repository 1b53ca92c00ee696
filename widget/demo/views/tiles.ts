import { html } from "lit";
import type { TemplateResult } from "lit";
import { pressOf } from "../guide.ts";
import type { Press } from "../guide.ts";
import { icon } from "../icons.ts";
import { once } from "./once.ts";
import { named } from "../whose.ts";
import type { Scene } from "../scene.ts";
import { STORIES } from "../stories.ts";
import { isTold } from "../story.ts";
import type { Progress, Story, StoryId } from "../story.ts";

/** What life does, as buttons. One that makes no sense now says why, and can be reached all the same. */
export function tiles(
  scene: Scene,
  progress: Progress | null,
  told: ReadonlySet<StoryId>,
  press: (what: Press) => void,
): TemplateResult {
  const tile = (story: Story): TemplateResult => {
    const what = pressOf(story, scene, progress);
    const isOn = progress?.story === story.id && !isTold(progress, story);
    const about = what.hindrance ?? (what.part === "mends" ? "Make it good again" : named(story.about, scene));
    return html`<li>
      <button
        class="tile ${isOn ? "on" : ""} ${told.has(story.id) ? "told" : ""}"
        data-story=${story.id}
        aria-disabled=${what.hindrance === null ? "false" : "true"}
        @click=${once(() => what.hindrance === null && press(what))}
      >
        <span class="glyph">${icon(story.id)}</span>
        <span class="words"><b>${what.label}</b><small>${about}</small></span>
        <span class="tick">${icon("check")}<span class="unseen">${told.has(story.id) ? "seen" : ""}</span></span>
      </button>
    </li>`;
  };
  return html`<section class="life" aria-labelledby="life">
    <h2 id="life">What life does</h2>
    <ul class="tiles">
      ${STORIES.map(tile)}
    </ul>
  </section>`;
}
