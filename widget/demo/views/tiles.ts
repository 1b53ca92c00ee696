import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { pressOf } from "../guide.ts";
import type { Press } from "../guide.ts";
import { icon } from "../icons.ts";
import type { Scene } from "../scene.ts";
import { STORIES } from "../stories.ts";
import { isTold } from "../story.ts";
import type { Progress, Story, StoryId } from "../story.ts";
import { named } from "../whose.ts";
import { once } from "../../parts/double-click.ts";

/** What hinders so many is said once, above them. */
const MANY = 3;

function sharedHindrance(presses: readonly Press[]): string | null {
  const counts = new Map<string, number>();
  for (const { hindrance } of presses) if (hindrance !== null) counts.set(hindrance, (counts.get(hindrance) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most !== undefined && most[1] >= MANY ? most[0] : null;
}

/** What life does, as buttons. One that makes no sense now says why, and can be reached all the same. */
export function tiles(
  scene: Scene,
  progress: Progress | null,
  told: ReadonlySet<StoryId>,
  press: (what: Press) => void,
): TemplateResult {
  const all = STORIES.map((story) => ({ story, what: pressOf(story, scene, progress) }));
  const shared = sharedHindrance(all.map(({ what }) => what));
  const tile = ({ story, what }: { story: Story; what: Press }): TemplateResult => {
    const isOn = progress?.story === story.id && !isTold(progress, story);
    const about = what.part === "mends" ? "Make it good again" : named(story.about, scene);
    const isShared = what.hindrance === shared;
    return html`<li>
      <button
        class="tile ${isOn ? "on" : ""} ${told.has(story.id) ? "told" : ""}"
        data-story=${story.id}
        aria-disabled=${what.hindrance === null ? "false" : "true"}
        @click=${once(() => what.hindrance === null && press(what))}
      >
        <span class="glyph">${icon(story.id)}</span>
        <b>${what.label}</b><small>${isShared ? about : (what.hindrance ?? about)}</small>
        <span class="unseen">${isShared ? what.hindrance : nothing}</span>
        <span class="tick">${icon("check")}<span class="unseen">${told.has(story.id) ? "seen" : ""}</span></span>
      </button>
    </li>`;
  };
  return html`<section class="life" aria-labelledby="life">
    <div class="heading">
      <h2 id="life">What life does</h2>
      <p>${shared}</p>
    </div>
    <ul class="tiles">
      ${all.map(tile)}
    </ul>
  </section>`;
}
