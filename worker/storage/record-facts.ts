import type { ConversationRecord } from "../core/records/record.ts";
import type { Sql } from "./sql.ts";

/** Writes what happened in a conversation, to be counted. */
export function writeFacts(sql: Sql, n: number, { terms, said, tally, startedAt }: ConversationRecord): void {
  sql.exec(
    `INSERT INTO record_facts (n, reconnect, hold_ms, limit_ms, units, joined, wait_ms, answer_ms, drops, blinks)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    n,
    Number(terms.reconnect),
    terms.holdSeconds * 1_000,
    terms.limitSeconds * 1_000,
    terms.units,
    Number(tally.agents.length > 0),
    tally.waitMs,
    said.firstAnswerAt === null ? null : said.firstAnswerAt - startedAt,
    tally.drops,
    tally.blinks,
  );
  tally.absences.forEach(({ lastedMs, isBack, byLink, hold, sameAgent }, place) =>
    sql.exec(
      `INSERT INTO record_absences (n, place, lasted_ms, back, by_link, held_ms, hold_end, extended, same_agent)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      n,
      place,
      lastedMs,
      Number(isBack),
      Number(byLink),
      hold?.ms ?? null,
      hold?.end ?? null,
      Number(hold?.extended ?? false),
      sameAgent === null ? null : Number(sameAgent),
    ),
  );
}
