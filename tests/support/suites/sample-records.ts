import { type ConversationRecord, saidIn, type SaidMessage, toRecord } from "../../../worker/core/records/record.ts";
import { sampleConversations, type SampleOf } from "../../../worker/core/sample/sample.ts";

export const SAMPLE_UNTIL = 1_795_826_000_000;

/** A shop with three agents and four weeks behind it. */
export const SAMPLE_OF: SampleOf = {
  terms: {
    widgetId: "demo",
    workstreamId: "general",
    reconnect: true,
    holdSeconds: 300,
    limitSeconds: 1_200,
    units: 1,
    wrapUp: { blocks: "none", autoCloseSeconds: 900 },
  },
  agents: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
    { id: "clara", name: "Clara" },
  ],
  portalUrl: "https://shop.example/",
  until: SAMPLE_UNTIL,
  days: 28,
  seed: 1,
};

/** The records that a sample's conversations leave; some ran by other terms. */
export function sampleRecords(of: Partial<SampleOf> = {}): ConversationRecord[] {
  return [...sampleConversations({ ...SAMPLE_OF, ...of })].map(({ state, entries }) => {
    const said = entries.flatMap(({ at, body }): SaidMessage[] =>
      body.kind === "message" ? [{ at, from: body.from, text: body.text }] : [],
    );
    const record = toRecord(state, saidIn(said));
    if (record === null) throw new Error("a sample's conversation is not over");
    return record;
  });
}
