import type { Ownership, Word } from "../../core/conversation/words.ts";
import type { ConversationRecord } from "../../core/records/record.ts";
import type { Summary } from "../../core/summary.ts";
import type { Env } from "../../env.ts";
import { DESK_NAME, RECORDS_NAME } from "../../env.ts";
import { customerName } from "../customer-name.ts";

/** Tells one word of the outbox to the object it is for; resolves once that one has it. `record`: what there is to record by now. */
export function deliverWord(
  env: Env,
  record: () => ConversationRecord | null,
): (topic: string, body: unknown) => Promise<void> {
  return async (topic, body) => {
    // Written by `wordsAfter` into the same database: its shape is ours.
    const word = { topic, body } as Word;
    switch (word.topic) {
      case "desk":
        return tellDesk(env, word.body);
      case "customer":
        return tellCustomer(env, word.body);
      case "record":
        return tellRecords(env, record());
    }
  };
}

async function tellDesk(env: Env, summary: Summary): Promise<void> {
  await env.DESK.getByName(DESK_NAME).summary(summary);
}

async function tellCustomer(env: Env, ownership: Ownership): Promise<void> {
  await env.CUSTOMER.getByName(customerName(ownership.subject, env.ROOT_KEY ?? "")).note(ownership);
}

async function tellRecords(env: Env, record: ConversationRecord | null): Promise<void> {
  if (record !== null) await env.RECORDS.getByName(RECORDS_NAME).record(record);
}
