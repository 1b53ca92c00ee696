import type { Line } from "../../client/customer.ts";
import { UNKNOWN_SHARE } from "../panel/ring.ts";
import { troubleText } from "./notice.ts";
import type { Told } from "./notice.ts";
import type { Scene } from "./scene.ts";

/** A blip shorter than this is never shown. */
const PATIENCE_MS = 1_000;
/** How long one is told to be back. */
const BACK_MS = 6_000;

export interface Watched {
  told: Told | null;
  /** What is read out of it. */
  aloud: string;
  /** While it is in trouble that is told: the share of the hold that is left, from 1 to 0. Else null. */
  kept: number | null;
  /** Something here changes by itself: look again in a second. */
  again: boolean;
}

/** How many messages of the other side stand after this seq. */
export function newFrom(lines: readonly Line[], seq: number): number {
  return lines.filter((line) => line.kind === "message" && !line.mine && (line.seq ?? 0) > seq).length;
}

/** The share of the hold that is left when the line was lost then. The server may have seen it later, and then keeps the place a little longer. */
function keptSince({ view: { view } }: Scene, since: number): number {
  const holdMs = (view?.holdSeconds ?? Infinity) * 1_000;
  return holdMs === Infinity ? UNKNOWN_SHARE : Math.max(0, 1 - (Date.now() - since) / holdMs);
}

/** Watches one chat's line: tells trouble once it lasts, and when it is over. */
export function createLineWatch(): (scene: Scene) => Watched {
  let of: string | null = null;
  /** Trouble since. */
  let since: number | null = null;
  let wasTold = false;
  /** The newest entry when the line last stood; null before it did. */
  let head: number | null = null;
  /** The newest return that is in the transcript. */
  let noted = 0;
  let back = { until: 0, text: "", aloud: "" };

  return (scene) => {
    const { view, more, say, now } = scene;
    const { status, lines, conversationId } = view;
    const at = Date.now();
    if (of !== conversationId) {
      of = conversationId;
      since = head = null;
      wasTold = false;
      noted = back.until = 0;
    }
    const phase = view.view?.phase;
    const agent = phase?.state === "active" ? phase.agent.name : null;
    const goesOn = phase !== undefined && !("ended" in phase);

    if (status.is === "connected") {
      const returned = lines.findLast((line) => line.kind === "event" && line.what.type === "back");
      const isFresh = returned !== undefined && (returned.seq ?? 0) > noted && returned.at > now - BACK_MS;
      noted = returned?.seq ?? 0;
      if (goesOn && (isFresh || (wasTold && head !== null))) {
        const text = agent === null ? more.youAreBack : say(more.backKept, { name: agent });
        const n = newFrom(lines, head ?? view.seen.customer);
        const aloud = n === 0 ? text : `${text} ${say(more.newMessages, { n })}`;
        back = { ...(back.until > at ? back : { text, aloud }), until: at + BACK_MS };
      }
      since = null;
      wasTold = false;
      head = lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
    } else if (status.is === "idle") since = null;
    else since ??= at;

    // A refusal passes by no waiting.
    const lost = since !== null && (status.is === "refused" || at - since >= PATIENCE_MS);
    wasTold ||= lost;
    const isBack = back.until > at;
    const told: Told | null = lost
      ? troubleText(scene)
      : phase?.state === "active" && !phase.agentConnected
        ? { text: say(more.agentLost, { name: phase.agent.name }) }
        : isBack
          ? { text: back.text, good: true }
          : goesOn && !view.lasting
            ? { text: more.blocked }
            : null;
    const aloud = told?.good === true ? back.aloud : (told?.text ?? "");
    return { told, aloud, kept: lost ? keptSince(scene, since ?? at) : null, again: since !== null || isBack };
  };
}
