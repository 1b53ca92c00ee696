import { HUSH_MS } from "../../parts/log-view.ts";
import type { Scene } from "./scene.ts";

/**
 * What the other side says in the moment after a return in which the log is silent, lest history be read out: the newest of it, so that
 * it is heard nevertheless.
 */
export function createUnheard(): (scene: Scene) => string {
  let of: string | null = null;
  /** The newest entry that was looked at; null until the line stands. */
  let head: number | null = null;
  let silentUntil = 0;
  let text = "";
  return ({ view: { conversationId, status, lines } }) => {
    const newest = lines.findLast(({ seq }) => seq !== null)?.seq ?? 0;
    if (status.is !== "connected" || of !== conversationId) {
      of = conversationId;
      head = null;
      text = "";
    }
    if (status.is !== "connected") return text;
    if (head === null) silentUntil = Date.now() + HUSH_MS;
    for (const line of head === null || Date.now() >= silentUntil ? [] : lines)
      if (line.kind === "message" && !line.mine && (line.seq ?? 0) > (head ?? 0))
        text = line.agentName === null ? line.text : `${line.agentName}: ${line.text}`;
    head = newest;
    return text;
  };
}
