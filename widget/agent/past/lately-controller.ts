import type { ReactiveController, ReactiveControllerHost } from "lit";
import { RecordsAnswer } from "#protocol/records.ts";
import type { RecordView } from "#protocol/records.ts";
import type { AgentApi } from "../../client/agent.ts";

/** Rows that are shown of each. */
const SHOWN = 6;
/** The records hear of an end a moment after the desk: they are asked then, and a few times more, ever later, for what is not there yet. */
const SOON_MS = 1_500;
const TRIES = 4;

interface Wish {
  api: AgentApi;
  agentId: string;
  mine: ReadonlySet<string>;
  /** What the agent had until now. */
  gone: readonly string[];
}

/** What of an agent's own closed lately, and what was before with the customer that is open: asked for when that may have changed. */
export class LatelyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #asked = "";
  #askedBefore = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  closed: readonly RecordView[] = [];
  before: readonly RecordView[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asked = this.#askedBefore = "";
    this.closed = this.before = [];
  }

  /** `mine` is what the agent has now: once something of it is gone, it may have closed. */
  follow(api: AgentApi, agentId: string, mine: readonly string[]): void {
    const asked = `${agentId} ${mine.join(" ")}`;
    if (this.#asked === asked) return;
    const first = this.#asked === "";
    const gone = this.#asked
      .split(" ")
      .slice(1)
      .filter((id) => !mine.includes(id));
    this.#asked = asked;
    this.#plan({ api, agentId, mine: new Set(mine), gone }, first ? 0 : SOON_MS, 1);
  }

  #plan(wish: Wish, afterMs: number, attempt: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(wish, afterMs, attempt), afterMs);
  }

  async #ask(wish: Wish, afterMs: number, attempt: number): Promise<void> {
    const { api, agentId, mine, gone } = wish;
    const asked = this.#asked;
    const answer = await api.read(`records?${new URLSearchParams({ agentId })}`, RecordsAnswer);
    if (asked !== this.#asked) return;
    const records = answer.ok ? answer.value.records : this.closed;
    // What is still in wrap-up stands there.
    this.closed = records.filter(({ conversationId }) => !mine.has(conversationId)).slice(0, SHOWN);
    this.#host.requestUpdate();
    // What went to somebody else leaves no record now.
    const missing = gone.some((id) => !records.some(({ conversationId }) => conversationId === id));
    if (missing && attempt < TRIES) this.#plan(wish, Math.max(SOON_MS, afterMs * 2), attempt + 1);
  }

  /** Whose conversations are looked for: a verified customer's; nobody knows a guest again. */
  follows(api: AgentApi, subject: string | null, conversationId: string | null): void {
    const asked = subject === null ? "" : `${conversationId} ${subject}`;
    if (this.#askedBefore === asked) return;
    this.#askedBefore = asked;
    this.before = [];
    if (subject === null) return;
    void api.read(`records?${new URLSearchParams({ subject })}`, RecordsAnswer).then((answer) => {
      if (!answer.ok || this.#askedBefore !== asked) return;
      this.before = answer.value.records.filter((record) => record.conversationId !== conversationId).slice(0, SHOWN);
      this.#host.requestUpdate();
    });
  }
}
