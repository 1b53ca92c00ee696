import type { Line } from "../../client/customer.ts";
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
  /** The line is in trouble that is told. */
  lost: boolean;
  /** Something here changes by itself: look again in a second. */
  again: boolean;
}

/** How many messages of the other side stand after this seq. */
export function newFrom(lines: readonly Line[], seq: number): number {
  return lines.filter((line) => line.kind === "message" && !line.mine && (line.seq ?? 0) > seq).length;
}

/** Watches one chat's line: tells trouble once it lasts, and when it is over. */
export function createLineWatch(): (scene: Scene) => Watched {
  let of: string | null = null;
  /** Trouble since. */
  let since: number | null = null;
  let wasTold = false;
  let wasThere = false;
  /** The newest entry before what was missed. */
  let head = 0;
  let back = { until: 0, text: "", aloud: "" };
  let noted = 0;

  return (scene) => {
    const { view, texts, say, now } = scene;
    const { status, lines, conversationId } = view;
    const at = Date.now();
    if (of !== conversationId) {
      of = conversationId;
      since = null;
      wasTold = wasThere = false;
      head = noted = back.until = 0;
    }
    const phase = view.view?.phase;
    const goesOn = phase !== undefined && !("ended" in phase);

    if (status.is === "connected") {
      const returned = lines.findLast((line) => line.kind === "event" && line.what.type === "back");
      const isFresh = returned !== undefined && (returned.seq ?? 0) > noted && returned.at > now - BACK_MS;
      noted = Math.max(noted, returned?.seq ?? 0);
      if (goesOn && (isFresh || (wasTold && wasThere))) {
        const name = phase.state === "active" ? phase.agent.name : "";
        const text = name === "" ? texts.back : say(texts.backKept, { name });
        const from = wasThere ? head : view.seen.customer;
        const n = newFrom(lines, from);
        const aloud = n === 0 ? text : `${text} ${say(texts.newMessages, { n })}`;
        back = { ...(back.until > at ? back : { text, aloud }), until: at + BACK_MS };
      }
      since = null;
      wasTold = false;
      wasThere = true;
      head = lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
    } else if (status.is === "idle") since = null;
    else since ??= at;

    // A refusal passes by no waiting.
    const lost = since !== null && (status.is === "refused" || at - since >= PATIENCE_MS);
    wasTold ||= lost;
    const again = since !== null || back.until > at;
    const tell = (told: Told | null, aloud = told?.text ?? ""): Watched => ({ told, aloud, lost, again });
    if (lost) return tell(troubleText(status, scene));
    if (phase?.state === "active" && !phase.agentConnected)
      return tell({ text: say(texts.agentLost, { name: phase.agent.name }), next: "", tone: "bad" });
    if (back.until > at) return tell({ text: back.text, next: "", tone: "good" }, back.aloud);
    return tell(goesOn && !view.lasting ? { text: texts.blocked, next: "", tone: "bad" } : null);
  };
}
