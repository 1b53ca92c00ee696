import type { ReactiveController, ReactiveControllerHost } from "lit";
import { RecordsAnswer } from "#protocol/records.ts";
import type { RecordView } from "#protocol/records.ts";
import type { AgentApi } from "../../client/agent.ts";

/** What is looked for; days as an input of type date writes them, empty for any. */
export interface Query {
  q: string;
  from: string;
  until: string;
}

/** A search, and what it came to so far. */
export interface Search {
  query: Query;
  records: readonly RecordView[];
  next: string | null;
  state: { is: "asking" } | { is: "there" } | { is: "refused"; code: string };
}

/** How long one waits for the next key before one asks. */
const PAUSE_MS = 250;
const DAY_MS = 86_400_000;

/** The beginning of a day by the person's own clock, in epoch milliseconds; null where none is named. */
function dayStart(day: string): number | null {
  const at = new Date(`${day}T00:00`).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The path of a search; the last day is meant with all its hours. */
export function searchPath({ q, from, until }: Query, cursor: string | null): string {
  const [first, last] = [dayStart(from), dayStart(until)];
  const parameters = new URLSearchParams();
  if (q.trim() !== "") parameters.set("q", q.trim().slice(0, 200));
  if (first !== null) parameters.set("from", String(first));
  if (last !== null) parameters.set("until", String(last + DAY_MS));
  if (cursor !== null) parameters.set("cursor", cursor);
  return `records?${parameters}`;
}

/** Looks for past conversations while one types. */
export class SearchController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Null while nobody searches. */
  search: Search | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  open(api: AgentApi): void {
    if (this.search === null) this.#ask(api, { q: "", from: "", until: "" }, 0);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stand(null);
  }

  look(api: AgentApi, wanted: Partial<Query>): void {
    if (this.search !== null) this.#ask(api, { ...this.search.query, ...wanted }, PAUSE_MS);
  }

  #ask(api: AgentApi, query: Query, pauseMs: number): void {
    clearTimeout(this.#timer);
    // What was found stays until there is something else.
    const search: Search = { query, records: this.search?.records ?? [], next: null, state: { is: "asking" } };
    this.#stand(search);
    this.#timer = setTimeout(() => void this.#page(api, search, null), pauseMs);
  }

  more(api: AgentApi): void {
    const { search } = this;
    if (search === null || search.next === null) return;
    const asking: Search = { ...search, state: { is: "asking" } };
    this.#stand(asking);
    void this.#page(api, asking, search.next);
  }

  async #page(api: AgentApi, search: Search, cursor: string | null): Promise<void> {
    const answer = await api.read(searchPath(search.query, cursor), RecordsAnswer);
    // Something else is looked for meanwhile.
    if (this.search !== search) return;
    if (!answer.ok) return this.#stand({ ...search, state: { is: "refused", code: answer.code } });
    const { records, next } = answer.value;
    this.#stand({
      ...search,
      records: cursor === null ? records : [...search.records, ...records],
      next,
      state: { is: "there" },
    });
  }

  #stand(search: Search | null): void {
    this.search = search;
    this.#host.requestUpdate();
  }
}
