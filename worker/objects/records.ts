import { DurableObject } from "cloudflare:workers";
import type { InsightsAnswer, InsightsQuery } from "#protocol/insights.ts";
import type { RecordFilter, RecordsAnswer, RecordsQuery } from "#protocol/records.ts";
import type { ConversationRecord } from "../core/records/record.ts";
import { excerptOf } from "../core/records/words.ts";
import type { Env } from "../env.ts";
import { durableSql } from "../storage/durable-sql.ts";
import { migrate } from "../storage/migrations.ts";
import { recordsMigrations } from "../storage/records-schema.ts";
import type { Sql } from "../storage/sql.ts";
import { type ExportCursor, type ExportPart, exportPart } from "./records/export.ts";
import { insightsOf } from "./records/insights.ts";
import { createRecordsStore, type Reader, type RecordsStore } from "../storage/records-store.ts";

export type { Reader as RecordsReader };

/** How many records one page of an answer has. */
const PAGE_RECORDS = 20;

/**
 * What ended conversations have told of themselves: to be searched and counted. It stands beside everything that lives; nobody
 * waits for it, and without it no chat would be any different.
 */
export class Records extends DurableObject<Env> {
  readonly #sql: Sql;
  readonly #store: RecordsStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = durableSql(ctx.storage);
    migrate(this.#sql, recordsMigrations);
    this.#store = createRecordsStore(this.#sql);
  }

  /** A conversation has ended. It says so until this returns; hearing it again changes nothing. */
  async record(record: ConversationRecord): Promise<void> {
    this.#store.put(record);
  }

  /** A page of the records that this reader may see. */
  async find(query: RecordsQuery, reader: Reader): Promise<RecordsAnswer> {
    const found = this.#store.find(query, reader, PAGE_RECORDS + 1);
    const page = found.slice(0, PAGE_RECORDS);
    const last = page.at(-1);
    return {
      records: page.map(({ text, ...record }) => ({ ...record, excerpt: excerptOf(text, query.q ?? "") })),
      next: found.length > PAGE_RECORDS && last !== undefined ? `${last.endedAt}.${last.conversationId}` : null,
    };
  }

  /** Whether there is a record of this conversation that this reader may see. */
  async mayRead(conversationId: string, reader: Reader): Promise<boolean> {
    return this.#store.mayRead(conversationId, reader);
  }

  /** What the records of a period add up to. */
  async insights(query: InsightsQuery): Promise<InsightsAnswer> {
    return insightsOf(this.#sql, query);
  }

  /** Some lines of the table of these conversations. */
  async export(filter: RecordFilter, after: ExportCursor | null): Promise<ExportPart> {
    return exportPart(this.#sql, filter, after);
  }

  /** Takes a conversation out of everything that is searched and counted. */
  async forget(conversationId: string): Promise<void> {
    this.#store.forget(conversationId);
  }
}
