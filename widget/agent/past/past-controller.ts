import type { ReactiveController, ReactiveControllerHost } from "lit";
import { EntriesAnswer } from "#protocol/bodies.ts";
import type { Entry } from "#protocol/entries.ts";
import type { RecordView } from "#protocol/records.ts";
import type { AgentApi } from "../../client/agent.ts";

/** Most pages of a transcript that are read by themselves; the rest is asked for. */
const PAGES = 10;

/** A past conversation that is open. */
export interface Reading {
  record: RecordView;
  entries: readonly Entry[];
  /** What is to come: being asked for, there is more to ask for, nothing, or it was refused. */
  rest: { is: "coming" } | { is: "more" } | { is: "none" } | { is: "refused"; code: string };
}

/** Reads a past conversation's transcript, page by page. */
export class PastController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  reading: Reading | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reading = null;
  }

  open(api: AgentApi, record: RecordView): void {
    this.reading = { record, entries: [], rest: { is: "coming" } };
    this.#host.requestUpdate();
    void this.more(api);
  }

  leave(): void {
    this.reading = null;
    this.#host.requestUpdate();
  }

  async more(api: AgentApi): Promise<void> {
    for (let page = 0; page < PAGES; page += 1) {
      const { reading } = this;
      if (reading === null) return;
      const { conversationId } = reading.record;
      const after = reading.entries.at(-1)?.seq ?? 0;
      const answer = await api.read(`records/${conversationId}/entries?after=${after}`, EntriesAnswer);
      // Another one was opened meanwhile.
      if (this.reading !== reading) return;
      if (!answer.ok) return this.#stand({ ...reading, rest: { is: "refused", code: answer.code } });
      const { entries, more } = answer.value;
      const last = !more || entries.length === 0;
      this.#stand({ ...reading, entries: [...reading.entries, ...entries], rest: { is: last ? "none" : "coming" } });
      if (last) return;
    }
    if (this.reading !== null) this.#stand({ ...this.reading, rest: { is: "more" } });
  }

  #stand(reading: Reading): void {
    this.reading = reading;
    this.#host.requestUpdate();
  }
}
